/** What can be said and done about something that waits. */
import type { PendingItem } from '#core/shared/api/pending.js';
import type { TextKey } from '#core/shared/text/en.js';
import type { TextParams } from '#core/shared/text/render.js';

/** A sentence that is still to be rendered. */
export interface Said {
  code: TextKey;
  params?: TextParams;
}

export interface PendingFacts {
  canDeliver: boolean;
  canDrop: boolean;
  /** Duplicate, edit, delay. */
  canChange: boolean;
  /** Why it cannot be delivered now, as short as fits a cell. */
  held: Said | undefined;
  /** The same in full. */
  why: Said | undefined;
}

export function factsOf({ kind, deliverable, held, kept }: PendingItem): PendingFacts {
  return {
    canDeliver: deliverable,
    canDrop: kind === 'frame' || kind === 'timer',
    canChange: kind === 'frame',
    held: deliverable || kind === 'task' ? undefined : kept === 'frame' ? KEPT : heldShort(held),
    why: deliverable ? undefined : heldLong(held),
  };
}

const KEPT: Said = { code: 'ui.run.pending.kept' };

/** Reasons stand in a row: `behind, wifi-off server1, delay f12`. */
function reasonsOf(held: string | undefined): string[] {
  return (held ?? '').split(', ').filter(Boolean);
}

function heldShort(held: string | undefined): Said {
  const reasons = reasonsOf(held);
  const fault = reasons.find((reason) => reason !== 'behind' && !reason.startsWith('delay '));
  if (fault !== undefined) return { code: 'ui.run.pending.held', params: { held: fault } };
  if (reasons.some((reason) => reason.startsWith('delay '))) return { code: 'ui.run.pending.delayed' };
  return { code: reasons.length > 0 ? 'ui.run.pending.behind' : 'ui.run.pending.not-open' };
}

function heldLong(held: string | undefined): Said {
  const reasons = reasonsOf(held);
  if (reasons.length === 1 && reasons[0] === 'behind') return { code: 'ui.run.pending.behind-why' };
  if (reasons.length === 0) return { code: 'ui.run.pending.not-open' };
  return { code: 'ui.run.pending.held', params: { held: reasons.join(', ') } };
}

/** How long until a timer is due: `1.950 s`, or `2m 05s`. */
export function lasting(ms: number): string {
  if (ms < 60_000) return `${(ms / 1000).toFixed(3)} s`;
  const minutes = Math.floor(ms / 60_000);
  return `${minutes}m ${String(Math.floor(ms / 1000) % 60).padStart(2, '0')}s`;
}

/** What happens when it goes. */
export function doesOf({ kind, node, to = '', service = '' }: PendingItem): Said {
  return { code: `ui.run.pending.does.${kind}`, params: { node, to, service } };
}

export type Grouping = 'none' | 'node' | 'link';

/** In groups by node or link, each in the order of release. */
export function grouped(items: readonly PendingItem[], by: Grouping): PendingItem[] {
  if (by === 'none') return [...items];
  return [...items].sort((left, right) => keyOf(left, by).localeCompare(keyOf(right, by)));
}

function keyOf({ node, link = '' }: PendingItem, by: 'node' | 'link'): string {
  return by === 'node' ? node : link;
}

export interface PendingFilter {
  kind: string;
  node: string;
  link: string;
}

export function fits(filter: PendingFilter, { kind, node, link }: PendingItem): boolean {
  return (
    (filter.kind === '' || kind === filter.kind) &&
    (filter.node === '' || node === filter.node) &&
    (filter.link === '' || link === filter.link)
  );
}

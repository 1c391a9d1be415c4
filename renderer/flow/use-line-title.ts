import type { TextKey } from '#core/shared/text/en.js';
import { hasText } from '#core/shared/text/render.js';
import { kindName, targetWords, type Say } from '../faults/fault-words.js';
import { useText } from '../ui/use-text.js';
import type { LineLook } from './canvas-shape.js';

/** A line in words: what it is, between whom, how it is and why. */
export function useLineTitle(from: string, to: string, look: LineLook | undefined): string {
  const text = useText();
  const reason = useLineReason(look);
  if (!look) return '';
  const state = text(`ui.canvas.link.${look.phase}`);
  const names = { from: plainName(from), to: plainName(to) };
  return text('ui.canvas.link.title', {
    service: look.service,
    ...names,
    state: reason ? `${state} (${reason})` : state,
  });
}

/** Why nothing moves on a line, or why there is none; empty: nothing is wrong. */
export function useLineReason(look: LineLook | undefined): string {
  const text = useText();
  if (!look) return '';
  const wifi = /^wifi-off (.+)$/.exec(look.reason);
  if (wifi) {
    const nodes = look.reason.split(', ').map((part) => part.replace('wifi-off ', ''));
    return text('ui.canvas.link.held.wifi', { node: nodes.join(', ') });
  }
  const key = `ui.canvas.error.${look.reason}`;
  if (hasText(key)) return text(key as TextKey);
  return look.phase === 'held' ? heldWords(look.reason, text) : look.reason;
}

/** `half-open server1>server2:5277, …`: kinds of faults and what they lie on. */
function heldWords(reason: string, text: Say): string {
  const parts = reason.split(', ').map((part) => {
    const [kind = '', ...target] = part.split(' ');
    return `${kindName(kind, text)} ${targetWords(target.join(' '), text)}`;
  });
  return parts.join(', ');
}

/** `client:alice` → `alice` */
export function plainName(card: string): string {
  return card.replace(/^(client|host|server):/, '').replace(/^outside:.*$/, 'outside');
}

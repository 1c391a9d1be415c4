/**
 * What waits in one direction of a link, in the order of sending: nothing overtakes. An item may have a time before
 * which it cannot go; those behind it wait with it.
 */
import type { PendingItem } from '#core/shared/api/pending.js';
import type { Frame, FrameItem, WireItem } from './frame.js';

/** What a stranger may have waiting here before its socket is no longer read: frames, and bytes. */
const MOST_WAITING = 10_000;
const MOST_BACKLOG = 4 * 1024 * 1024;

export class WaitingLine {
  private items: WireItem[] = [];
  /** Bytes that wait. */
  private backlog = 0;
  /** The stranger at the sending end has been told to wait. */
  private choked = false;

  get length(): number {
    return this.items.length;
  }

  get head(): WireItem | undefined {
    return this.items[0];
  }

  push(item: WireItem): void {
    this.items.push(item);
    this.backlog += sizeOf(item);
  }

  /** Puts items in front of everything, in their order. */
  putBack(items: readonly WireItem[]): void {
    this.items.unshift(...items);
    items.forEach((item) => (this.backlog += sizeOf(item)));
  }

  shift(): WireItem | undefined {
    const item = this.items.shift();
    if (item) this.backlog -= sizeOf(item);
    return item;
  }

  /** Takes everything away. */
  clear(): WireItem[] {
    this.backlog = 0;
    return this.items.splice(0);
  }

  frame(id: number): FrameItem | undefined {
    const item = this.items[this.indexOf(id)];
    return item?.kind === 'frame' ? item : undefined;
  }

  remove(id: number): WireItem | undefined {
    const index = this.indexOf(id);
    const [item] = index < 0 ? [] : this.items.splice(index, 1);
    if (item) this.backlog -= sizeOf(item);
    return item;
  }

  insertBehind(id: number, item: WireItem): void {
    this.items.splice(this.indexOf(id) + 1, 0, item);
    this.backlog += sizeOf(item);
  }

  change(frame: Frame, text: string, bytes: Uint8Array): void {
    if (this.frame(frame.id)) this.backlog += bytes.length - frame.bytes.length;
    frame.text = text;
    frame.bytes = bytes;
  }

  /** Takes every time away: what waited for its own may go. */
  hurry(): void {
    this.items.forEach((item) => (item.notBefore = undefined));
  }

  /** Whether a stranger has sent so much that no more should be read from its socket now; asked again, it lags behind. */
  get full(): boolean {
    const [frames, bytes] = this.choked
      ? [MOST_WAITING / 10, MOST_BACKLOG / 2]
      : [MOST_WAITING, MOST_BACKLOG];
    this.choked = this.items.length > frames || this.backlog > bytes;
    return this.choked;
  }

  get wasFull(): boolean {
    return this.choked;
  }

  /** For the pending list: the first one can go when nothing holds the line. */
  describe(
    where: Pick<PendingItem, 'node' | 'link' | 'direction'>,
    holds: readonly string[],
    open: boolean,
  ): PendingItem[] {
    return this.items.map((item, index) => {
      const held = [...(index > 0 ? ['behind'] : []), ...holds].join(', ');
      return {
        id: item.kind === 'frame' || item.kind === 'piece' ? `f${item.frame.id}` : `e${item.id}`,
        kind: item.kind === 'piece' ? 'frame' : item.kind,
        deliverable: index === 0 && holds.length === 0 && open,
        ...(held ? { held } : {}),
        ...where,
        text: textOf(item),
      };
    });
  }

  private indexOf(id: number): number {
    return this.items.findIndex((item) => item.kind === 'frame' && item.frame.id === id);
  }
}

function sizeOf(item: WireItem): number {
  if (item.kind === 'frame') return item.frame.bytes.length;
  return item.kind === 'piece' ? item.bytes.length : 0;
}

function textOf(item: WireItem): string {
  if (item.kind === 'frame' || item.kind === 'piece') return item.frame.text;
  return item.kind === 'fin' ? 'FIN' : 'RST';
}

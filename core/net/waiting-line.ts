/**
 * What waits in one direction of a link, in the order of sending: nothing overtakes. An item may have a time before
 * which it cannot go; those behind it wait with it.
 */
import type { PendingItem } from '#core/shared/api/pending.js';
import type { Micros } from '#core/shared/injected/clock.js';
import type { Cutter, Frame, FrameItem, PieceItem, WireItem } from './frame.js';
import { hurry, postpone } from './line-times.js';

/** What a stranger may have waiting here before its socket is no longer read: frames, and bytes. */
const MOST_WAITING = 10_000;
const MOST_BACKLOG = 4 * 1024 * 1024;

/** Name of what holds a frame or a direction because a user wants it so. */
export const KEPT = 'user';

/** Places of those that have gone which are not worth a closing up. */
const FEW_GONE = 64;

export class WaitingLine {
  /** items[gone] is the first one: shifting an array of ten thousands would be slow. */
  private line: (WireItem | undefined)[] = [];
  private gone = 0;
  /** Bytes that wait. */
  private backlog = 0;
  /** The stranger at the sending end has been told to wait. */
  private choked = false;

  get length(): number {
    return this.line.length - this.gone;
  }

  get head(): WireItem | undefined {
    return this.line[this.gone];
  }

  /** Id of the first one, as the pending list has it; empty when nothing waits. */
  get headId(): string {
    return this.head ? idOf(this.head) : '';
  }

  push(item: WireItem): void {
    this.line.push(item);
    this.backlog += sizeOf(item);
  }

  /** Puts items in front of everything, in their order. */
  putBack(items: readonly WireItem[]): void {
    for (const item of [...items].reverse()) {
      if (this.gone > 0) this.line[(this.gone -= 1)] = item;
      else this.line.unshift(item);
      this.backlog += sizeOf(item);
    }
  }

  shift(): WireItem | undefined {
    const item = this.head;
    if (!item) return undefined;
    this.line[this.gone] = undefined;
    this.gone += 1;
    if (this.gone >= FEW_GONE && this.gone * 2 > this.line.length) this.closeUp();
    this.backlog -= sizeOf(item);
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

  /** Takes every frame away, but leaves FIN and RST. */
  clearFrames(): WireItem[] {
    const { items } = this;
    const frames = items.filter((item) => 'frame' in item);
    this.line = items.filter((item) => !('frame' in item));
    this.backlog = 0;
    return frames;
  }

  /** Everything here waits until `until` at least; `id` says why. */
  postpone(id: string, now: Micros, until: Micros): void {
    this.items.forEach((item) => postpone(item, id, now, until));
  }

  /** Fault `id` is gone: nothing waits for it any more, and what it was cutting up goes as a whole. */
  forget(id: string): void {
    for (const item of this.items) {
      hurry(item, id);
      if (item.kind === 'piece') item.cutters = item.cutters.filter((cutter) => cutter.id !== id);
    }
  }

  /** Cuts off what goes next of a piece; what is left stands in front of the line again, and waits for its pause. */
  cutOff(piece: PieceItem, now: Micros): PieceItem {
    const size = piece.cutters.reduce((least, cutter) => Math.min(least, cutter.size), Infinity);
    if (piece.bytes.length <= size) return piece;
    const longest = piece.cutters.reduce<Cutter | undefined>(
      (most, cutter) => (cutter.pauseMs > (most?.pauseMs ?? 0) ? cutter : most),
      undefined,
    );
    const { frame, cutters } = piece;
    const rest: PieceItem = { kind: 'piece', frame, cutters, bytes: piece.bytes.subarray(size), last: true };
    if (longest) postpone(rest, longest.id, now, now + Math.round(longest.pauseMs * 1000));
    this.putBack([rest]);
    return { kind: 'piece', frame, cutters, bytes: piece.bytes.subarray(0, size), last: false };
  }

  /** Whether a stranger has sent so much that no more should be read from its socket now; asked again, it lags behind. */
  get full(): boolean {
    const [frames, bytes] = this.choked
      ? [MOST_WAITING / 10, MOST_BACKLOG / 2]
      : [MOST_WAITING, MOST_BACKLOG];
    this.choked = this.length > frames || this.backlog > bytes;
    return this.choked;
  }

  get wasFull(): boolean {
    return this.choked;
  }

  /** For the pending list: the first one can go when nothing holds the line and its time has come. */
  describe(
    where: Pick<PendingItem, 'node' | 'link' | 'direction' | 'to' | 'service' | 'outside'>,
    { holds, open, now }: { holds: readonly string[]; open: boolean; now: Micros },
  ): PendingItem[] {
    const { items } = this;
    return items.map((item, index) => {
      const before = items[index - 1];
      const waits = (item.notBefore ?? now) > now;
      const held = reasonsOf(item, [...(before ? ['behind'] : []), ...holds], waits).join(', ');
      return {
        id: idOf(item),
        kind: item.kind === 'piece' ? 'frame' : item.kind,
        deliverable: index === 0 && open && !waits && held === '',
        ...(held ? { held } : {}),
        ...where,
        ...(before ? { behind: idOf(before) } : {}),
        ...originOf(item),
        ...keptOf(item, holds),
        text: textOf(item),
      };
    });
  }

  /** Those that wait, and nothing before them. */
  private get items(): WireItem[] {
    this.closeUp();
    return this.line as WireItem[];
  }

  private closeUp(): void {
    if (this.gone > 0) this.line = this.line.slice(this.gone);
    this.gone = 0;
  }

  private indexOf(id: number): number {
    return this.items.findIndex((item) => item.kind === 'frame' && item.frame.id === id);
  }
}

function idOf(item: WireItem): string {
  return 'frame' in item ? `f${item.frame.id}` : `e${item.id}`;
}

/** Everything that holds an item: what lies on the line, a user, what has put it off. */
function reasonsOf(item: WireItem, holds: readonly string[], waits: boolean): string[] {
  const delays = waits ? (item.delays ?? []).map(({ id }) => id) : [];
  return [...new Set([...holds, ...(item.kept ? [KEPT] : []), ...delays])];
}

function originOf(item: WireItem): Pick<PendingItem, 'seq'> {
  const seq = 'frame' in item ? item.frame.sent : item.cause;
  return seq > 0 ? { seq } : {};
}

function keptOf(item: WireItem, holds: readonly string[]): Pick<PendingItem, 'kept'> {
  if (item.kept) return { kept: 'frame' };
  return holds.includes(KEPT) ? { kept: 'direction' } : {};
}

function sizeOf(item: WireItem): number {
  if (item.kind === 'frame') return item.frame.bytes.length;
  return item.kind === 'piece' ? item.bytes.length : 0;
}

function textOf(item: WireItem): string {
  if (item.kind === 'frame' || item.kind === 'piece') return item.frame.text;
  return item.kind === 'fin' ? 'FIN' : 'RST';
}

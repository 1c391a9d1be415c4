/** Frames on their way, folded from the trace: which wait at their sender's end, and which have just arrived. */
import type { PendingItem } from '#core/shared/api/pending.js';
import type { TraceEvent } from '#core/shared/trace/trace-event.js';
import type { Direction } from '#core/shared/trace/trace-schema.js';

export const FRAME_KINDS = ['message', 'presence', 'iq', 'cluster', 'stream'] as const;
export type FrameKind = (typeof FRAME_KINDS)[number];

/** Tokens of theme.css. */
export const FRAME_COLOURS: Readonly<Record<FrameKind, string>> = {
  message: '--accent',
  presence: '--ok',
  iq: '--info',
  cluster: '--warn',
  stream: '--muted',
};

/** Shapes as SVG paths around 0,0: not by colour alone. */
export const FRAME_SHAPES: Readonly<Record<FrameKind, string>> = {
  message: 'M-5,0 a5,5 0 1,0 10,0 a5,5 0 1,0 -10,0 Z',
  presence: 'M0,-5.5 L5.5,4.5 L-5.5,4.5 Z',
  iq: 'M-4.5,-4.5 h9 v9 h-9 Z',
  cluster: 'M0,-6 L6,0 L0,6 L-6,0 Z',
  stream: 'M-3,0 a3,3 0 1,0 6,0 a3,3 0 1,0 -6,0 Z',
};

export interface Arrival {
  link: string;
  direction: Direction;
  kind: FrameKind;
}

/** Frames that wait at one end of a link. */
export interface Waiting {
  link: string;
  direction: Direction;
  count: number;
  /** Of the first that goes. */
  kind: FrameKind;
}

export class FrameFold {
  /** `LINK DIRECTION` → frame number → kind, in the order in which they were sent. */
  private readonly queues = new Map<string, Map<number, FrameKind>>();

  /** Takes in one event; gives the frame that it says has arrived. */
  take({ kind, data }: TraceEvent): Arrival | undefined {
    if (kind === 'link.closed') return this.forget(String(data.link));
    if (!kind.startsWith('frame.')) return undefined;
    const link = String(data.link);
    const direction: Direction = data.direction === 'ba' ? 'ba' : 'ab';
    const key = `${link} ${direction}`;
    const queue = this.queues.get(key) ?? new Map<number, FrameKind>();
    const frame = Number(data.frame);
    if (kind === 'frame.sent') this.queues.set(key, queue.set(frame, frameKind(String(data.text))));
    if (kind !== 'frame.delivered' && kind !== 'frame.dropped') return undefined;
    const what = queue.get(frame) ?? 'stream';
    queue.delete(frame);
    if (queue.size === 0) this.queues.delete(key);
    return kind === 'frame.delivered' ? { link, direction, kind: what } : undefined;
  }

  waiting(): Waiting[] {
    return [...this.queues].map(([key, queue]) => {
      const end = key.lastIndexOf(' ');
      const [kind = 'stream'] = queue.values();
      return {
        link: key.slice(0, end),
        direction: key.endsWith('ba') ? 'ba' : 'ab',
        count: queue.size,
        kind,
      };
    });
  }

  private forget(link: string): undefined {
    this.queues.delete(`${link} ab`);
    this.queues.delete(`${link} ba`);
  }
}

export function frameKind(text: string): FrameKind {
  const name = /^<([\w]+)[\s/>]/.exec(text)?.[1];
  return FRAME_KINDS.find((kind) => kind === name && kind !== 'stream') ?? 'stream';
}

/** The same of a list of frames, in the order of sending. */
export function framesUnderWay(frames: readonly PendingItem[]): Waiting[] {
  const ways = new Map<string, Waiting>();
  for (const { kind, link, direction, text } of frames) {
    if (kind !== 'frame' || link === undefined || direction === undefined) continue;
    const key = `${link} ${direction}`;
    const way = ways.get(key);
    if (way) way.count += 1;
    else ways.set(key, { link, direction, count: 1, kind: frameKind(text) });
  }
  return [...ways.values()];
}

import type { Micros } from '#core/shared/injected/clock.js';
import type { FrameFault } from './line-fault.js';

/** One complete top-level element, stream header or footer on its way: what is held, shown, edited and counted. */
export interface Frame {
  /** Counts over the whole lab, from 1. */
  id: number;
  text: string;
  bytes: Uint8Array;
  /** `seq` of its `frame.sent`; 0 until that is recorded (a frame from outside is recorded when it is let in). */
  sent: number;
}

/** What waits in one direction of a link. FIN and RST queue behind the frames, as on the wire. */
export type WireItem = FrameItem | PieceItem | CloseItem;

interface Waiting {
  /** Lab time before which it cannot go: what shapes the line has said so; undefined: at once. */
  notBefore?: Micros | undefined;
  /** A user holds it, and with it all that stands behind it. */
  kept?: boolean;
  /** What has put it off, and by how much. */
  delays?: readonly Delay[];
}

/** `id`: the fault, or `retransmission`. */
export interface Delay {
  readonly id: string;
  readonly micros: Micros;
}

export interface FrameItem extends Waiting {
  kind: 'frame';
  frame: Frame;
  /** Who still has to judge it: of a copy, the faults behind the one that made it. undefined: all. */
  judges?: readonly FrameFault[];
}

/**
 * A part of a frame that a fault has cut up: in the line, all that is left of it; in the socket, what was cut off. The
 * receiver hears each part, and the frame counts as delivered with the last one.
 */
export interface PieceItem extends Waiting {
  kind: 'piece';
  frame: Frame;
  bytes: Uint8Array;
  last: boolean;
  cutters: readonly Cutter[];
}

/** Cuts frames into pieces of `size` bytes at most, with `pauseMs` between them. */
export interface Cutter {
  readonly id: string;
  readonly size: number;
  readonly pauseMs: number;
}

export interface CloseItem extends Waiting {
  kind: 'fin' | 'reset';
  id: number;
  cause: number;
}

/** Cuts the bytes of somebody outside the lab into frames; core/net itself knows nothing of XML. */
export interface Framer {
  push(bytes: Uint8Array): Uint8Array[];
}

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
  notBefore?: number | undefined;
}

export interface FrameItem extends Waiting {
  kind: 'frame';
  frame: Frame;
  /** The faults have let it pass already: a copy that one of them made, or a frame that has been cut into pieces. */
  judged?: boolean;
}

/** A part of a frame that a fault has cut up: the receiver hears it, and counts the frame with the last one. */
export interface PieceItem extends Waiting {
  kind: 'piece';
  frame: Frame;
  bytes: Uint8Array;
  last: boolean;
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

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
export type WireItem =
  | { kind: 'frame'; frame: Frame }
  | { kind: 'fin'; id: number; cause: number }
  | { kind: 'reset'; id: number; cause: number };

/** Cuts the bytes of somebody outside the lab into frames; core/net itself knows nothing of XML. */
export interface Framer {
  push(bytes: Uint8Array): Uint8Array[];
}

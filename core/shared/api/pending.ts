import type { Direction } from '../trace/trace-schema.js';

/** What waits to happen, as `pending.list` shows it. */
export interface PendingItem {
  /** Stable while it waits: `f12` a frame, `o3` a dial, `b1` a bind, `t7` a timer, `x2` an arrival from outside, `e4` a FIN or RST, `q5` a packet in a queue of a component. */
  id: string;
  kind: 'frame' | 'fin' | 'reset' | 'dial' | 'bind' | 'arrival' | 'timer' | 'task';
  /** Whether it can be delivered now: TCP keeps the order within a direction, and a fault may hold it. */
  deliverable: boolean;
  /** Why it cannot: `behind` another frame, or the names of the faults that hold it. */
  held?: string;
  node: string;
  link?: string;
  direction?: Direction;
  /** Node that gets it: the other end of a frame, FIN or RST, whom a dial calls. */
  to?: string;
  /** What the connection is for, such as `c2s` or `cl-comp`. */
  service?: string;
  /** Id of what goes before it in its direction. */
  behind?: string;
  /** `seq` of what it comes from: a frame's `frame.sent`, what has armed a timer. */
  seq?: number;
  /** One end is a program outside the lab: it sends from there, or goes there. */
  outside?: 'from' | 'to';
  /** What a user holds: this frame, or its direction as a whole. */
  kept?: 'frame' | 'direction';
  /** A frame's text as sent, a timer's label, an address. */
  text: string;
  /** Lab time in ms at which a timer is due. */
  due?: number;
}

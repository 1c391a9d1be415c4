import type { Direction } from '../trace/trace-schema.js';

/** What waits to happen, as `pending.list` shows it. */
export interface PendingItem {
  /** Stable while it waits: `f12` a frame, `o3` a dial, `b1` a bind, `t7` a timer, `x2` an arrival from outside, `e4` a FIN or RST. */
  id: string;
  kind: 'frame' | 'fin' | 'reset' | 'dial' | 'bind' | 'arrival' | 'timer';
  /** Whether it can be delivered now: TCP keeps the order within a direction, and a fault may hold it. */
  deliverable: boolean;
  /** Why it cannot: `behind` another frame, or the names of the faults that hold it. */
  held?: string;
  node: string;
  link?: string;
  direction?: Direction;
  /** A frame's text as sent, a timer's label, an address. */
  text: string;
  /** Lab time in ms at which a timer is due. */
  due?: number;
}

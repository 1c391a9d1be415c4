/** What the trace tells of the whole lab at one event: plain data, so that it can be kept and gone on from. */
import type { MachineView } from '../machine-fold.js';
import type { Direction } from '../trace-schema.js';

export interface World {
  /** Newest event that is in it; 0: none. */
  seq: number;
  /** Its lab time in µs. */
  time: number;
  mode: 'live' | 'paused' | 'ordered';
  machines: MachineView[];
  listeners: WorldListener[];
  links: WorldLink[];
  /** Sent, and neither delivered nor lost, in the order of sending. */
  frames: WorldFrame[];
  faults: WorldFault[];
  rooms: WorldRooms[];
  /** Client of the lab → its newest link, and the full JID that it was given on it; empty: none yet. */
  clientLinks: [client: string, link: string, jid: string][];
}

export interface WorldListener {
  node: string;
  service: string;
  port: number;
  /** System code of a failure; empty: it is open. */
  failure: string;
}

export interface WorldLink {
  id: string;
  service: string;
  from: string;
  /** Name or address that was dialled, until somebody has accepted: then that process. */
  to: string;
  port: number;
  open: boolean;
  /** Of a client's: it has asked for a full JID, and was not answered yet. */
  binding: boolean;
  /** The full JID that the server has bound for the client; empty: none. */
  jid: string;
}

export interface WorldFrame {
  id: number;
  /** `seq` of its `frame.sent`. */
  seq: number;
  node: string;
  link: string;
  direction: Direction;
  text: string;
}

export interface WorldFault {
  id: string;
  kind: string;
  target: string;
  /** What `fault.apply` was given besides, as JSON. */
  settings: string;
}

/** As the trace says it: `rooms.verdict`. */
export interface WorldRooms {
  domain: string;
  verdict: 'agreed' | 'split' | 'unserved';
  reason: string;
  percent: number;
  lists: string;
}

export function emptyWorld(): World {
  return {
    seq: 0,
    time: 0,
    mode: 'ordered',
    machines: [],
    listeners: [],
    links: [],
    frames: [],
    faults: [],
    rooms: [],
    clientLinks: [],
  };
}

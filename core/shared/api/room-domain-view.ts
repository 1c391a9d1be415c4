/** What the lab knows of where the rooms of a domain are: more than any of its servers does. */
import type { RoomVerdict } from '../routing/room-split.js';
import type { ServerDomain } from '../routing/room-targets.js';

export interface RoomDomainView extends RoomVerdict {
  domain: string;
  /** Servers that run and take components for the domain, in file order, each with its own list. */
  servers: ServerDomain[];
  /** Rooms that are alive in some process. */
  rooms: RoomView[];
}

export interface RoomView {
  /** Bare address. */
  room: string;
  /** Processes in which it is alive: two hold a half each. */
  aliveOn: string[];
  /** Server → processes it sends the room to; several: it depends on who writes. */
  targets: Record<string, string[]>;
  split: boolean;
}

/** What has become of one stanza: a tree of legs, each a frame on a link or a packet that leaves a component's queue. */
import type { Direction, PluginDeed } from '../trace-schema.js';
import type { StanzaChange } from './stanza-changes.js';

/** Where a leg ends that no other follows. */
export type LegEnd =
  /** A client has it; `node` is `client:NAME`, or empty for somebody outside. */
  | { kind: 'delivered' }
  | { kind: 'dropped'; reason: string; seq: number }
  /** Stored for a user who is offline. */
  | { kind: 'stored'; plugin: string }
  /** It is on a link, and has not arrived. */
  | { kind: 'flying' }
  /** As `flying`, and these faults keep it there. */
  | { kind: 'held'; by: string[] }
  /** It has arrived at a process that has not come to it yet (it is frozen, or has crashed since). */
  | { kind: 'inside' }
  /** A copy that went round the cluster has come back to where it began, or met nobody who knows its receiver. */
  | { kind: 'ring' }
  /** Whoever got it has done what it asked for, and sent nothing on. */
  | { kind: 'kept' };

interface AnyLeg {
  /** `seq` of the event that it began with. */
  seq: number;
  /** `seq` of the leg before; 0: the first. */
  parent: number;
  /** Steps from the first leg. */
  depth: number;
  /** Process where it began. */
  node: string;
  /** Lab time in ms. */
  entered: number;
  /** Lab time in ms when the next place had it; undefined: not yet, or never. */
  left?: number;
  /** Plugins of the session manager that had a say where it went. */
  plugins: { plugin: string; did: PluginDeed }[];
  /** Where it ends; what was dropped may be answered all the same, with an error. */
  end?: LegEnd;
}

export interface FrameLeg extends AnyLeg {
  kind: 'frame';
  link: string;
  direction: Direction;
  frame: number;
  /** As it was sent. */
  text: string;
  /** Process that got it; empty until then, and for somebody outside. */
  to: string;
  /** Who the stanza in it is for; empty: it does not say. */
  address: string;
  /** Name and type of the stanza in it: `message groupchat`. */
  summary: string;
  /** It is a command of the cluster, and the stanza is in it. */
  cluster: boolean;
  /** The same frame once more, made by a fault or a user. */
  copy: boolean;
  /** What faults and users have made of it on the way. */
  altered: { reason: string; text: string }[];
  /** What is not as it was in the frame before, on this way. */
  changes: StanzaChange[];
}

export interface QueueLeg extends AnyLeg {
  kind: 'queue';
  component: string;
  queue: string;
  packet: number;
  summary: string;
  /** The load balancer's choice; `index` counts from 0. */
  balanced?: { domain: string; balancer: string; index: number; size: number; link: string };
}

export type Leg = FrameLeg | QueueLeg;

export interface JourneySummary {
  /** `client:alice`, a process, or empty for somebody outside. */
  sender: string;
  /** Process that got it first; empty: nobody has. */
  at: string;
  /** `message groupchat`. */
  stanza: string;
  address: string;
  /** Copies that clients have got, errors to the sender not counted. */
  deliveries: number;
  /** Errors that have come back to a client. */
  errors: number;
  /** Frames between cluster nodes, and those of them that only went round. */
  clusterHops: number;
  dropped: number;
  stored: number;
  /** Copies on their way, or held there. */
  underWay: number;
  /** Lab time in ms from its sending to the last thing that it led to. */
  ms: number;
}

export interface Journey {
  /** `seq` of the event it is followed from. */
  seq: number;
  /** Each behind the one that it follows; of one leg, the whole branch before the next. */
  legs: Leg[];
  summary: JourneySummary;
  /** There are more legs than are told. */
  more: boolean;
}

/**
 * The one store of the window, folded from trace events and from the lists that the host gives. Components read it with
 * narrow selectors; events themselves live in `log`, and `revision` says that there are more of them.
 */
import { createStore } from 'zustand/vanilla';
import type { ClientView, ClockView, FaultView, LinkView, NodeView } from '#core/shared/api/results.js';
import type { Finding } from '#core/shared/config/lint/finding.js';
import type { TopologyPlan } from '#core/shared/config/topology-plan.js';
import type { RoomDomainView } from '#core/shared/api/room-domain-view.js';
import type { PendingItem } from '#core/shared/api/pending.js';
import type { MachineView } from '#core/shared/trace/machine-fold.js';
import { EventLog } from './event-log.js';

export type Selection =
  | { kind: 'node'; node: string }
  | { kind: 'link'; link: string }
  /** An instance of the room, user-session or client-session machine. */
  | { kind: 'machine'; instance: string }
  | { kind: 'event'; seq: number }
  | undefined;

export interface LabState {
  /** False after the connection to the lab was lost. */
  connected: boolean;
  plan: TopologyPlan | undefined;
  /** Grows when a topology is opened, though it has the name of the one before; its branches are the same one. */
  opened: number;
  findings: Finding[];
  clock: ClockView | undefined;
  nodes: NodeView[];
  links: LinkView[];
  clients: ClientView[];
  faults: FaultView[];
  /** Where the servers send rooms. */
  rooms: RoomDomainView[];
  pending: PendingItem[];
  /** Running machines by instance. */
  machines: ReadonlyMap<string, MachineView>;
  /**
   * Looking back: everything above but `plan` and `findings` is of that event, lab time in ms; undefined: the present.
   * `plan`: what ran then, when that is not what runs now.
   */
  past: { seq: number; time: number; plan?: TopologyPlan } | undefined;
  /** Event that is to be looked back at: a slider asks faster than pictures come. */
  wantedPast: number | undefined;
  /** Something was to be done while looking back: nobody can act in the past without leaving it. */
  asked: { answer: (how: 'fork' | 'present' | 'not') => void } | undefined;
  selection: Selection;
  /** Grows when `log` has grown. */
  revision: number;
  /** Code and parameters of the last thing that could not be done, for the message line. */
  problem: { code: string; params: Record<string, string | number> } | undefined;
}

export const EMPTY: LabState = {
  connected: true,
  plan: undefined,
  opened: 0,
  findings: [],
  clock: undefined,
  nodes: [],
  links: [],
  clients: [],
  faults: [],
  rooms: [],
  pending: [],
  machines: new Map(),
  past: undefined,
  wantedPast: undefined,
  asked: undefined,
  selection: undefined,
  revision: 0,
  problem: undefined,
};

export const labStore = createStore<LabState>(() => EMPTY);
export const log = new EventLog();

/** The topology of the moment that is shown. */
export function shownPlan({ plan, past }: Pick<LabState, 'plan' | 'past'>): TopologyPlan | undefined {
  return past?.plan ?? plan;
}

export function select(selection: Selection): void {
  labStore.setState({ selection });
}

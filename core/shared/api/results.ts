/** What each command answers. */
import type { Finding } from '../config/lint/finding.js';
import type { PlanDifference } from '../config/preview/diff-plans.js';
import type { TopologyPlan } from '../config/topology-plan.js';
import type { Aligned } from '../trace/compare/align.js';
import type { Comparison } from '../trace/compare/comparison.js';
import type { DiagramColumns } from '../trace/diagram/diagram-columns.js';
import type { DiagramLink } from '../trace/diagram/diagram-fold.js';
import type { MachineView } from '../trace/machine-fold.js';
import type { Journey } from '../trace/journey/journey.js';
import type { StanzaCost } from '../trace/stanza-cost.js';
import type { LinkTraffic, NodeTraffic } from '../trace/traffic-fold.js';
import type { WorldViews } from '../trace/world/world-views.js';
import type { TraceEvent } from '../trace/trace-event.js';
import type { FaultKindView } from '../faults/fault-kind-view.js';
import type { OptionValues } from '../faults/fault-options.js';
import type { BranchView } from './branch-view.js';
import type { CommandName } from './commands.js';
import type { FaultRequest } from './fault-request.js';
import type { BreakpointView } from './breakpoint.js';
import type { PendingItem } from './pending.js';
import type { Bookmark } from '../session/session-schema.js';
import type { OpenedSession, RecoverableSession, SavedSession } from './session-view.js';
import type { RoomDomainView } from './room-domain-view.js';

/** A process, as the ready line and the cards show it. */
export interface NodeView {
  name: string;
  hostname: string;
  /** Really bound loopback address. */
  address: string;
  /** The same in the trace: 127.0.1.n. */
  logicalAddress: string;
  /** `running`, `down`, `crashed`: state of the node machine. */
  state: string;
  interfaceUp: boolean;
  /** Ports that are really listening: `c2s`, `c2s-tls`, `s2s`, `cl-comp`, `ext`, `bosh`, `ws2s`. */
  ports: Record<string, number>;
  /** Ports that could not be opened: service → system code. */
  failedPorts: Record<string, string>;
}

export interface NodeDetails extends NodeView {
  components: { name: string; className: string; origin: string; queued?: { in: number; out: number } }[];
}

export interface LinkView {
  id: string;
  service: string;
  /** `external`: a program that the lab did not start; its node is then `outside`. At most one of the two. */
  dialler: { node: string; address: string; port: number; external: boolean };
  acceptor: { node: string; address: string; port: number; external: boolean };
  open: boolean;
  /** Frames that wait in each direction. */
  waiting: { ab: number; ba: number };
  /** Reasons why nothing moves: `wifi-off server1`. */
  held: string[];
  /** Faults that lie on it, one of its route or of its directions; which way they work. */
  faults: { id: string; kind: string; direction: 'ab' | 'ba' | 'both' }[];
  /** Of a client's: the full JID that its server has bound for it. Absent: none. */
  jid?: string;
  /** Ends that send a zlib stream: bytes of frames, and what they were on the wire. Absent: neither does. */
  compressed?: { ab?: { plain: number; wire: number }; ba?: { plain: number; wire: number } };
}

/** A fault that is on, armed or to come again, with what it was asked for. */
export interface FaultView extends Omit<FaultRequest, 'kind' | 'target' | 'how' | 'options'> {
  id: string;
  kind: string;
  /** Empty: armed, and the stage will say. */
  target: string;
  /** State of its machine: `on.untilHealed`, `armed`, `scheduled`, `between` … */
  state: string;
  options: OptionValues;
  /** Id of the pattern that has put it on. */
  of?: string;
}

export interface ClockView {
  mode: 'live' | 'paused' | 'ordered';
  /** Lab time in ms. */
  time: number;
  speed: number;
  /** Newest trace event. */
  seq: number;
}

export interface ClientView {
  name: string;
  node: string;
  /** Full JID: the one that it wants until the server has given it one. In a look back empty until then. */
  jid: string;
  /** State of the client's machine: `online` when its session is there. */
  state: string;
  link: string;
}

/** A stanza that a client has received. */
export interface InboxItem {
  /** `seq` of its `frame.delivered`. */
  seq: number;
  /** Lab time in ms. */
  time: number;
  text: string;
}

/** A topology that comes with the lab. */
export interface ExampleView {
  /** Name of its folder. */
  name: string;
  /** What `topology.open` takes. */
  path: string;
  title: string;
  /** File names. */
  files: string[];
}

/** A file of the open topology, as it runs. */
export interface TopologyFileView {
  /** Path inside the topology's folder: what `topology.apply` and `topology.save` call it. */
  name: string;
  /** As findings name it. */
  path: string;
  /** The process that it describes; absent: `lab.yaml`. */
  process?: string;
  text: string;
  /** Present when its bytes were no UTF-8 and were taken for Latin-1. */
  isUtf8?: false;
  /** `edited`: the folder has another text of it; `new`: none. */
  state: 'saved' | 'edited' | 'new';
  /** What the folder has, where that is another text. */
  saved?: string;
}

export interface Results {
  'topology.open': { nodes: NodeView[]; findings: Finding[] };
  'topology.get': {
    plan: TopologyPlan;
    findings: Finding[];
    /** Texts that the plan was built from, `lab.yaml` among them. */
    files: TopologyFileView[];
    /** Names of files that the folder has and that no longer belong to it. */
    removed: string[];
    /** Where the files come from, and are saved; absent: no folder. */
    folder?: string;
  };
  'topology.apply': { nodes: NodeView[]; findings: Finding[]; difference: PlanDifference };
  /** `written` and `removed`: names of files. */
  'topology.save': { folder: string; written: string[]; removed: string[] };
  /** `window`: kept as long as the topology is open; the window remembers it for the next time. */
  'topology.place': { saved: 'lab.yaml' | 'window' };
  'examples.list': { examples: ExampleView[] };
  'lint.run': { findings: Finding[] };
  'node.list': { nodes: NodeView[] };
  'node.get': { node: NodeDetails };
  'node.start': { state: string };
  'node.stop': { state: string };
  'node.crash': { state: string };
  'node.restart': { state: string };
  'machine.list': { machines: MachineView[] };
  /** `stored`: it is in the database, and so overrides the files of every process that uses it at its next start. */
  'component.add': { domain: string; stored: boolean };
  'link.list': { links: LinkView[] };
  'link.drop': { fault: string };
  'fault.list': { faults: FaultView[] };
  'fault.kinds': { kinds: FaultKindView[] };
  'fault.apply': { fault: string };
  'fault.heal': { healed: boolean };
  'fault.healAll': { healed: number; restarted: string[] };
  'rooms.get': { domains: RoomDomainView[] };
  'clock.get': ClockView;
  /** `cannotHold`: links to programs outside; what those have sent or got already is in their own hands. */
  'clock.pause': ClockView & { cannotHold: string[] };
  'clock.resume': ClockView;
  /** `inside`: the step has been left half-way, packets wait in queues of components. */
  'clock.step': ClockView & { stepped: string[]; inside: boolean };
  'clock.advanceTo': ClockView & { end: string };
  'clock.speed': ClockView;
  /** `end`: `met`, `time` or `events` (that bound has stopped it), `idle`, `breakpoint` or `stopped`. */
  'clock.runUntil': ClockView & { end: string };
  'pending.list': { pending: PendingItem[] };
  'pending.deliver': ClockView;
  'pending.drop': ClockView;
  'pending.duplicate': ClockView;
  'pending.edit': ClockView;
  'pending.delay': ClockView;
  'pending.hold': ClockView;
  'pending.release': ClockView;
  'client.add': ClientView;
  'client.list': { clients: ClientView[] };
  'client.send': { sent: boolean };
  'client.remove': { removed: boolean };
  'client.login': ClientView;
  'client.inbox': { items: InboxItem[] };
  'stanza.inject': { link: string };
  'stanza.follow': Journey;
  'breakpoint.set': { breakpoint: string };
  'breakpoint.enable': { on: boolean };
  'breakpoint.list': { breakpoints: BreakpointView[] };
  'breakpoint.clear': { cleared: number };
  'trace.query': { events: TraceEvent[]; last: number };
  'trace.diagram': {
    /** First and last event that were looked at. */
    from: number;
    to: number;
    /** Newest event of the trace. */
    last: number;
    columns: DiagramColumns;
    /** Without `from`: links that were there before the first of these events. */
    links?: DiagramLink[];
  };
  'trace.subscribe': { from: number };
  'trace.unsubscribe': { last: number };
  /** `count`: all of them, also when there are more than were asked for. */
  'trace.find': { seqs: number[]; count: number; last: number };
  /** `chain`: from the root down to the event itself. `more`: there is more of either than was asked for. */
  'trace.causes': { chain: TraceEvent[]; effects: TraceEvent[]; more: boolean };
  /** The last event before it; 0: no step came before. */
  'trace.stepBefore': { seq: number };
  'bookmark.set': { bookmarks: Bookmark[] };
  'bookmark.list': { bookmarks: Bookmark[] };
  'bookmark.remove': { removed: boolean };
  'trace.hash': { hash: string; events: number };
  'traffic.get': {
    /** Newest event that is counted. */
    seq: number;
    links: LinkTraffic[];
    nodes: NodeTraffic[];
  };
  'traffic.stanza': StanzaCost;
  /** `plan`: what ran then, when that is not what the branch runs now; the cards stand where they stand now. */
  'state.at': WorldViews & { plan?: TopologyPlan };
  'branch.list': { branches: BranchView[] };
  'branch.fork': { branch: BranchView };
  'branch.switch': { branch: BranchView };
  'branch.rerun': { branch: BranchView };
  'branch.rename': { branch: BranchView };
  'branch.remove': { removed: boolean };
  'compare.run': Comparison;
  'compare.events': Aligned;
  'session.save': SavedSession;
  'session.open': OpenedSession;
  'session.view': { bookmarks: Bookmark[]; view?: unknown };
  'session.recoverable': { sessions: RecoverableSession[] };
  'session.recover': OpenedSession;
  'session.discard': { discarded: boolean };
  /** `usual`: on or off in the profile that is played, unless somebody switches it. */
  'quirk.list': {
    profile: '5.2' | '7.1';
    quirks: { name: string; on: boolean; usual: boolean; source: string }[];
  };
  'quirk.set': { on: boolean };
}

/** Fails to compile when a command has no result, or a result no command. */
export type CommandResult<Name extends CommandName> = Results[Name];

/** Events that the host sends unasked. */
export interface HostEvents {
  /** Events `from` to `to`; those that the subscription's filter left out are missing between them. */
  'trace.batch': { from: number; to: number; events: TraceEvent[] };
  'clock.changed': ClockView;
  /** A session file is being opened: entries of its journals that have been played. */
  'session.progress': { played: number; total: number };
  /** Another run is the one that is open: its trace begins at 1. */
  'branch.changed': { branch: string };
  /** `frame`: id of the frame in the pending list; `seq`: the event that hit it, of the other kinds. */
  'breakpoint.hit': { breakpoint: string; frame?: string; seq?: number; intercept: boolean };
}

/**
 * What a set of configuration files says should run: the one description that the linter reads, the lab
 * builds processes from, and the window draws before anything runs. Plain JSON, so it crosses the host API.
 */
import type { SourceRange } from './source-range.js';

/** Which rule gave a process its host name (DESIGN "Topologies, addresses, names, users"). */
export type HostNameRule =
  'lab-yaml' | 'listen-item' | 'ext-comp' | 'process-name' | 'cluster-nodes' | 'fallback';

/** What a component is to the lab: one of Tigase's own, or the file owner's, played by a stand-in (or left missing). */
export type ComponentOrigin = 'tigase' | 'stand-in' | 'missing';

export interface ComponentPlan {
  /** Lower-cased component name: `c2s`, `sess-man`, `ext`, `muc` … (§1.5). */
  name: string;
  /** Java class that would be loaded; decides what the lab plays. */
  className: string;
  origin: ComponentOrigin;
  /** Where `--comp-name-N` stands; absent for the components that the config-type brings. */
  source?: SourceRange;
}

/** One item of `--cluster-nodes` (§2.3). */
export interface ClusterNodeItem {
  host: string;
  /** undefined: no password field, so Tigase makes a random one that matches nobody's. */
  password?: string;
  /** TCP port of 5277's kind; 5277 when absent or unparsable. */
  port: number;
  /** A port field that is no number. */
  badPort?: string;
  source: SourceRange;
}

/** One item of `--external` (§2.5). */
export interface ExternalItem {
  domain: string;
  secret: string;
  type: 'accept' | 'connect';
  /** TCP port; -1 when the item names none: a password entry without a socket. */
  port: number;
  /** What stands in the port's place and is no number: 5277 is taken instead. */
  unreadablePort?: string;
  /** First entry of the remote field: the remote XMPP domain. */
  remoteDomain?: string;
  /** Addresses to dial (connect), or interface addresses to bind (accept); `*` = all interfaces. */
  addresses: string[];
  /** Stream namespace; undefined when the protocol field is missing. */
  protocol?: string;
  /** Class as the file names it, `ReceiverBareJidLB` when it does not; read it with `loadBalancerClass`. */
  loadBalancer: string;
  source: SourceRange;
  /** true: not written anywhere; what Tigase uses when `ext` is loaded without `--external` (§2.5). */
  sample?: true;
}

/** What one ComponentConnectionManager does: its line of `--ext-comp`, or the defaults (§2.7). */
export interface ExtCompItem {
  /** `ext-comp`, `ext-comp_1`, or the name of a component without a class that Tigase knows. */
  component: string;
  /** What this end calls itself: the dialling side writes it into `to` of the stream header. */
  localDomain: string;
  remoteDomain: string;
  /** Host that is dialled. */
  host: string;
  port: number;
  /** The port as the file writes it, where it is no number. */
  badPort?: string;
  secret: string;
  type: 'accept' | 'connect';
  /** Patterns of the addresses that go this way. */
  routings: string[];
  /** Stanzas cross inside `<route>` with their internal addresses: config-types sm and cs. */
  packRouted: boolean;
  /** The line, or `--comp-name-N`; absent for the defaults of a config-type. */
  source?: SourceRange;
}

/** A TCP port that a process will try to open. */
export interface ListenerPlan {
  /** Component that owns it: `c2s`, `s2s`, `cl-comp`, `ext`, `bosh`, `ws2s`. */
  component: string;
  port: number;
  /** `*` or what the configuration names. */
  bind: string;
  socket: 'plain' | 'ssl';
  /** The entry of a list that was no number: Tigase warns and asks the system for any free port (0). */
  unreadable?: string;
}

export interface ProcessPlan {
  /** NAME of `NAME.properties` (or the folder's name). */
  name: string;
  /** Path of its file as the user gave it. */
  file: string;
  hostname: string;
  hostnameRule: HostNameRule;
  /** Logical loopback address: 127.0.1.n by file order. */
  address: string;
  /** `seenAs` of `lab.yaml`: another process's name → the address it sees on what this process dials. */
  seenAs?: Record<string, string>;
  /** ms by which the clock of its machine is ahead (`clockAhead` of `lab.yaml`); absent: not at all. */
  clockAheadMs?: number;
  configType: string;
  /** What `config-type` selects after Tigase's equality test (§1.4). */
  componentSet: 'default' | 'all' | 'sm' | 'cs' | 'comp';
  clusterMode: boolean;
  virtualHosts: string[];
  admins: string[];
  components: ComponentPlan[];
  clusterNodes: ClusterNodeItem[];
  externals: ExternalItem[];
  extComps: ExtCompItem[];
  listeners: ListenerPlan[];
  /** Session manager plugin ids in the order Tigase's set gives them, after `--sm-plugins` (§2.8). */
  plugins: string[];
  /** Plugin ids that nobody implements here: stand-ins that claim nothing. */
  pluginStandIns: string[];
  /** Packages of `--debug`, with the `tigase.` prefix: loggers raised to ALL (§1.7). */
  debugLoggers: string[];
  /** `--user-db-uri`, the name of the shared database; undefined: a database of its own. */
  databaseUri?: string;
  /** Every `--property` and `config-type` with its last value, for settings that no field above carries. */
  properties: Record<string, string>;
  /** Component setting lines `comp/key` → value (§1.2). */
  settings: Record<string, string>;
}

export interface TopologyPlan {
  /** Folder name, or a name the user gave. */
  name: string;
  processes: ProcessPlan[];
  /** Extra host names of `lab.yaml`: name → logical address. */
  hosts: Record<string, string>;
  users: { strict: boolean; accounts: { jid: string; password: string }[] };
  /** Quirk switches of `lab.yaml`: name → on. */
  quirks: Record<string, boolean>;
  /** Lint codes that `lab.yaml` switches off. */
  lintOff: string[];
  /** Extension error codes of `lab.yaml` (§9.3): name → code, type, text. */
  errorCodes?: Record<string, ExtensionErrorCode>;
  /** Where `lab.yaml` puts processes on the canvas: process name → position. */
  positions?: Record<string, { x: number; y: number }>;
}

/** A stanza error of the file owner's own, such as `ERROR_TH(4031, "cancel", …)` (§9.3). */
export interface ExtensionErrorCode {
  code: number;
  type: string;
  text: string;
}

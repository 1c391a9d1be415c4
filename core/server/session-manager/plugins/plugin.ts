/** What a plugin of the session manager is (§3.2: processor, preprocessor, postprocessor, filter, stop listener). */
import type { Packet } from '#core/component/packet.js';
import type { Element } from '#core/xml/element.js';
import type { ServerContext } from '#core/server/server-context.js';
import type { ResourceConnection } from '../resource-connection.js';
import type { UserSessions } from '../user-sessions.js';

/** The session that a packet is processed for: its sender's, or its receiver's; undefined: nobody's. */
export type PacketSession = ResourceConnection | undefined;

export interface Plugin {
  /** As in `--sm-plugins`. */
  readonly id: string;
  /** Names of the top-level elements that it is asked about. */
  readonly elements: readonly string[];
  readonly discoFeatures?: readonly string[];
  /** What it adds to `<stream:features>` in the session's present phase. */
  streamFeatures?(session: ResourceConnection): Element[];
  /** Whether it claims the packet: path and xmlns only (§3.4 step 9). */
  matches(packet: Packet): boolean;
  /** True stops the packet (§3.4 step 7). */
  preprocess?(packet: Packet, session: PacketSession, out: Packet[]): boolean;
  process(packet: Packet, session: PacketSession, out: Packet[]): void;
  /** Asked about every packet of its elements, claimed or not (§3.4 step 11). True: it keeps it for later. */
  postprocess?(packet: Packet, session: PacketSession, out: Packet[]): boolean;
  /** What its client hears when the database is down; absent: an iq gets `<internal-server-error/>`, the rest nothing. */
  withoutDatabase?(packet: Packet, session: PacketSession, out: Packet[]): void;
  /** False takes a packet out of the results (§3.4 step 13). */
  filter?(packet: Packet, session: PacketSession): boolean;
  /** The session is over; it is still registered. */
  stopped?(session: ResourceConnection, out: Packet[]): void;
}

/** What plugins may ask of the session manager. */
export interface PluginHost {
  readonly context: ServerContext;
  /** `sess-man@<node>`. */
  readonly id: string;
  readonly sessions: UserSessions;
  /** Whether a domain is one of this server's own. */
  isLocal(domain: string): boolean;
  /** Features of all loaded plugins. */
  discoFeatures(): string[];
  /** External component domains with Tigase's own text (§6.2). */
  discoItems(): { jid: string; name: string }[];
  authenticated(session: ResourceConnection, bareJid: string): void;
  /**
   * Binds a resource; whoever has it on this node gets `<conflict/>`.
   * @returns false: not a resource
   */
  bound(session: ResourceConnection, resource: string): boolean;
}

export type PluginFactory = (host: PluginHost) => Plugin;

/** What the modules of the MUC component have in common. */
import type { NodeContext } from '#core/component/node-context.js';
import type { Packet } from '#core/component/packet.js';
import type { Element } from '#core/xml/element.js';
import type { MucSettings } from './muc-settings.js';
import type { Refusal } from './refusal.js';
import type { RoomHistory } from './room-history.js';
import type { RoomRegistry } from './room-registry.js';

export interface MucService {
  readonly context: NodeContext;
  /** Prefix of the names of machine instances: `muc1/muc`. */
  readonly path: string;
  readonly settings: MucSettings;
  readonly rooms: RoomRegistry;
  readonly history: RoomHistory;
  /** Sends a stanza that has its addresses; those of one cause leave in this order. */
  send(stanza: Element): void;
}

/** One kind of stanza. The first module that handles a stanza gets it. */
export interface MucModule {
  handles(packet: Packet): boolean;
  /** Does what the stanza asks for; a refusal becomes the error reply. */
  process(packet: Packet): Refusal | undefined;
}

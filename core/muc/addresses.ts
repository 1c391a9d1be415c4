/** The addresses of a stanza, as the room needs them. */
import type { Packet } from '#core/component/packet.js';
import type { Jid } from '#core/shared/xmpp/jid.js';
import { childNamed, element, type Element } from '#core/xml/element.js';
import type { Room } from './room.js';

export interface Addressed {
  readonly from: Jid;
  readonly to: Jid;
}

/** Sender and receiver; undefined when one of them is no JID (the component has refused such a stanza before). */
export function addressesOf(packet: Packet): Addressed | undefined {
  const { from, to } = packet;
  return from && to ? { from, to } : undefined;
}

/** M16: what a room sends on comes from the room's address in the case that the sender used. */
export function roomAsWritten(packet: Packet, room: Room): string {
  const written = (packet.attribute('to') ?? '').split('/', 1)[0] ?? '';
  return written.toLowerCase() === room.jid ? written : room.jid;
}

/** The payload of an iq get or set; undefined for any other stanza. */
export function iqPayload(packet: Packet, name: string, xmlns: string): Element | undefined {
  const asks = packet.name === 'iq' && (packet.type === 'get' || packet.type === 'set');
  return asks ? childNamed(packet.element, name, xmlns) : undefined;
}

/** The result of an iq, with or without a payload. */
export function iqResult(packet: Packet, ...payload: Element[]): Element {
  const addresses = { from: packet.attribute('to'), to: packet.attribute('from') };
  return element('iq', { ...addresses, id: packet.id, type: 'result' }, ...payload);
}

/**
 * `<route>`: a packet with its internal addresses on its way to the other half of a separated server (§4.5).
 *
 * On the wire a command of `c2s` and an `<iq/>` that a client has written look alike. So the sender vouches for its own
 * commands with `perm`, which stands outside of what a client can write; the original does not, and is forged.
 */
import type { NodeContext } from '#core/component/node-context.js';
import { Packet } from '#core/component/packet.js';
import { childElements, cloneElement, element, type Element } from '#core/xml/element.js';
import { readStreamCommand, StreamCommand, type StreamCommandName } from '../stream-command.js';

const VOUCHED = 'TRUSTED';
const NOBODYS = 'NONE';

/** Hosts of the two halves. */
export interface RouteHosts {
  own: string;
  peer: string;
}

/** Why a route is not taken; what it was is in the trace already. */
export type RouteRefusal = 'empty route' | 'foreign sender' | 'forged command';

export function packRoute(packet: Packet): Element {
  const attrs = {
    to: packet.packetTo ?? packet.attribute('to'),
    from: packet.packetFrom ?? packet.attribute('from'),
    pr: packet.priority,
    perm: packet instanceof StreamCommand ? VOUCHED : NOBODYS,
  };
  return element('route', attrs, cloneElement(packet.element));
}

/** Reads a route that has come over an authenticated connection. */
export function unpackRoute(
  context: Pick<NodeContext, 'nextPacket'>,
  route: Element,
  hosts: RouteHosts,
): Packet | RouteRefusal {
  const [inner] = childElements(route);
  if (!inner) return 'empty route';
  const { from, to, perm } = route.attrs as Record<string, string | undefined>;
  if (perm === VOUCHED) return vouchedCommand(context, inner, { from, to }, hosts);
  const stanza = cloneElement(inner);
  const written = stanza.attrs as Record<string, string | undefined>;
  // What is the peer's is a connection of its, though the client should have written that very id into its stanza.
  const own = from !== undefined && hostOf(from) === hosts.peer;
  if (!own && from !== written.from) return 'foreign sender';
  // What only repeats the stanza's own address is no internal one.
  const packetFrom = own ? from : undefined;
  const packetTo = to === written.to ? undefined : to;
  return new Packet(context, stanza, packetFrom, packetTo);
}

function vouchedCommand(
  context: Pick<NodeContext, 'nextPacket'>,
  inner: Element,
  route: { from: string | undefined; to: string | undefined },
  hosts: RouteHosts,
): StreamCommand | RouteRefusal {
  const parts = readStreamCommand(inner);
  if (!parts || parts.from !== route.from || parts.to !== route.to) return 'forged command';
  const fits = hostOf(parts.from) === hosts.peer && hostOf(parts.to) === hosts.own;
  return fits && mayCross(parts) ? new StreamCommand(context, parts) : 'forged command';
}

const SESSION_MANAGER = 'sess-man';
/** Which commands each half gives to the other. */
const FROM_CONNECTIONS: readonly `${StreamCommandName} ${string}`[] = [
  'STREAM_OPENED set',
  'GETFEATURES get',
  'STREAM_CLOSED set',
  'STREAM_CLOSED_UPDATE set',
];
const FROM_SESSIONS: readonly `${StreamCommandName} ${string}`[] = [
  'STREAM_OPENED result',
  'GETFEATURES result',
  'STREAM_CLOSED result',
  'USER_LOGIN set',
  'CLOSE set',
];

/** A connection speaks to a session manager, and a session manager to a connection. */
function mayCross({ command, type, from, to }: { command: StreamCommandName; type: string } & Ends): boolean {
  const word = `${command} ${type}` as const;
  if (isSessionManager(from)) return to.includes('/') && FROM_SESSIONS.some((allowed) => allowed === word);
  return from.includes('/') && isSessionManager(to) && FROM_CONNECTIONS.some((allowed) => allowed === word);
}

interface Ends {
  from: string;
  to: string;
}

function isSessionManager(address: string): boolean {
  return address.startsWith(`${SESSION_MANAGER}@`) && !address.includes('/');
}

/** `c2s@cm.example/127.0.1.1_5222_…` → `cm.example`. */
function hostOf(address: string): string {
  const slash = address.indexOf('/');
  const bare = slash < 0 ? address : address.slice(0, slash);
  return bare.slice(bare.indexOf('@') + 1);
}

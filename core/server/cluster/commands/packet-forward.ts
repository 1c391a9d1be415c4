/** `packet-forward-sm-cmd`: a stanza on its way round the ring (§5.7 steps 4 and 5). */
import { Packet } from '#core/component/packet.js';
import { parseJid } from '#core/shared/xmpp/jid.js';
import { cloneElement, type Element } from '#core/xml/element.js';
import type { ServerContext } from '#core/server/server-context.js';
import type { ClusterCommand } from '../cluster-command.js';
import type { ClusterController, CommandListener } from '../cluster-controller.js';
import type { ClusteredSessions } from '../session-clustering.js';

export const PACKET_FORWARD = 'packet-forward-sm-cmd';
/** Parameter: the first node that had a session for the stanza. */
export const SESSION_FOUND = 'user-session-found-key';

export interface RingNode {
  readonly context: ServerContext;
  readonly controller: ClusterController;
  readonly sessions: ClusteredSessions;
  /** `sess-man@<own host>`. */
  readonly self: string;
  /** Component JIDs of the nodes connected now. */
  connected(): readonly string[];
}

export function packetForward(ring: RingNode): CommandListener {
  return { method: PACKET_FORWARD, execute: (command) => execute(ring, command) };
}

function execute(ring: RingNode, command: ClusterCommand): void {
  const { sessions, self } = ring;
  const here = command.data.some((stanza) => hasSession(sessions, stanza));
  if (command.firstNode === self) {
    // Back where it began: nobody had a session, so it is for an offline user.
    if (here || command.params[SESSION_FOUND] !== undefined) return;
    packets(ring, command).forEach((packet) => sessions.processUndelivered(packet));
    return;
  }
  // Passed on before it is processed here, so that the next node does not wait for this one.
  const found = here && command.params[SESSION_FOUND] === undefined ? { [SESSION_FOUND]: self } : {};
  const next = ring.connected().find((node) => !command.visited.includes(node)) ?? command.firstNode;
  const kept = here ? packets(ring, command) : [];
  ring.controller.pass({ ...command, params: { ...command.params, ...found }, to: next });
  kept.forEach((packet) => sessions.processForwarded(packet));
}

function hasSession(sessions: ClusteredSessions, stanza: Element): boolean {
  const { to } = stanza.attrs as Record<string, string | undefined>;
  const jid = to === undefined ? undefined : parseJid(to);
  return jid !== undefined && sessions.hasSessionFor(jid);
}

/** Copies: the stanzas themselves travel on. */
function packets({ context }: RingNode, command: ClusterCommand): Packet[] {
  return command.data.map((stanza) => new Packet(context, cloneElement(stanza)));
}

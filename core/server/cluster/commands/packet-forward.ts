/** `packet-forward-sm-cmd`: a stanza on its way to the nodes that may have its receiver (§5.7 steps 4 and 5). */
import { Packet } from '#core/component/packet.js';
import { parseJid } from '#core/shared/xmpp/jid.js';
import { cloneElement, type Element } from '#core/xml/element.js';
import type { ClusterCommand } from '../cluster-command.js';
import type { CommandListener } from '../cluster-controller.js';
import type { ClusteredSessions } from '../session-clustering.js';
import type { StrategyParts } from '../strategies/clustering-strategy.js';

export const PACKET_FORWARD = 'packet-forward-sm-cmd';
/** Parameter: the first node that had a session for the stanza. */
export const SESSION_FOUND = 'user-session-found-key';

export interface ForwardingNode extends StrategyParts {
  /** The node that a stanza goes on to from here; undefined: from here to no other. */
  next(visited: readonly string[]): string | undefined;
  /** Whether the first node hears of a stanza again when there is no next one. */
  readonly back: boolean;
}

export function packetForward(node: ForwardingNode): CommandListener {
  return { method: PACKET_FORWARD, priority: 'HIGH', execute: (command) => execute(node, command) };
}

function execute(node: ForwardingNode, command: ClusterCommand): void {
  const { sessions, self } = node;
  const here = command.data.some((stanza) => hasSession(sessions, stanza));
  if (command.firstNode === self) {
    // Back where it began: nobody had a session, so it is for an offline user.
    if (here || command.params[SESSION_FOUND] !== undefined) return;
    packets(node, command).forEach((packet) => sessions.processUndelivered(packet));
    return;
  }
  // Passed on before it is processed here, so that the next node does not wait for this one.
  const found = here && command.params[SESSION_FOUND] === undefined ? { [SESSION_FOUND]: self } : {};
  const next = node.next(command.visited) ?? (node.back ? command.firstNode : undefined);
  const kept = here ? packets(node, command) : [];
  if (next !== undefined) {
    node.controller.pass({ ...command, params: { ...command.params, ...found }, to: next });
  }
  kept.forEach((packet) => sessions.processForwarded(packet));
}

function hasSession(sessions: ClusteredSessions, stanza: Element): boolean {
  const { to } = stanza.attrs as Record<string, string | undefined>;
  const jid = to === undefined ? undefined : parseJid(to);
  return jid !== undefined && sessions.hasSessionFor(jid);
}

/** Copies: the stanzas themselves travel on. */
function packets({ context }: ForwardingNode, command: ClusterCommand): Packet[] {
  return command.data.map((stanza) => new Packet(context, cloneElement(stanza)));
}

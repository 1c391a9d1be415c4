/** §5.7 step 1: which stanzas may leave for another node at all. The same for every strategy. */
import type { Packet } from '#core/component/packet.js';
import type { NodeContext } from '#core/component/node-context.js';
import type { Jid } from '#core/shared/xmpp/jid.js';
import { NS_CLIENT } from '#core/shared/xmpp/namespaces.js';
import { cloneElement, type Element } from '#core/xml/element.js';

/** @param self `sess-man@<own host>` */
export function forwardable(context: NodeContext, self: string, packet: Packet): boolean {
  const { from, to } = packet;
  if (!from || !to || (packet.type === 'error' && !forwardsErrors(context))) return false;
  const vhosts = context.plan.virtualHosts;
  const bareVhost = (address: Jid): boolean => address.local === undefined && vhosts.includes(address.domain);
  if (bareVhost(from) || bareVhost(to)) return false;
  // 7.1 answers for the user, wherever the user is.
  if (context.profile === '7.1' && packet.name === 'iq' && to.resource === undefined) return false;
  return to.bare !== self && from.bare !== self && vhosts.includes(to.domain);
}

function forwardsErrors({ plan }: NodeContext): boolean {
  return plan.settings['sess-man/error-forwarding'] === 'forward';
}

/** A copy that says which namespace it is in: `<data>` would otherwise lend it its own. */
export function clientStanza(stanza: Element): Element {
  const copy = cloneElement(stanza);
  copy.attrs = { ...(copy.attrs as Record<string, string>), xmlns: NS_CLIENT };
  return copy;
}

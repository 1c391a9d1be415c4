/** What a client writes and reads on its way online (RFC 6120 §6.4, §7.6; RFC 3921 §3). */
import { NS_BIND, NS_PING, NS_SASL, NS_SESSION, NS_STREAMS_ERROR } from '#core/shared/xmpp/namespaces.js';
import { childElements, childNamed, element, textOf, type Element } from '#core/xml/element.js';

export interface Offers {
  mechanisms: string[];
  bind: boolean;
  session: boolean;
}

export function offers(features: Element): Offers {
  const list = childNamed(features, 'mechanisms', NS_SASL);
  return {
    mechanisms: list ? childElements(list).map(textOf) : [],
    bind: childNamed(features, 'bind', NS_BIND) !== undefined,
    session: childNamed(features, 'session', NS_SESSION) !== undefined,
  };
}

export function bindRequest(id: string, resource: string): Element {
  return element(
    'iq',
    { type: 'set', id },
    element('bind', { xmlns: NS_BIND }, element('resource', {}, resource)),
  );
}

export function sessionRequest(id: string): Element {
  return element('iq', { type: 'set', id }, element('session', { xmlns: NS_SESSION }));
}

/** The full JID in the answer to a bind request. */
export function boundJid(reply: Element): string | undefined {
  const jid = childNamed(reply, 'bind', NS_BIND)?.getChild('jid');
  return jid && textOf(jid);
}

/** `conflict`, `see-other-host` … of a `<stream:error/>`; empty when it names none. */
export function streamErrorCondition(error: Element): string {
  const condition = childElements(error).find(
    ({ name, attrs }) => attrs['xmlns'] === NS_STREAMS_ERROR && name !== 'text',
  );
  return condition?.name ?? '';
}

/** XEP-0199 §4.2: a server asks whether anybody is there; what other people ask is the user's to answer. */
export function isServerPing(stanza: Element): boolean {
  const { name, attrs } = stanza;
  if (name !== 'iq' || attrs['type'] !== 'get' || attrs['from'] !== undefined) return false;
  return childNamed(stanza, 'ping', NS_PING) !== undefined;
}

export function pong({ attrs }: Element): Element {
  return element('iq', { type: 'result', id: String(attrs['id'] ?? '') });
}

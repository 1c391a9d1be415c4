/** How a client gets its full JID (RFC 6120 §7), read from its frames without a parser. */
import { NS_BIND } from '#core/shared/xmpp/namespaces.js';
import { stanzaHead, unescaped } from '../query/stanza-head.js';

/** Services on whose links clients log in. */
const CLIENT_SERVICES: ReadonlySet<string> = new Set(['c2s', 'ws2s', 'bosh']);

export function isForClients(service: string): boolean {
  return CLIENT_SERVICES.has(service);
}

/** Whether a client asks to be bound. */
export function asksToBind(text: string): boolean {
  return text.includes(NS_BIND) && isIq(text, 'set');
}

/** The full JID that the answer says; undefined: it is no such answer. */
export function boundJid(text: string): string | undefined {
  if (!text.includes(NS_BIND) || !isIq(text, 'result')) return undefined;
  const jid = /<jid>([^<]+)<\/jid>/.exec(text)?.[1];
  return jid === undefined ? undefined : unescaped(jid);
}

function isIq(text: string, type: 'set' | 'result'): boolean {
  const head = stanzaHead(text);
  return head?.name === 'iq' && head.type === type;
}

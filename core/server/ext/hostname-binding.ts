/** What crosses the wire where a component proves itself by SASL and binds its names itself (§6.1; XEP-0225). */
import { errorElement } from '#core/component/error-element.js';
import { NS_COMPONENT_BIND, NS_SASL } from '#core/shared/xmpp/namespaces.js';
import type { StanzaErrorCondition } from '#core/shared/xmpp/stanza-errors.js';
import { childElements, childNamed, cloneElement, element, textOf, type Element } from '#core/xml/element.js';

/** The lab has no TLS: PLAIN is offered without it. */
export function mechanismsFeature(): Element {
  const mechanisms = element('mechanisms', { xmlns: NS_SASL }, element('mechanism', {}, 'PLAIN'));
  return element('stream:features', {}, mechanisms);
}

export function bindFeature(): Element {
  return element('stream:features', {}, element('bind', { xmlns: NS_COMPONENT_BIND }));
}

export type OfferedFeature = 'mechanisms' | 'bind';

/** What the first known child of `<stream:features>` offers. */
export function offeredFeature(el: Element): OfferedFeature | undefined {
  if (childNamed(el, 'mechanisms', NS_SASL)) return 'mechanisms';
  return childNamed(el, 'bind', NS_COMPONENT_BIND) ? 'bind' : undefined;
}

/** RFC 4616: no authorization identity, the domain as the user, the secret as the password. */
export function plainAuth(domain: string, secret: string): Element {
  const message = Buffer.from(`\0${domain}\0${secret}`, 'utf8').toString('base64');
  return element('auth', { xmlns: NS_SASL, mechanism: 'PLAIN' }, message);
}

/** Domain and secret of a PLAIN message; undefined: another mechanism, or no such message. */
export function readPlain(el: Element): { domain: string; secret: string } | undefined {
  if ((el.attrs as Record<string, string | undefined>).mechanism !== 'PLAIN') return undefined;
  const parts = Buffer.from(textOf(el).trim(), 'base64').toString('utf8').split('\0');
  const [, domain, secret] = parts;
  return parts.length === 3 && domain !== undefined && secret !== undefined ? { domain, secret } : undefined;
}

export function saslSuccess(): Element {
  return element('success', { xmlns: NS_SASL });
}

export function saslFailure(): Element {
  return element('failure', { xmlns: NS_SASL }, element('not-authorized'));
}

/** `<iq type='set'>` that binds one name. */
export function bindRequest(id: string, hostname: string): Element {
  const bind = element('bind', { xmlns: NS_COMPONENT_BIND }, element('hostname', {}, hostname));
  return element('iq', { type: 'set', id }, bind);
}

export interface HostnameRequest {
  what: 'bind' | 'unbind';
  hostname: string;
}

/** undefined: the stanza asks something else. */
export function readHostnameRequest(el: Element): HostnameRequest | undefined {
  if (el.name !== 'iq' || (el.attrs as Record<string, string | undefined>).type !== 'set') return undefined;
  for (const what of ['bind', 'unbind'] as const) {
    const child = childNamed(el, what, NS_COMPONENT_BIND);
    const hostname = child && childNamed(child, 'hostname');
    if (hostname) return { what, hostname: textOf(hostname).toLowerCase() };
  }
  return undefined;
}

/** The same element with another type; with a condition it says why not. */
export function answerTo(request: Element, refusal?: StanzaErrorCondition): Element {
  const { from, to, ...rest } = request.attrs as Record<string, string | undefined>;
  const type = refusal === undefined ? 'result' : 'error';
  const children = childElements(request).map(cloneElement);
  if (refusal !== undefined) children.push(errorElement(refusal));
  return element('iq', { ...rest, from: to, to: from, type }, ...children);
}

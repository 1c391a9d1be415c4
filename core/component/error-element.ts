/** The `<error/>` of a refused stanza in the shape that Tigase writes (§9.1): condition, legacy code, its own type. */
import { NS_STANZAS } from '#core/shared/xmpp/namespaces.js';
import { stanzaError, type StanzaErrorCondition } from '#core/shared/xmpp/stanza-errors.js';
import { element, type Element } from '#core/xml/element.js';

/** @param text sentence for people; left out when the original carries none */
export function errorElement(condition: StanzaErrorCondition, text?: string): Element {
  const { code, type } = stanzaError(condition);
  const error = element('error', { code: String(code), type }, element(condition, { xmlns: NS_STANZAS }));
  if (text !== undefined) error.cnode(element('text', { 'xml:lang': 'en', xmlns: NS_STANZAS }, text));
  return error;
}

/** What a component hears when it is refused on 5270 (§6.1; behaviour X01). */
import {
  NS_COMPONENT_ACCEPT,
  NS_STANZAS,
  NS_STREAM,
  NS_STREAMS_ERROR,
} from '#core/shared/xmpp/namespaces.js';
import type { StreamErrorCondition } from '#core/shared/xmpp/stream-errors.js';
import { cloneElement, element, type Element } from '#core/xml/element.js';
import { openTag, serialize } from '#core/xml/serialize.js';

type Attrs = Record<string, string | undefined>;

export function streamErrorText(condition: StreamErrorCondition): string {
  return serialize(element('stream:error', {}, element(condition, { xmlns: NS_STREAMS_ERROR })));
}

/** The header before host-unknown has no id. */
export function unknownHostHeader(from: string): string {
  return openTag('stream:stream', { xmlns: NS_COMPONENT_ACCEPT, 'xmlns:stream': NS_STREAM, from });
}

/** The header before invalid-namespace mirrors what came. */
export function mirroredHeader(header: Element): string {
  const { to, from, id } = header.attrs as Attrs;
  const mirrored = { from: to, to: from, id, version: '1.0', 'xml:lang': 'en' };
  return openTag('stream:stream', { xmlns: NS_COMPONENT_ACCEPT, 'xmlns:stream': NS_STREAM, ...mirrored });
}

/** The answer to a stanza before authentication. */
export function notYetAuthorized(stanza: Element): Element {
  const error = cloneElement(stanza);
  const { from, to, ...rest } = error.attrs as Attrs;
  error.attrs = { ...rest, ...(to ? { from: to } : {}), ...(from ? { to: from } : {}), type: 'error' };
  const text = element(
    'text',
    { xmlns: NS_STANZAS, 'xml:lang': 'en' },
    'Connection not yet authorized to send this packet.',
  );
  error.cnode(
    element('error', { code: '401', type: 'auth' }, element('not-authorized', { xmlns: NS_STANZAS }), text),
  );
  return error;
}

/** What a client stream begins and ends with (RFC 6120 §4). */
import { NS_CLIENT, NS_STREAM, NS_STREAMS_ERROR } from '#core/shared/xmpp/namespaces.js';
import type { StreamErrorCondition } from '#core/shared/xmpp/stream-errors.js';
import { element } from '#core/xml/element.js';
import { openTag, serialize } from '#core/xml/serialize.js';

export const STREAM_FOOTER = '</stream:stream>';

/** Stream id of an answer that only carries an error (§7.2). */
export const ERROR_STREAM_ID = 'tigase-error-tigase';

export function streamHeader(from: string, id: string): string {
  return openTag('stream:stream', {
    xmlns: NS_CLIENT,
    'xmlns:stream': NS_STREAM,
    from,
    id,
    version: '1.0',
    'xml:lang': 'en',
  });
}

/** @param content of the condition: the host name of `see-other-host` */
export function streamError(condition: StreamErrorCondition, content?: string): string {
  const inner = content === undefined ? [] : [content];
  return serialize(element('stream:error', {}, element(condition, { xmlns: NS_STREAMS_ERROR }, ...inner)));
}

/** C18: an item that is no more than a host (and a protocol) belongs to the item before, cut off by a comma (§2.5). */
import type { ExternalItemSource } from '#core/shared/config/external.js';
import { replacing } from '#core/shared/config/lint/fixes.js';
import { perNode, report } from '#core/shared/config/lint/lint-rule.js';
import type { SourceRange } from '#core/shared/config/source-range.js';
import { writtenExternals } from '../external-list.js';

const TYPE_WORDS = ['listen', 'accept', 'connect'];
const PROTOCOL_WORDS = ['accept', 'client', 'connect'];

export const hostListWithComma = perNode('C18', (node) =>
  writtenExternals(node)
    .filter((source, index) => index > 0 && looksLikeAddress(source))
    .map(({ item }) => report('error', item.source, { item: item.domain }, commaBefore(item.source))),
);

/** `host`, or `host:accept` where the protocol of the torn item landed in the place of the secret. */
function looksLikeAddress({ fields }: ExternalItemSource): boolean {
  if (fields.secret === undefined) return true;
  return PROTOCOL_WORDS.includes(fields.secret.text) && !TYPE_WORDS.includes(fields.type?.text ?? '');
}

/** The comma stands right before the item, unless the item begins a line. */
function commaBefore(item: SourceRange) {
  const { line, column } = item;
  if (column === 1) return {};
  return replacing({ ...item, column: column - 1, endLine: line, endColumn: column }, ';');
}

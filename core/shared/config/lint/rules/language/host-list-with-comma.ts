/** C18: an item that is no more than a host (and a protocol) belongs to the item before, cut off by a comma (§2.5). */
import type { ExternalItemSource } from '#core/shared/config/external.js';
import { rangeInValue } from '#core/shared/config/init-properties.js';
import { replacing } from '#core/shared/config/lint/fixes.js';
import { perNode, report, type Report } from '#core/shared/config/lint/lint-rule.js';
import type { ValuePiece } from '#core/shared/config/lint/mending.js';
import { mendingEntries } from '../cured-entries.js';
import { writtenExternals } from '../external-list.js';

const TYPE_WORDS = ['listen', 'accept', 'connect'];
const PROTOCOL_WORDS = ['accept', 'client', 'connect'];

export const hostListWithComma = perNode('C18', (node) =>
  mendingEntries(
    writtenExternals(node)
      .filter((source, index) => index > 0 && looksLikeAddress(source))
      .map((source) => {
        const { item, entry } = source;
        const said = report('error', item.source, { item: item.domain }, withSemicolon(source));
        return { entry, report: said, pieces: commaBefore(source) };
      }),
  ),
);

/** `host`, or `host:accept` where the protocol of the torn item landed in the place of the secret. */
function looksLikeAddress({ fields }: ExternalItemSource): boolean {
  if (fields.secret === undefined) return true;
  return PROTOCOL_WORDS.includes(fields.secret.text) && !TYPE_WORDS.includes(fields.type?.text ?? '');
}

/** The comma stands right before the item. */
function commaBefore({ fields }: ExternalItemSource): ValuePiece[] {
  const at = fields.domain?.from;
  return at === undefined ? [] : [{ from: at - 1, to: at, text: ';' }];
}

/** The comma may end another line than the item stands in. */
function withSemicolon(source: ExternalItemSource): Pick<Report, 'fix'> {
  const { line, column } = source.item.source;
  const [range] = commaBefore(source).map(({ from, to }) => rangeInValue(source.entry, from, to));
  return column === 1 || range?.line !== line ? {} : replacing(range, ';');
}

/** C14: a blank beside a separator becomes part of the name, the secret or the port there (§2.3, §2.5, §2.8, §2.9). */
import {
  findEntry,
  rangeInValue,
  splitValue,
  type PropertyEntry,
  type ValuePart,
} from '#core/shared/config/init-properties.js';
import { SM_PLUGINS_KEY } from '#core/shared/config/sm-plugins.js';
import { replacing } from '#core/shared/config/lint/fixes.js';
import { perNode, report, type Report } from '#core/shared/config/lint/lint-rule.js';
import type { ValuePiece } from '#core/shared/config/lint/mending.js';
import { mendingEntries, type CuredReport } from '../cured-entries.js';

/** Lists whose items no Tigase trims, with what separates the fields of an item. */
const UNTRIMMED_LISTS: readonly (readonly [key: string, separators: string])[] = [
  ['--cluster-nodes', ':'],
  ['--external', ':;'],
  ['--virt-hosts', ''],
];

export const blanksInList = perNode('C14', (node, { profile }) => {
  // 7.1 trims the plugins' ids.
  const plugins = profile === '7.1' ? [] : [[SM_PLUGINS_KEY, ''] as const];
  return [...UNTRIMMED_LISTS, ...plugins].flatMap(([key, separators]) => {
    const entry = findEntry(node.file, key);
    return entry === undefined ? [] : checkList(entry, separators);
  });
});

function checkList(entry: PropertyEntry, separators: string): Report[] {
  const items = splitValue(entry, ',');
  return mendingEntries(items.flatMap((item) => checkItem(entry, item, separators)));
}

/** An item with blanks around it as a whole, any other one field by field. */
function checkItem(entry: PropertyEntry, item: ValuePart, separators: string): CuredReport[] {
  const { text, from } = item;
  const isWhole = text !== text.trim();
  const parts = isWhole ? [{ text, from, range: item.range }] : fieldsOf(entry, item, separators);
  return parts
    .filter((part) => part.text !== part.text.trim())
    .map((part) => {
      const params = { key: entry.key, item: part.text.trim() };
      const cure = replacing(part.range, withoutBlanks(part, separators));
      const pieces = blanksOf(part, separators);
      return { entry, report: report('warning', part.range, params, cure), pieces };
    });
}

function fieldsOf(entry: PropertyEntry, { text, from }: ValuePart, separators: string): ValuePart[] {
  const fields: ValuePart[] = [];
  let start = 0;
  for (let at = 0; at <= text.length; at += 1) {
    if (at < text.length && !separators.includes(text.charAt(at))) continue;
    const range = rangeInValue(entry, from + start, from + at);
    fields.push({ text: text.slice(start, at), from: from + start, range });
    start = at + 1;
  }
  return fields;
}

function withoutBlanks(part: ValuePart, separators: string): string {
  let left = '';
  let at = part.from;
  for (const { from, to } of blanksOf(part, separators)) {
    left += part.text.slice(at - part.from, from - part.from);
    at = to;
  }
  return left + part.text.slice(at - part.from);
}

/** Blanks at the ends and beside separators. */
function blanksOf({ text, from }: ValuePart, separators: string): ValuePiece[] {
  return [...text.matchAll(/\s+/gu)].flatMap(({ 0: { length }, index }) => {
    const before = text.charAt(index - 1);
    const behind = text.charAt(index + length);
    const isBeside = [before, behind].some((letter) => letter === '' || separators.includes(letter));
    return isBeside ? [{ from: from + index, to: from + index + length, text: '' }] : [];
  });
}

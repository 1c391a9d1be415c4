/** Secrets in the files of a topology, replaced where they stand; comments, which may say anything, are emptied. */
import { parseDocument, stringify } from 'yaml';
import { z } from 'zod';
import {
  parseInitProperties,
  rangeInValue,
  splitValue,
  type PropertyEntry,
} from '#core/shared/config/init-properties.js';
import { edited, type Edit } from './edits.js';
import type { Secrets } from './secrets.js';

/** Where in an item of these lists the secret stands. */
const LISTS: readonly { key: RegExp; items: boolean; separator: string; field: number }[] = [
  { key: /^--cluster-nodes$/, items: true, separator: ':', field: 1 },
  { key: /^--external$/, items: true, separator: ':', field: 1 },
  { key: /^--ext-comp(_\w+)?$/, items: false, separator: ',', field: 3 },
];
/** Last part of the names of properties that are a secret as a whole; `[S]` and the like say a value's type. */
const SECRET_KEY = /(^|[-_./])(pass|passwd|password|pwd|secret|passphrase)(\[\w\])?$/i;
/** Credentials in an address: `?password=…`, `//user:…@`. */
const IN_ADDRESS = [/(?<=[?&;]password=)[^&;\s]+/gi, /(?<=:\/\/[^/\s:@]*:)[^/\s@]+(?=@)/g];
const NO_SECRET = /^(true|false|on|off|yes|no|null)$/i;

export function propertiesWithout(text: string, secrets: Secrets): string {
  const lines = lineStarts(text);
  const offset = (line: number, column: number): number => (lines[line - 1] ?? 0) + column - 1;
  const edits: Edit[] = [];
  for (const entry of parseInitProperties('', text).entries) {
    for (const [from, to] of secretsIn(entry)) {
      if (to <= from) continue;
      const range = rangeInValue(entry, from, to);
      edits.push({
        start: offset(range.line, range.column),
        end: offset(range.endLine, range.endColumn),
        text: secrets.invented(entry.value.slice(from, to)),
      });
    }
  }
  return withoutComments(edited(text, edits));
}

/** `lab.yaml` with other passwords and without comments; what is no YAML at all is left out. */
export function labYamlWithout(text: string, secrets: Secrets): string {
  const document = parseDocument(text);
  if (document.errors.length > 0) return '';
  const value = z.record(z.string(), z.unknown()).safeParse(document.toJS({ maxAliasCount: 100 }) ?? {});
  if (!value.success) return '';
  const accounts = z
    .looseObject({ accounts: z.array(z.looseObject({ password: z.coerce.string() })) })
    .safeParse(value.data['users']);
  if (!accounts.success) return stringify(value.data);
  const users = accounts.data.accounts.map((account) => ({
    ...account,
    password: secrets.invented(account.password),
  }));
  return stringify({ ...value.data, users: { ...accounts.data, accounts: users } });
}

/** From and to of each secret in a value. */
function secretsIn(entry: PropertyEntry): [from: number, to: number][] {
  const list = LISTS.find(({ key }) => key.test(entry.key));
  if (list) {
    const items = list.items ? splitValue(entry, ',') : [{ text: entry.value, from: 0 }];
    return items.flatMap(({ text, from }): [number, number][] => {
      const part = splitValue(entry, list.separator, text, from)[list.field];
      return part ? [[part.from, part.from + part.text.length]] : [];
    });
  }
  if (SECRET_KEY.test(entry.key)) {
    return NO_SECRET.test(entry.value) ? [] : [[0, entry.value.length]];
  }
  return IN_ADDRESS.flatMap((pattern) =>
    [...entry.value.matchAll(pattern)].map(({ index, 0: { length } }): [number, number] => [
      index,
      index + length,
    ]),
  );
}

/** Lines keep their numbers. */
function withoutComments(text: string): string {
  return text.replace(/^([ \t]*[#!]).*$/gm, (line, start: string, at: number) => {
    // Behind a line that goes on it is no comment.
    const before = text.slice(0, at).trimEnd();
    return /(^|[^\\])(\\\\)*\\$/.test(before) ? String(line) : start;
  });
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (const { index, 0: end } of text.matchAll(/\r\n|\r|\n/g)) starts.push(index + end.length);
  return starts;
}

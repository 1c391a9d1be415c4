/** C23: a password of a database, or the secret of the server's dialback keys, stands in the file as it is (§2.1, §2.9). */
import { rangeInValue, type PropertyEntry } from '#core/shared/config/init-properties.js';
import { perNode, report } from '#core/shared/config/lint/lint-rule.js';

const SECRET_KEY = '--s2s-secret';
/** In a JDBC URI, and among the flags of a virtual host. */
const SECRET_FIELDS = [/[?&;]password=([^&;]+)/giu, /:s2s-secret=([^:,]+)/giu];

export const secretInClear = perNode('C23', (node) =>
  node.file.entries.flatMap((entry) =>
    secretsIn(entry).map(([from, to]) => report('info', rangeInValue(entry, from, to), { key: entry.key })),
  ),
);

/** Stretches of a value that are secret. */
function secretsIn({ key, value }: PropertyEntry): (readonly [from: number, to: number])[] {
  if (key === SECRET_KEY) return value === '' ? [] : [[0, value.length]];
  if (!value.includes('=')) return [];
  return SECRET_FIELDS.flatMap((field) =>
    [...value.matchAll(field)].map((match) => {
      const to = match.index + match[0].length;
      return [to - (match[1]?.length ?? 0), to] as const;
    }),
  );
}

/** C28: an item of a traffic limit that Tigase stops at, or passes over (§2.4). */
import { findEntry, splitValue, type ValuePart } from '#core/shared/config/init-properties.js';
import { perNode, report, type Report } from '#core/shared/config/lint/lint-rule.js';

const KEYS = ['--cm-traffic-throttling', '--cm-ht-traffic-throttling'];
const KINDS = ['xmpp', 'bin'];
/** Kind, a minute, a lifetime, action. */
const FIELDS = 4;

export const limitsBroken = perNode('C28', (node) =>
  KEYS.flatMap((key) => {
    const entry = findEntry(node.file, key);
    return entry === undefined ? [] : splitValue(entry, ',').flatMap((item) => checkItem(key, item));
  }),
);

function checkItem(key: string, { text, range }: ValuePart): Report[] {
  const fields = text.split(':');
  const params = { key, item: text.trim() };
  if (!KINDS.includes(fields[0]?.trim().toLowerCase() ?? ''))
    return [report('warning', range, { ...params, variant: 'kind' })];
  return fields.length < FIELDS ? [report('error', range, params)] : [];
}

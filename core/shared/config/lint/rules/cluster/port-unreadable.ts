/** K29: a port of `--cluster-nodes` that is no number becomes 5277 (§2.3). */
import { CLUSTER_NODES_KEY, parseClusterNodes } from '#core/shared/config/cluster-nodes.js';
import { findEntry, splitValue, type PropertyEntry } from '#core/shared/config/init-properties.js';
import { replacing } from '#core/shared/config/lint/fixes.js';
import { perNode, report, since } from '#core/shared/config/lint/lint-rule.js';
import { mendingEntries, type CuredReport } from '../cured-entries.js';

export const clusterPortUnreadable = perNode(
  'K29',
  (node) => {
    const entry = node.process.clusterMode ? findEntry(node.file, CLUSTER_NODES_KEY) : undefined;
    return entry === undefined ? [] : mendingEntries(unreadableIn(entry));
  },
  since('5.2'),
);

function unreadableIn(entry: PropertyEntry): CuredReport[] {
  const parts = splitValue(entry, ',');
  return parseClusterNodes(entry).flatMap(({ badPort: port, host, source }): CuredReport[] => {
    if (port === undefined) return [];
    const item = parts.find(
      ({ range: { line, column } }) => line === source.line && column === source.column,
    );
    const text = item && withCommas(item.text);
    const cure = text === item?.text ? undefined : text;
    const said = report('warning', source, { host, port }, replacing(source, cure));
    const pieces =
      item && cure !== undefined ? [{ from: item.from, to: item.from + item.text.length, text: cure }] : [];
    return [{ entry, report: said, pieces }];
  });
}

/** An item whose port is followed by something else than a comma or a colon, and by a further item. */
const TORN = /^([^:]*:[^:]*:\d+)[^\w.:-]+(?=\w)/;

/** Items that something else separates, or that nothing but a blank does: `one:secret:5277;two:secret:5277`. */
function withCommas(text: string): string {
  const items: string[] = [];
  let rest = text;
  for (let torn = TORN.exec(rest); torn !== null; torn = TORN.exec(rest)) {
    items.push(torn[1] ?? '');
    rest = rest.slice(torn[0].length);
  }
  return [...items, rest].join(',');
}

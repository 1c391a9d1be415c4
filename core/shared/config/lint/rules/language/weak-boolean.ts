/** C13: `yes`, `on` or `1` where only `true` counts (§2.1). */
import { isTrueWord } from '#core/shared/config/config-type.js';
import { findEntry } from '#core/shared/config/init-properties.js';
import { replacing } from '#core/shared/config/lint/fixes.js';
import { perNode, report } from '#core/shared/config/lint/lint-rule.js';

/** Properties whose code compares with the literal text `true`. */
const LITERAL_BOOLEANS = [
  '--bosh-close-connection',
  '--cluster-connect-all',
  '--hardened-mode',
  '--nonpriority-queue',
  '--s2s-ejabberd-bug-workaround-active',
  '--tls-jdk-nss-bug-workaround-active',
];

export const weakBoolean = perNode('C13', (node) =>
  LITERAL_BOOLEANS.flatMap((key) => {
    const entry = findEntry(node.file, key);
    if (entry === undefined || entry.value === 'true' || !isTrueWord(entry.value)) return [];
    const { value, valueRange } = entry;
    return [report('warning', valueRange, { key, value }, replacing(valueRange, 'true'))];
  }),
);

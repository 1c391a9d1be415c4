import { isTrueWord } from '#core/shared/config/config-type.js';
import { findEntry } from '#core/shared/config/init-properties.js';
import { finding, perNode } from '../topology-view.js';

/** Properties whose code compares with the literal text `true` (§2.1). */
const LITERAL_BOOLEANS = [
  '--bosh-close-connection',
  '--cluster-connect-all',
  '--hardened-mode',
  '--nonpriority-queue',
  '--s2s-ejabberd-bug-workaround-active',
  '--tls-jdk-nss-bug-workaround-active',
];

/** C13: `yes`, `on` or `1` where only `true` counts. */
export const weakBoolean = perNode(['C13'], (node) =>
  LITERAL_BOOLEANS.flatMap((key) => {
    const entry = findEntry(node.file, key);
    if (entry === undefined || entry.value === 'true' || !isTrueWord(entry.value)) return [];
    const fix = { range: entry.valueRange, newText: 'true' };
    return [finding('C13', 'warning', entry.valueRange, { key, value: entry.value }, { fix })];
  }),
);

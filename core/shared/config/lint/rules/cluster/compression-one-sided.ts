/** K15: one node compresses its cluster links and another one does not; both ends must agree (§5.3). */
import { readComponentSetting } from '#core/shared/config/component-settings.js';
import { isTrueWord } from '#core/shared/config/config-type.js';
import type { PropertyEntry } from '#core/shared/config/init-properties.js';
import { report, type LintRule } from '#core/shared/config/lint/lint-rule.js';
import { clusterNodes, rangeOfFirst, type LintNode } from '#core/shared/config/lint/topology-view.js';

const SETTING = 'cl-comp/compress-stream';

export const compressionOneSided: LintRule = {
  code: 'K15',
  run(view) {
    const nodes = clusterNodes(view);
    const plain = nodes.find((node) => !compresses(node));
    if (plain === undefined) return [];
    return nodes.filter(compresses).flatMap((node) => {
      const entry = entryOf(node);
      const params = { node: node.process.hostname, other: plain.process.hostname };
      const there = entryOf(plain)?.valueRange ?? rangeOfFirst(plain, ['--cluster-mode']);
      return entry === undefined
        ? []
        : [report('error', entry.valueRange, params, { related: [{ range: there }] })];
    });
  },
};

function compresses(node: LintNode): boolean {
  return isTrueWord(node.process.settings[SETTING]);
}

function entryOf(node: LintNode): PropertyEntry | undefined {
  return node.file.entries.findLast((entry) => readComponentSetting(entry)?.path === SETTING);
}

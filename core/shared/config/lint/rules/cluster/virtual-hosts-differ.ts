/** K13: nodes of one cluster serve different domains (§2.9). */
import { VIRT_HOSTS_KEY } from '#core/shared/config/virtual-hosts.js';
import type { LintRule } from '#core/shared/config/lint/lint-rule.js';
import { differsFromFirst } from './cluster-differences.js';

export const virtualHostsDiffer: LintRule = {
  code: 'K13',
  run: (view) =>
    differsFromFirst(view, VIRT_HOSTS_KEY, ({ process }) => [...process.virtualHosts].sort().join(',')),
};

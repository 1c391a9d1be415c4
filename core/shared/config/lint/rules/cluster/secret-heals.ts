/** K2: two nodes know different passwords until their shared node table brings the right one, within 15 s (§5.2). */
import { since, type LintRule } from '#core/shared/config/lint/lint-rule.js';
import { differentSecrets } from './cluster-secrets.js';

export const secretHeals: LintRule = {
  code: 'K2',
  profiles: since('5.2'),
  run: (view) => differentSecrets(view, true),
};

/** K1: two nodes know different passwords, and nothing brings the right one (§5.2, §5.3). */
import { since, type LintRule } from '#core/shared/config/lint/lint-rule.js';
import { differentSecrets } from './cluster-secrets.js';

/** 5.1 has one constant secret for all. */
export const secretDiffers: LintRule = {
  code: 'K1',
  profiles: since('5.2'),
  run: (view) => differentSecrets(view, false),
};

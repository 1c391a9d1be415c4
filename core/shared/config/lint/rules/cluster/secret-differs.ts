/** K1: two nodes know different passwords, and nothing brings the right one (§5.2, §5.3). */
import type { LintRule } from '#core/shared/config/lint/lint-rule.js';
import { differentSecrets } from './cluster-secrets.js';

export const secretDiffers: LintRule = { code: 'K1', run: (view) => differentSecrets(view, false) };

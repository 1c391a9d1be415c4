/** K2: two nodes know different passwords until their shared node table brings the right one, within 15 s (§5.2). */
import type { LintRule } from '#core/shared/config/lint/lint-rule.js';
import { differentSecrets } from './cluster-secrets.js';

export const secretHeals: LintRule = { code: 'K2', run: (view) => differentSecrets(view, true) };

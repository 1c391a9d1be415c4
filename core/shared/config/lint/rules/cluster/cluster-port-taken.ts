/** K9: something else of the same address wants the cluster's port; the second bind fails once (§5.1). */
import type { LintRule } from '#core/shared/config/lint/lint-rule.js';
import { portClashes } from '../port-clashes.js';

export const clusterPortTaken: LintRule = { code: 'K9', run: (view) => portClashes(view, true) };

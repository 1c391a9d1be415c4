/** E4: two listeners of one address want the same port; the second bind fails once and is not tried again (§6.4). */
import type { LintRule } from '#core/shared/config/lint/lint-rule.js';
import { portClashes } from '../port-clashes.js';

export const portTaken: LintRule = { code: 'E4', run: (view) => portClashes(view, false) };

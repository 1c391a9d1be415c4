/** K14: nodes of one cluster keep their users in different databases (§2.1). */
import type { LintRule } from '#core/shared/config/lint/lint-rule.js';
import { differsFromFirst } from './cluster-differences.js';

export const databasesDiffer: LintRule = {
  code: 'K14',
  run: (view) => differsFromFirst(view, '--user-db-uri', ({ process }) => process.databaseUri),
};

/** K14: nodes of one cluster keep their users in different databases; how each one logs in there is its own affair (§2.1). */
import { databaseIdentity } from '#core/shared/config/database-identity.js';
import type { LintRule } from '#core/shared/config/lint/lint-rule.js';
import { differsFromFirst } from './cluster-differences.js';

export const databasesDiffer: LintRule = {
  code: 'K14',
  run: (view) =>
    differsFromFirst(view, '--user-db-uri', ({ process: { databaseUri } }) =>
      databaseUri === undefined ? undefined : databaseIdentity(databaseUri),
    ),
};

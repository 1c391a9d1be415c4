/** E1: the component and the server know different passwords (§6.1). */
import { fieldRange } from '#core/shared/config/external.js';
import { replacing } from '#core/shared/config/lint/fixes.js';
import { report, type LintRule } from '#core/shared/config/lint/lint-rule.js';
import { namesOf, unequalItems } from './unequal-items.js';

export const componentSecretDiffers: LintRule = {
  code: 'E1',
  run: (view) =>
    unequalItems(
      view,
      ({ item }) => item.secret,
      ({ link, accept }) => link.source.item.secret === accept.item.secret,
    ).map((wrong) => {
      const { source, isServers, pairs, cure } = wrong;
      const range = fieldRange(source, 'secret');
      const ends = new Set(pairs.map(({ link, accept }) => (isServers ? link.source : accept)));
      const related = [...ends].map((end) => ({ range: fieldRange(end, 'secret') }));
      const params = { ...namesOf(wrong), version: view.profile };
      return report('error', range, params, { related, ...replacing(range, cure) });
    }),
};

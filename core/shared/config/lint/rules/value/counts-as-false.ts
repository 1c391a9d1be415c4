/** V3: a word that means neither yes nor no: everything that is no word for yes is false (§1.2). */
import { replacing } from '#core/shared/config/lint/fixes.js';
import { perNode, report } from '#core/shared/config/lint/lint-rule.js';
import { isIgnored } from '../ignored-properties.js';
import { misfitsOf } from './misfits.js';

export const countsAsFalse = perNode('V3', (node, { profile }) =>
  misfitsOf(node)
    .filter(({ misfit, known }) => misfit === 'boolean' && !isIgnored(known.name, profile))
    .map(({ part, params, instead }) =>
      report('warning', part.range, params, replacing(part.range, instead)),
    ),
);

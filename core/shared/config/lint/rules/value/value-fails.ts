/** V2: a value on which Tigase fails with an exception (§2.10). */
import { replacing } from '#core/shared/config/lint/fixes.js';
import { perNode, report } from '#core/shared/config/lint/lint-rule.js';
import { misfitsOf } from './misfits.js';

export const valueFails = perNode('V2', (node) =>
  misfitsOf(node)
    .filter(({ known }) => known.badValue === 'exception')
    .map(({ part, params, instead }) => report('error', part.range, params, replacing(part.range, instead))),
);

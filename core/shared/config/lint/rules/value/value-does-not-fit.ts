/** V1: a value that Tigase cannot read as what it should be, and reads as something else (§1.2, §2.1). */
import { replacing } from '#core/shared/config/lint/fixes.js';
import { perNode, report } from '#core/shared/config/lint/lint-rule.js';
import { misfitsOf } from './misfits.js';

export const valueDoesNotFit = perNode('V1', (node) =>
  misfitsOf(node)
    .filter(({ known, misfit }) => known.badValue !== 'exception' && misfit !== 'boolean')
    .map(({ part, params, instead }) =>
      report('warning', part.range, params, replacing(part.range, instead)),
    ),
);

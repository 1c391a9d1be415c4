/** E27: a type that is neither `listen` nor `accept` nor `connect` silently means `accept` (§2.5). */
import { replacing } from '#core/shared/config/lint/fixes.js';
import { perNode, report, suggesting } from '#core/shared/config/lint/lint-rule.js';
import { nearestName } from '#core/shared/config/nearest-name.js';
import { mendingEntries } from '../cured-entries.js';

const TYPES = ['listen', 'accept', 'connect'];

export const typeUnknown = perNode('E27', (node) =>
  mendingEntries(
    node.externals.flatMap(({ item, entry, fields }) => {
      const { type, remote } = fields;
      if (type === undefined || TYPES.includes(type.text)) return [];
      // As `connect` the item needs whom to dial, and by which protocol.
      const isComplete = remote !== undefined && item.protocol !== undefined;
      const near = nearestName(type.text, isComplete ? TYPES : TYPES.slice(0, 2));
      const params = { type: type.text, domain: item.domain, ...suggesting(near) };
      const said = report('warning', type.range, params, replacing(type.range, near));
      const piece = { from: type.from, to: type.from + type.text.length, text: near ?? type.text };
      return [{ entry, report: said, pieces: near === undefined ? [] : [piece] }];
    }),
  ),
);

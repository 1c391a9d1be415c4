/** E27: a type that is neither `listen` nor `accept` nor `connect` silently means `accept` (§2.5). */
import { fieldRange } from '#core/shared/config/external.js';
import { replacing } from '#core/shared/config/lint/fixes.js';
import { perNode, report, suggesting } from '#core/shared/config/lint/lint-rule.js';
import { nearestName } from '#core/shared/config/nearest-name.js';

const TYPES = ['listen', 'accept', 'connect'];

export const typeUnknown = perNode('E27', (node) =>
  node.externals.flatMap((source) => {
    const type = source.fields.type?.text;
    if (type === undefined || TYPES.includes(type)) return [];
    const range = fieldRange(source, 'type');
    // As `connect` the item needs whom to dial, and by which protocol.
    const isComplete = source.fields.remote !== undefined && source.item.protocol !== undefined;
    const near = nearestName(type, isComplete ? TYPES : TYPES.slice(0, 2));
    const params = { type, domain: source.item.domain, ...suggesting(near) };
    return [report('warning', range, params, replacing(range, near))];
  }),
);

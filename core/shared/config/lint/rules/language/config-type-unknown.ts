/** C1: a `config-type` that Tigase does not know silently means the default set (§1.4). */
import { CONFIG_TYPE_KEY, isKnownConfigType, KNOWN_CONFIG_TYPES } from '#core/shared/config/config-type.js';
import { findEntry } from '#core/shared/config/init-properties.js';
import { editDistance } from '#core/shared/config/nearest-name.js';
import { replacing } from '#core/shared/config/lint/fixes.js';
import { perNode, report, suggesting } from '#core/shared/config/lint/lint-rule.js';
import { revalued } from '#core/shared/config/lint/mending.js';
import { COMPONENT_CONFIG_TYPE, dialsAsComponent } from '../component-file.js';

/** All of them have most letters in common, so beyond two slips another one would be as near. */
const MOST_SLIPS = 2;
const WORDS = /(default|def|all|sm|cs|comp)(?:onent)?s?$/iu;

export const configTypeUnknown = perNode('C1', (node) => {
  const entry = findEntry(node.file, CONFIG_TYPE_KEY);
  if (entry === undefined || isKnownConfigType(entry.value)) return [];
  const near = meantBy(entry.value, dialsAsComponent(node));
  const params = { value: entry.value, ...suggesting(near) };
  const mending = near === undefined ? {} : { mending: revalued(entry, near) };
  return [report('error', entry.valueRange, params, { ...replacing(entry.valueRange, near), ...mending })];
});

/** By its letters, by the word that it ends in, or by what the rest of the file is for. */
function meantBy(value: string, dials: boolean): string | undefined {
  const slips = (type: string) => editDistance(value, type, MOST_SLIPS + 1);
  const near = KNOWN_CONFIG_TYPES.filter((type) => slips(type) <= MOST_SLIPS);
  const [nearest] = near.sort((left, right) => slips(left) - slips(right));
  const word = WORDS.exec(value)?.[1]?.toLowerCase();
  const named = KNOWN_CONFIG_TYPES.find((type) => type === `--gen-config-${word}`);
  const usual = dials && (near.length === 0 || near.includes(COMPONENT_CONFIG_TYPE));
  return named ?? (usual ? COMPONENT_CONFIG_TYPE : nearest);
}

/** The whole catalogue, in the order in which the documentation shows it. */
import { CONFIG_TYPES } from './config-types.js';
import type { CatalogueEntry, CatalogueKind } from './entry.js';
import { ERROR_CODES } from './error-codes.js';
import { MUC_SETTINGS } from './muc-settings.js';
import { PLUGINS } from './plugins/all.js';
import { PROPERTIES, SETTINGS } from './properties/all.js';
import { ROOM_FIELDS } from './room-fields.js';

export const CATALOGUE: readonly CatalogueEntry[] = [
  ...PROPERTIES,
  ...SETTINGS,
  ...CONFIG_TYPES,
  ...PLUGINS,
  ...MUC_SETTINGS,
  ...ROOM_FIELDS,
  ...ERROR_CODES,
];

/** Entries of one kind. */
export function entriesOf(kind: CatalogueKind): readonly CatalogueEntry[] {
  return CATALOGUE.filter((entry) => entry.kind === kind);
}

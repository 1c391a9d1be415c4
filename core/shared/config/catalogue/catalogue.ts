/** The whole catalogue, in the order in which the documentation shows it. */
import type { CatalogueEntry, CatalogueKind } from './entry.js';
import { PROPERTIES, SETTINGS } from './properties/all.js';

export const CATALOGUE: readonly CatalogueEntry[] = [...PROPERTIES, ...SETTINGS];

/** Entries of one kind. */
export function entriesOf(kind: CatalogueKind): readonly CatalogueEntry[] {
  return CATALOGUE.filter((entry) => entry.kind === kind);
}

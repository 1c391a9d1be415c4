/** Several findings in one entry: all their cures together make the entry that was meant. */
import type { PropertyEntry } from '#core/shared/config/init-properties.js';
import type { Report } from '#core/shared/config/lint/lint-rule.js';
import { rewriting, type ValuePiece } from '#core/shared/config/lint/mending.js';

export interface CuredReport {
  entry: PropertyEntry;
  report: Report;
  /** What should stand in the entry's value; nothing when nobody can know. */
  pieces: readonly ValuePiece[];
}

/** The reports, the first one of each entry with the mending of it. */
export function mendingEntries(found: readonly CuredReport[]): Report[] {
  const pieces = new Map<PropertyEntry, ValuePiece[]>();
  for (const each of found) {
    const known = pieces.get(each.entry);
    if (known === undefined) pieces.set(each.entry, [...each.pieces]);
    else for (const piece of each.pieces) known.push(piece);
  }
  return found.map(({ entry, report }) => {
    const ofEntry = pieces.get(entry) ?? [];
    pieces.delete(entry);
    return ofEntry.length === 0 ? report : { ...report, mending: rewriting(entry, ofEntry) };
  });
}

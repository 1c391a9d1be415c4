/** Keys that were most likely meant to be other ones. */
import { findEntry, type PropertiesFile, type PropertyEntry } from '#core/shared/config/init-properties.js';
import { renaming } from '#core/shared/config/lint/entry-fixes.js';
import type { Report } from '#core/shared/config/lint/lint-rule.js';
import { rekeyed } from '#core/shared/config/lint/mending.js';

export interface Misspelling {
  entry: PropertyEntry;
  /** The key that was meant; undefined when none is near. */
  near: string | undefined;
}

/** The slips with what cures them. Two slips of one key are not both it, nor is one of a key that is there. */
export function readAs(
  file: PropertiesFile,
  slips: readonly Misspelling[],
): (Misspelling & { cure: Pick<Report, 'fix' | 'mending'> })[] {
  const counts = new Map<string | undefined, number>();
  for (const { near } of slips) counts.set(near, (counts.get(near) ?? 0) + 1);
  return slips.map(({ entry, near }) => {
    const isClear = near !== undefined && counts.get(near) === 1 && findEntry(file, near) === undefined;
    const mending = isClear ? { mending: rekeyed(entry, near) } : {};
    return { entry, near, cure: { ...renaming(file, entry, near), ...mending } };
  });
}

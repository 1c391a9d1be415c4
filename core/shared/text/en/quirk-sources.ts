/** Where each quirk was seen: in English that is what core/shared/quirks.ts itself says, and what the host API tells. */
import { QUIRKS, type QuirkName } from '#core/shared/quirks.js';

export const quirkSourcesEn = Object.fromEntries(
  QUIRKS.map(({ name, source }) => [`quirk.${name}.source`, source]),
) as Record<`quirk.${QuirkName}.source`, string>;

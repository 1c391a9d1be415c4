/** What must hold in every run that is explored. `docs/explore.md` says what each of them means. */
export const INVARIANT_NAMES = ['lab-errors', 'never', 'expects', 'rooms-agree', 'no-stanza-lost'] as const;
export type InvariantName = (typeof INVARIANT_NAMES)[number];

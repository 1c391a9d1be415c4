/** Edges that no scenario takes, each with the reason. */
export const EXCUSED_EDGES: Readonly<Record<string, string>> = {};

/** `MACHINE STATE EVENT` that a machine may refuse, each with the reason. */
export const EXCUSED_REFUSALS: Readonly<Record<string, string>> = {};

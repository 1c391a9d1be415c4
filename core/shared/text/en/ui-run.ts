/** Sentences of the window: run. */
export const uiRunEn = {} as const;

/** Sentences of the window: start. */
export const uiStartEn = {} as const;

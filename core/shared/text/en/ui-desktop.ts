/** Sentences of the window: desktop. */
export const uiDesktopEn = {} as const;

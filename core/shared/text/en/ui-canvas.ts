/** Sentences of the window: canvas. */
export const uiCanvasEn = {} as const;

/** Sentences of the window: inspector. */
export const uiInspectorEn = {} as const;

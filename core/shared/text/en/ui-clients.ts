/** Sentences of the window: clients. */
export const uiClientsEn = {} as const;

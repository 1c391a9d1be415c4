/** 窗口文案:clients。 */
import type { uiClientsEn } from '../en/ui-clients.js';

export const uiClientsZhCn = {} as const satisfies Record<keyof typeof uiClientsEn, string>;

/** 窗口文案:run。 */
import type { uiRunEn } from '../en/ui-run.js';

export const uiRunZhCn = {} as const satisfies Record<keyof typeof uiRunEn, string>;

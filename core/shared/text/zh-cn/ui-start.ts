/** 窗口文案:start。 */
import type { uiStartEn } from '../en/ui-start.js';

export const uiStartZhCn = {} as const satisfies Record<keyof typeof uiStartEn, string>;

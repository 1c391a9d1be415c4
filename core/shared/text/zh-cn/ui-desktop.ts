/** 窗口文案:desktop。 */
import type { uiDesktopEn } from '../en/ui-desktop.js';

export const uiDesktopZhCn = {} as const satisfies Record<keyof typeof uiDesktopEn, string>;

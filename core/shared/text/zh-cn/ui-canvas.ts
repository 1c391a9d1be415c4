/** 窗口文案:canvas。 */
import type { uiCanvasEn } from '../en/ui-canvas.js';

export const uiCanvasZhCn = {} as const satisfies Record<keyof typeof uiCanvasEn, string>;

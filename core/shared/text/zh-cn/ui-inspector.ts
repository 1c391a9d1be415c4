/** 窗口文案:inspector。 */
import type { uiInspectorEn } from '../en/ui-inspector.js';

export const uiInspectorZhCn = {} as const satisfies Record<keyof typeof uiInspectorEn, string>;

/** Every sentence in English, by code. Areas have files of their own under `text/en/` and are merged here. */
import { hostEn } from './en/host.js';
import { lintEn } from './en/lint.js';

export const en = { ...hostEn, ...lintEn } as const;

export type TextKey = keyof typeof en;

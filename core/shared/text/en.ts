/** Every sentence in English, by code. Areas have files of their own under `text/en/` and are merged here. */
import { cliEn } from './en/cli.js';
import { hostEn } from './en/host.js';
import { lintEn } from './en/lint.js';
import { scenarioEn } from './en/scenario.js';

export const en = { ...cliEn, ...hostEn, ...lintEn, ...scenarioEn } as const;

export type TextKey = keyof typeof en;

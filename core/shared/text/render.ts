/** Codes and parameters → sentences, for the window and the command line. */
import { en } from './en.js';
import { zhCn } from './zh-cn.js';

export type Language = 'en' | 'zh-CN';

export type TextParams = Readonly<Record<string, string | number>>;

const TEXTS: Readonly<Record<Language, Readonly<Record<string, string>>>> = { en, 'zh-CN': zhCn };

/** The language for a `--lang` value or a `LANG`/browser locale such as `zh_CN.UTF-8`; English for everything else. */
export function languageOf(locale: string | undefined): Language {
  return /^zh\b|^zh_/i.test(locale ?? '') ? 'zh-CN' : 'en';
}

/** Whether there is a sentence for a code. */
export function hasText(code: string): boolean {
  return Object.hasOwn(en, code);
}

/**
 * The sentence of a code with its `{slots}` filled; a slot without a parameter stays as it is, and a code without a
 * sentence comes back itself.
 */
export function renderText(lang: Language, code: string, params: TextParams = {}): string {
  const texts = TEXTS[lang];
  const template = Object.hasOwn(texts, code) ? texts[code] : undefined;
  if (template === undefined) return code;
  return template.replace(/\{(\w+)\}/g, (slot, name: string) =>
    Object.hasOwn(params, name) ? String(params[name]) : slot,
  );
}

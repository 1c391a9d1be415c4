/** Sentences of a lint finding: what is wrong and why it matters. */
import type { Finding, Fix } from '../config/lint/finding.js';
import { hasText, renderText, type Language } from './render.js';

export interface RenderedFinding {
  message: string;
  /** What it leads to, with the symptom or log line; empty when there is none. */
  why: string;
}

/** What a quick fix does, for its button or its line. */
export function renderFix(lang: Language, { title, params, edits }: Fix): string {
  const fix = renderText(lang, `lint.fix.${title}`, params);
  const [first, ...others] = new Set(edits.map(({ range }) => range.file));
  if (first === undefined || others.length === 0) return fix;
  return renderText(lang, 'lint.fix.elsewhere', { fix, files: others.join(', ') });
}

/** Renders `lint.CODE`, or `lint.CODE.variant` where the finding has the parameter `variant` and that text exists. */
export function renderFinding(lang: Language, finding: Pick<Finding, 'code' | 'params'>): RenderedFinding {
  const { code, params } = finding;
  const base = `lint.${code}`;
  const variant = params['variant'] === undefined ? base : `${base}.${params['variant']}`;
  const message = hasText(variant) ? variant : base;
  const usual = hasText(`${message}.why`) ? `${message}.why` : `${base}.why`;
  const ofVersion = `${usual}.${params['version']}`;
  const why = hasText(ofVersion) ? ofVersion : usual;
  return {
    message: renderText(lang, message, params),
    why: hasText(why) ? renderText(lang, why, params) : '',
  };
}

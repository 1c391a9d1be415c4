/** Findings for people (place, sentence, the line itself, why it matters) and for programs. */
import type { Finding, Fix } from '#core/shared/config/lint/finding.js';
import type { SourceRange } from '#core/shared/config/source-range.js';
import { renderFinding, renderFix } from '#core/shared/text/render-finding.js';
import { hasText, renderText, type Language } from '#core/shared/text/render.js';
import { printable, quoteLine } from './quoted-line.js';

/** Texts of the files that findings point into, by path. */
export type Texts = ReadonlyMap<string, string>;

/** `file:line:column severity CODE message`, the line quoted and underlined, and what follows from it. */
export function formatFinding(lang: Language, finding: Finding, texts: Texts): string {
  const { code, severity, range, related = [], fix } = finding;
  const { message, why } = findingSentences(lang, finding);
  const lines = [`${place(range)} ${severity} ${code} ${printable(message)}`];
  const text = texts.get(range.file);
  const quoted = text === undefined ? undefined : quoteLine(text, range);
  if (quoted) {
    const number = String(range.line).padStart(5);
    lines.push(`${number} | ${quoted.line}`, `${' '.repeat(number.length)} | ${quoted.underline}`);
  }
  if (why) lines.push(`        ${printable(why)}`);
  for (const other of related) {
    lines.push(`        ${renderText(lang, 'cli.related', { place: place(other.range) })}`);
  }
  if (fix) lines.push(`        ${printable(renderText(lang, 'cli.fix', { fix: renderFix(lang, fix) }))}`);
  return lines.join('\n');
}

/** Findings of scenarios have sentences under their own code, those of configuration under `lint.`. */
export function findingSentences(lang: Language, finding: Finding): { message: string; why: string } {
  if (!hasText(finding.code)) return renderFinding(lang, finding);
  return { message: renderText(lang, finding.code, finding.params), why: '' };
}

function place({ file, line, column }: SourceRange): string {
  return `${printable(file)}:${line}:${column}`;
}

function jsonFix({ title, params, edits }: Fix): object {
  return { title, params, edits: edits.map(({ range, newText }) => ({ ...range, newText })) };
}

/** What `lint --json` prints of one finding. */
export function jsonFinding({ code, severity, range, params, related, fix }: Finding): object {
  return {
    code,
    severity,
    ...range,
    params,
    related: (related ?? []).map(({ range: other, params: more }) => ({ ...other, params: more ?? {} })),
    fix: fix ? jsonFix(fix) : null,
  };
}

/**
 * Whether a text is one well-formed element, and where it is not. The page's own parser does the work; its sentences
 * are turned into the window's.
 */
import type { TextKey } from '#core/shared/text/en.js';
import type { TextParams } from '#core/shared/text/render.js';

export interface XmlProblem {
  /** From 1. */
  line: number;
  column: number;
  code: TextKey | undefined;
  params: TextParams;
  /** What the parser says, for what has no sentence here. */
  raw: string;
}

/**
 * How the parsers of Chromium word what people get wrong: libxml (Electron 33), and the newer one in its place. `names`
 * are the parameters that the groups of the pattern give.
 */
const WORDINGS: readonly [pattern: RegExp, code: TextKey, names: readonly string[]][] = [
  [/Opening and ending tag mismatch: (\S+) line \d+ and (\S+)/, 'ui.run.xml.mismatch', ['open', 'close']],
  [/Unexpected closing tag: (\S+) != (\S+)/, 'ui.run.xml.mismatch', ['close', 'open']],
  [/Unexpected token: </, 'ui.run.xml.more-roots', []],
  [/Extra content at the end|outside the root element/, 'ui.run.xml.text-outside', []],
  [
    /Premature end of data|EndTag: '<\/' not found|Couldn't find end of Start Tag|end of stream/,
    'ui.run.xml.unclosed',
    [],
  ],
  [/Attribute '?([^'\s]+)'? (?:is )?redefined/, 'ui.run.xml.attribute-twice', ['name']],
  [/Namespace prefix (\S+)/, 'ui.run.xml.prefix', ['name']],
  [/(?:Element|Attribute) ([^\s:]+):\S+ prefix is unbound/, 'ui.run.xml.prefix', ['name']],
  [/Entity '([^']+)' not defined/, 'ui.run.xml.entity', ['name']],
  [/Unexpected entity: (\S+)/, 'ui.run.xml.entity', ['name']],
  [/EntityRef|inside entity/, 'ui.run.xml.ampersand', []],
  [
    /Unescaped '<'|invalid element name|Start tag expected|Qualified name is invalid/,
    'ui.run.xml.less-than',
    [],
  ],
  [
    /attributes? construct error|AttValue|mandates? value for attribute|inside qualified name|Unexpected token: [^<]/i,
    'ui.run.xml.attribute',
    [],
  ],
];

/** What a stanza must not hold (RFC 6120 §11.1). */
const FORBIDDEN: readonly [pattern: RegExp, what: TextKey][] = [
  [/<!--/, 'ui.run.xml.forbidden.comment'],
  [/<\?/, 'ui.run.xml.forbidden.instruction'],
  [/<!DOCTYPE/i, 'ui.run.xml.forbidden.doctype'],
];

/** Declares the one prefix that a stream's header declares for every frame after it. */
const STREAM = 'xmlns:stream="http://etherx.jabber.org/streams"';

export interface XmlVerdict {
  problem: XmlProblem | undefined;
  /** Code of the forbidden thing that `problem` is about. */
  what?: TextKey;
}

export function checkXml(source: string): XmlVerdict {
  if (source.trim() === '') return { problem: problem(1, 1, 'ui.run.xml.empty') };
  for (const [pattern, what] of FORBIDDEN) {
    const index = source
      .replace(/<!\[CDATA\[.*?\]\]>/gs, (cdata) => cdata.replace(/</g, ' '))
      .search(pattern);
    if (index >= 0)
      return { problem: { ...problem(...placeOf(source, index), 'ui.run.xml.forbidden') }, what };
  }
  const complete = closed(source);
  const found = parse(complete);
  if (!found) return { problem: undefined };
  if (found.code === 'ui.run.xml.prefix' && found.params['name'] === 'stream') {
    return { problem: withStreamPrefix(complete) };
  }
  return { problem: found };
}

/** Looks again with the prefix `stream` declared; places in the line of the tag are those of the text as written. */
function withStreamPrefix(source: string): XmlProblem | undefined {
  const head = /^\s*<[^\s/>]+/.exec(source)?.[0] ?? '';
  const found = parse(`${head} ${STREAM}${source.slice(head.length)}`);
  const [line, column] = placeOf(source, head.length);
  if (!found || found.line !== line || found.column <= column) return found;
  return { ...found, column: Math.max(column, found.column - STREAM.length - 1) };
}

/** A stream's header is no element until its footer comes. */
function closed(source: string): string {
  return /^\s*<stream:stream[\s>]/.test(source) && !source.includes('</stream:stream')
    ? `${source}</stream:stream>`
    : source;
}

function parse(source: string): XmlProblem | undefined {
  const leading = source.length - source.trimStart().length;
  const [line, column] = placeOf(source, leading);
  const parsed = new DOMParser().parseFromString(source.slice(leading), 'application/xml');
  const error = parsed.querySelector('parsererror')?.textContent;
  if (!error) return undefined;
  const said = /error on line (\d+) at column (\d+): ([^\n]*)/.exec(error);
  const raw = (said?.[3] ?? error).replace(/Below is a rendering.*$/s, '').trim();
  const [saidLine, saidColumn] = [Number(said?.[1] ?? 1), Number(said?.[2] ?? 1)];
  const place = { line: saidLine + line - 1, column: saidLine === 1 ? saidColumn + column - 1 : saidColumn };
  const known = WORDINGS.find(([pattern]) => pattern.test(raw));
  if (!known) return { ...place, code: undefined, params: {}, raw };
  const [pattern, code, names] = known;
  const values = pattern.exec(raw)?.slice(1) ?? [];
  const params = Object.fromEntries(names.map((name, index) => [name, values[index] ?? '']));
  const more = code === 'ui.run.xml.text-outside' && elementAt(source, place);
  return { ...place, code: more ? 'ui.run.xml.more-roots' : code, params, raw };
}

/** Whether what stands at a place is another element rather than text. */
function elementAt(source: string, { line, column }: { line: number; column: number }): boolean {
  const rows = source.split('\n');
  const before = rows.slice(0, line - 1).reduce((sum, row) => sum + row.length + 1, 0);
  return source
    .slice(Math.max(0, before + column - 2))
    .trimStart()
    .startsWith('<');
}

function placeOf(source: string, index: number): [line: number, column: number] {
  const rows = source.slice(0, index).split('\n');
  return [rows.length, (rows.at(-1)?.length ?? 0) + 1];
}

function problem(line: number, column: number, code: TextKey): XmlProblem {
  return { line, column, code, params: {}, raw: '' };
}

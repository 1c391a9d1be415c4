/** Canvas positions → `lab.yaml` of a topology's folder. All else of the user's file stays as it is, to the byte. */
import type { Stats } from 'node:fs';
import { readFile, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { Document, isMap, isScalar, Pair, parseDocument, Scalar, YAMLMap } from 'yaml';
import type { Positions, SavedPositions } from '#core/lab/commands/topology-commands.js';
import { LAB_YAML_NAME, parseLabYaml } from '#core/shared/config/lab-yaml.js';
import { TOPOLOGY_LIMITS } from '#core/shared/config/topology-limits.js';
import { examplesFolder } from './list-examples.js';
import { systemCode } from './read-text.js';
import { isInside, replaceFile } from './replace-file.js';

const KEY = 'canvas';
/** Long lines of the user's are not folded. */
const AS_IT_IS = { lineWidth: 0 } as const;

/** Never throws: a folder that cannot be written to is one of its answers. `examples` are left as they were shipped. */
export async function savePositions(
  given: string,
  positions: Positions,
  examples = examplesFolder(),
): Promise<SavedPositions> {
  try {
    const folder = await realpath(given);
    if (!(await stat(folder)).isDirectory() || (await isInside(folder, examples))) return 'not-writable';
    // Whoever keeps the file elsewhere and links to it keeps the link.
    const file = await realpath(path.join(folder, LAB_YAML_NAME)).catch(orMissing);
    const target = file ?? path.join(folder, LAB_YAML_NAME);
    const stats = file === undefined ? undefined : await stat(file);
    const text = stats ? await textOf(target, stats) : '';
    const changed = text === undefined ? undefined : withPositions(text, positions);
    if (changed === undefined) return 'invalid';
    if (changed !== text) await replaceFile(target, changed, stats?.mode);
    return 'saved';
  } catch {
    return 'not-writable';
  }
}

/** The text with these positions and no others; undefined when it is no valid `lab.yaml`. */
export function withPositions(text: string, positions: Positions): string | undefined {
  const before = parseLabYaml(LAB_YAML_NAME, text);
  if (!before.ok) return undefined;
  if (isDeepStrictEqual({ ...before.value.canvas }, { ...positions })) return text;
  const wanted = { ...before.value, canvas: positions };
  // What is written is read again: YAML has more forms (flow maps, anchors) than cutting and pasting knows.
  return [spliced, printed]
    .map((change) => change(text, positions))
    .find((changed) => {
      const after = parseLabYaml(LAB_YAML_NAME, changed);
      return after.ok && isDeepStrictEqual(after.value, wanted);
    });
}

/** Whether two texts of a `lab.yaml` say the same but for where the cards stand. */
export function samePlacesAside(left: string, right: string): boolean {
  const bare = withPositions(left, {});
  return bare !== undefined && bare === withPositions(right, {});
}

/**
 * An edited text with the places that the file has now, unless it was the places that were edited.
 * @param before what was edited
 * @param now what the file holds
 */
export function withPlacesOf(text: string, before: string, now: string): string {
  const [edited, old, present] = [text, before, now].map((each) => parseLabYaml(LAB_YAML_NAME, each));
  if (!edited?.ok || !old?.ok || !present?.ok) return text;
  if (!isDeepStrictEqual(edited.value.canvas, old.value.canvas)) return text;
  return withPositions(text, present.value.canvas) ?? text;
}

/** Changes the lines of the key, and no other. */
function spliced(text: string, positions: Positions): string {
  const document = parseDocument(text);
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const pair = isMap(document.contents) ? document.contents.items.find(isOurs) : undefined;
  const lines = linesOf(pair?.value, positions).replaceAll('\n', newline);
  const span = pair && spanOf(pair);
  if (!span) return text + (text === '' || text.endsWith('\n') ? '' : newline) + lines;
  const [before, gone, rest] = [
    text.slice(0, span.start),
    text.slice(span.start, span.end),
    text.slice(span.end),
  ];
  return before + lines + (gone.endsWith('\n') ? rest : rest.replace(/^[ \t]*\r?\n/, ''));
}

/** From the key to the end of the value and of the comment beside it. */
function spanOf({ key, value }: Pair): { start: number; end: number } | undefined {
  if (!isScalar(key) || !key.range || !isMap(value) || !value.range) return undefined;
  return { start: key.range[0], end: value.range[2] };
}

function printed(text: string, positions: Positions): string {
  const document = parseDocument(text);
  if (Object.keys(positions).length === 0) document.delete(KEY);
  else document.set(KEY, placed(document.get(KEY, true), positions));
  return document.toString(AS_IT_IS);
}

function isOurs(pair: Pair): boolean {
  return isScalar(pair.key) && pair.key.value === KEY;
}

/** The key with its value, as lines; nothing when no card has a place. */
function linesOf(value: unknown, positions: Positions): string {
  if (Object.keys(positions).length === 0) return '';
  const map = new YAMLMap();
  // A key of our own: comments above the user's stay where they are.
  map.items.push(new Pair(new Scalar(KEY), placed(value, positions)));
  const document = new Document();
  document.contents = map;
  return document.toString(AS_IT_IS);
}

/** The map of positions, brought up to date; comments beside what stays are kept. */
function placed(value: unknown, positions: Positions): YAMLMap {
  const map = isMap(value) ? value : new YAMLMap();
  if (map.items.length === 0) map.flow = false;
  map.items = map.items.filter(({ key }) => isScalar(key) && Object.hasOwn(positions, String(key.value)));
  const places = new Map(map.items.map(({ key, value: place }) => [String(key), place]));
  for (const [card, { x, y }] of Object.entries(positions)) {
    const place = places.get(card);
    if (isMap(place)) {
      place.set('x', x);
      place.set('y', y);
    } else {
      const fresh = new Document({ x, y }).contents;
      if (isMap(fresh)) fresh.flow = true;
      map.set(card, fresh);
    }
  }
  return map;
}

/** undefined: too large, or not UTF-8, so that writing it again would change it. */
async function textOf(file: string, { size }: Stats): Promise<string | undefined> {
  if (size > TOPOLOGY_LIMITS.yamlBytes) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await readFile(file));
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

function orMissing(error: unknown): undefined {
  if (systemCode(error) !== 'ENOENT') throw error;
  return undefined;
}

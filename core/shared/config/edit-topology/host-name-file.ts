/** Host names that the properties files do not say (any more) are written into `lab.yaml`, and only those. */
import { isMap, isScalar, parseDocument, type Document, type Pair, type YAMLMap } from 'yaml';
import { LAB_YAML_NAME, parseLabYaml } from '../lab-yaml.js';
import { readFiles, type TopologyFile } from './topology-file.js';

/** @param hostNames process → what it has to be called */
export function withHostNames(
  files: readonly TopologyFile[],
  hostNames: ReadonlyMap<string, string>,
): TopologyFile[] {
  const { processes } = readFiles(files).plan;
  const wrong = processes.flatMap(({ name, hostname }) => {
    const wanted = hostNames.get(name);
    return wanted === undefined || wanted === hostname ? [] : [[name, wanted] as const];
  });
  if (wrong.length === 0) return [...files];
  const yaml = files.find(({ process }) => process === undefined) ?? { name: LAB_YAML_NAME, text: '' };
  const text = wrong.reduce((so, [process, host]) => withHostName(so, process, host), yaml.text);
  return [...files.filter((file) => file !== yaml), { ...yaml, text }];
}

function withHostName(text: string, process: string, host: string): string {
  // What is no lab.yaml is left to whoever wrote it.
  if (!parseLabYaml('', text).ok) return text;
  const document = parseDocument(text);
  const processes = pairOf(document.contents, 'processes');
  const known = isMap(processes?.value) && pairOf(processes.value, process) !== undefined;
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  if (!processes) {
    const before = text === '' || text.endsWith('\n') ? '' : newline;
    return text + before + lines(['processes:', ...entry('  ', process, host)], newline);
  }
  const first = isMap(processes.value) && !processes.value.flow ? processes.value.items[0] : undefined;
  const start = first && startOf(first);
  if (known || start === undefined) {
    document.setIn(['processes', process, 'hostname'], host);
    return document.toString({ lineWidth: 0 });
  }
  const line = text.lastIndexOf('\n', start - 1) + 1;
  return (
    text.slice(0, line) + lines(entry(text.slice(line, start), process, host), newline) + text.slice(line)
  );
}

/** Takes out what `lab.yaml` says of a process; one that says nothing else goes. */
export function withoutProcess(files: readonly TopologyFile[], process: string): TopologyFile[] {
  return files.flatMap((file) => {
    if (file.process !== undefined) return [file];
    const text = withoutName(file.text, process);
    return text === file.text ? [file] : text.trim() === '' ? [] : [{ ...file, text }];
  });
}

function withoutName(text: string, process: string): string {
  if (!parseLabYaml('', text).ok) return text;
  return [
    ['processes', process],
    ['canvas', process],
  ].reduce((so, path) => withoutKey(so, path), seenAsLess(text, process));
}

function seenAsLess(text: string, process: string): string {
  const { processes } = parsed(text);
  return Object.entries(processes)
    .filter(([, { seenAs = {} }]) => Object.hasOwn(seenAs, process))
    .reduce((so, [other]) => withoutKey(so, ['processes', other, 'seenAs', process]), text);
}

function parsed(text: string) {
  const result = parseLabYaml('', text);
  return result.ok ? result.value : { processes: {} };
}

/** Takes a key out, and what is empty without it; in block form its own lines only. */
function withoutKey(text: string, path: readonly string[]): string {
  const document: Document = parseDocument(text);
  if (!document.hasIn(path)) return text;
  const parents = path.slice(0, -1);
  const map: unknown = parents.length === 0 ? document.contents : document.getIn(parents, true);
  if (!isMap(map)) return text;
  if (map.items.length === 1 && parents.length > 0) return withoutKey(text, parents);
  const pair = pairOf(map, path.at(-1) ?? '');
  const start = pair && startOf(pair);
  if (!pair || start === undefined || map.flow) {
    document.deleteIn(path);
    return document.toString({ lineWidth: 0 });
  }
  const line = text.lastIndexOf('\n', start - 1) + 1;
  return text.slice(0, line) + text.slice(endOf(text, pair));
}

function pairOf(map: unknown, key: string): Pair | undefined {
  return isMap(map)
    ? (map as YAMLMap).items.find((pair) => isScalar(pair.key) && String(pair.key.value) === key)
    : undefined;
}

function startOf({ key }: Pair): number | undefined {
  return isScalar(key) ? key.range?.[0] : undefined;
}

/** Where the line begins behind all that a key holds. */
function endOf(text: string, { key, value }: Pair): number {
  const range =
    (value as { range?: [number, number, number] | null } | null)?.range ??
    (isScalar(key) ? key.range : undefined);
  const end = range?.[1] ?? text.length;
  if (text[end - 1] === '\n') return end;
  const next = text.indexOf('\n', end);
  return next === -1 ? text.length : next + 1;
}

function entry(indent: string, process: string, host: string): string[] {
  return [`${indent}${plain(process)}:`, `${indent}  hostname: ${plain(host)}`];
}

function plain(text: string): string {
  return /^[A-Za-z][\w.-]*$/.test(text) && !/^(true|false|null|yes|no|on|off)$/i.test(text)
    ? text
    : JSON.stringify(text);
}

function lines(texts: readonly string[], newline: string): string {
  return texts.map((text) => text + newline).join('');
}

/** What a new process, its host and its file are called. */
import { processNameOf } from '../topology-files.js';
import type { TopologyFile } from './topology-file.js';

/**
 * What comes after `server2`, `vm-128-158` or `server2.chat.example`: the number at the end of the first label counts on,
 * with as many digits as there were, at least. Never one of `taken`.
 */
export function nextName(last: string, taken: ReadonlySet<string>): string {
  const [label = '', ...domain] = last.split('.');
  const [, stem = '', digits = ''] = /^(.*?)(\d*)$/.exec(label) ?? [];
  for (let number = digits === '' ? 2 : Number(digits) + 1; ; number += 1) {
    const name = [`${stem}${String(number).padStart(digits.length, '0')}`, ...domain].join('.');
    if (!taken.has(name)) return name;
  }
}

/** Whether a file can be called like it. */
export function isProcessName(text: string): boolean {
  return processNameOf(`${text}.properties`) === text && !/[\\/\0\r\n]/.test(text);
}

/** `server2/etc/init.properties` → `server3/etc/init.properties`. */
export function fileName({ name, process: known = '' }: TopologyFile, process: string): string {
  const [first = '', ...rest] = name.split('/');
  if (rest.length > 0 && first === known) return [process, ...rest].join('/');
  return `${process}.properties`;
}

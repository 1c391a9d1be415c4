/** Which files of a folder are a topology, and which process each one describes. */
import { LAB_YAML_NAME } from './lab-yaml.js';
import type { Finding } from './lint/finding.js';

/** Tigase 8's configuration: recognised, not supported yet (finding X4). */
export const TDSL_FILE_NAME = 'config.tdsl';

/** Finding code of a `config.tdsl`. */
export const TIGASE_8_CODE = 'X4';

/** Finding code of a file whose process another one describes. */
export const SECOND_FILE_CODE = 'X5';

const PATTERNS: readonly RegExp[] = [
  /^([^/]+)\/(?:etc\/)?init\.properties$/,
  /^(?!init\.properties$)([^/]+)\.properties$/,
];

/**
 * Process name of a path relative to the topology's folder: NAME of `NAME.properties`, `NAME/init.properties` or
 * `NAME/etc/init.properties`; undefined for every other file. Backslashes count as slashes.
 */
export function processNameOf(relativePath: string): string | undefined {
  const path = relativePath.replaceAll('\\', '/').replace(/^(\.\/)+/, '');
  for (const pattern of PATTERNS) {
    const name = pattern.exec(path)?.[1];
    if (name !== undefined && name !== '.' && name !== '..') return name;
  }
  return undefined;
}

/** Whether a topology is read from a file of that name in its folder: what is hidden is passed over. */
export function isTopologyFile(relativePath: string): boolean {
  if (relativePath.startsWith('.')) return false;
  return relativePath === LAB_YAML_NAME || processNameOf(relativePath) !== undefined;
}

/** Whether a path names a Tigase 8 configuration. */
export function isTdslFile(relativePath: string): boolean {
  return relativePath.replaceAll('\\', '/').split('/').at(-1) === TDSL_FILE_NAME;
}

/** The finding of a file that could not be read; `reason` is the system's own code, such as `EACCES`. */
export function unreadableFile(path: string, reason: string): Finding {
  const range = { file: path, line: 1, column: 1, endLine: 1, endColumn: 1 };
  return { code: 'X1', severity: 'error', range, params: { reason } };
}

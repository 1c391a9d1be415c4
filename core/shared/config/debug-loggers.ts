/** `--debug` and `--debug-packages`: loggers that are raised to ALL (§1.7). */
import { valueOf, type PropertiesFile } from './init-properties.js';

/** Full package names, `--debug` ones with the `tigase.` prefix that Tigase adds. */
export function debugLoggersOf(file: PropertiesFile): string[] {
  const own = listOf(valueOf(file, '--debug')).map((name) => `tigase.${name}`);
  return [...new Set([...own, ...listOf(valueOf(file, '--debug-packages'))])];
}

/** Items of a comma list, blanks cut off, empty ones left out. */
export function listOf(value: string | undefined): string[] {
  return (value ?? '')
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');
}

/** Which init properties Tigase 5.1–7.1 reads, for the linter and for its suggestions. */
import { entriesOf } from './catalogue/catalogue.js';
import { entryForKey } from './catalogue/lookup.js';
import { isVariable } from './catalogue/placeholders.js';
import { nearestName } from './nearest-name.js';

/** Names without a variable part, with their two dashes; `config-type` has none. */
const KNOWN_PROPERTIES: readonly string[] = entriesOf('property')
  .map(({ name }) => name)
  .filter((name) => !isVariable(name));

/** Whether Tigase reads an init property of this name. */
export function isKnownProperty(key: string): boolean {
  return entryForKey(key)?.kind === 'property';
}

/** The known name that is nearest to a misspelt one; undefined when none is near. */
export function nearestProperty(key: string): string | undefined {
  return nearestName(key, KNOWN_PROPERTIES);
}

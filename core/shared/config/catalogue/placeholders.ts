/** The variable parts of names in the catalogue: words in capitals, such as `N` of `--comp-name-N`. */

/** Word → what may stand in its place, as a regular expression. */
const PLACEHOLDERS: Readonly<Record<string, string>> = {
  /** Domains in brackets, comma-separated. */
  DOMAIN: '[^\\]]+',
  /** A component's name. */
  NAME: '[^/\\[\\]\\s]+',
  PORT: '\\d+',
  /** A plugin's id, which may contain slashes and colons. */
  ID: '.+',
  KEY: '[^/]+',
  PATTERN: '.+',
  FIELD: '.+',
  N: '.+',
};

const WORDS = new RegExp(`(?<![A-Za-z])(?:${Object.keys(PLACEHOLDERS).join('|')})(?![A-Za-z])`, 'g');

/** Whether a name of the catalogue has a variable part. */
export function isVariable(name: string): boolean {
  return name.search(WORDS) >= 0;
}

/** What matches the keys that a variable name stands for. A number behind a dash may be left out. */
export function patternOf(name: string): RegExp {
  const numbered = name.endsWith('-N');
  const stem = numbered ? name.slice(0, -2) : name;
  let pattern = '';
  let from = 0;
  for (const { 0: word, index } of stem.matchAll(WORDS)) {
    pattern += `${quoted(stem.slice(from, index))}${PLACEHOLDERS[word] ?? ''}`;
    from = index + word.length;
  }
  return new RegExp(`^${pattern}${quoted(stem.slice(from))}${numbered ? '(?:-.*)?' : ''}$`, 's');
}

/** How much of a name is fixed: of two that match, the one with more says more. */
export function fixedLength(name: string): number {
  return name.replaceAll(WORDS, '').length;
}

function quoted(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

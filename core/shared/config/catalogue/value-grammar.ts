/** Grammars of values, as data: the linter checks by them, the editor completes by them, the documentation prints them. */

export type ValueGrammar =
  /** Words that mean yes; every other word means no (§1.2, C13). */
  | { type: 'boolean'; trueWords: readonly string[] }
  | { type: 'integer'; min?: number; max?: number }
  /** A number with an optional k, m or g (1024, 1024², 1024³; §1.2). */
  | { type: 'size' }
  /** `exact`: a blank beside the number is read as a part of it, which then is none. */
  | { type: 'port'; exact?: boolean }
  /** One of some words; `open` also takes other text, such as a class name of one's own. */
  | { type: 'choice'; values: readonly string[]; open?: boolean; anyCase?: boolean }
  /** A Java class name; `known` are those that come with the server. */
  | { type: 'class'; known: readonly string[] }
  | { type: 'bare-jid' }
  | { type: 'domain' }
  | { type: 'path' }
  | { type: 'uri' }
  | { type: 'text' }
  /** Items between separators; blanks around an item belong to it (C14). */
  | { type: 'list'; separator: string; of: ValueGrammar }
  /** A form with a parser and rules of its own, such as `--external`; `form` shows it. */
  | { type: 'form'; form: string };

/** The words that a grammar names, of a list those of its items. */
export function wordsOf(grammar: ValueGrammar): readonly string[] {
  switch (grammar.type) {
    case 'boolean':
      return [...grammar.trueWords, 'false'];
    case 'choice':
      return grammar.values;
    case 'class':
      return grammar.known;
    case 'list':
      return wordsOf(grammar.of);
    default:
      return [];
  }
}

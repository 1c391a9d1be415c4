/** What the entries of this folder are made of. */
import type { CatalogueEntry, CatalogueKind, Treatment } from '../entry.js';
import type { ValueGrammar } from '../value-grammar.js';

type Draft = Omit<CatalogueEntry, 'kind'>;

/** Entries of the kind that their folder or file is for. */
function ofKind(kind: CatalogueKind, drafts: readonly Draft[]): readonly CatalogueEntry[] {
  return drafts.map((draft) => ({ kind, ...draft }));
}

/** Init properties: `config-type` and everything that begins with two dashes. */
export const properties = (drafts: readonly Draft[]) => ofKind('property', drafts);

/** Component setting lines, `component/key`. */
export const settings = (drafts: readonly Draft[]) => ofKind('setting', drafts);

/** @param scenario path in the repository; it fails when the lab ignores the entry */
export const modelled = (scenario: string): Treatment => ({ as: 'modelled', scenario });
export const CHECKED: Treatment = { as: 'checked' };
export const NOT_YET: Treatment = { as: 'not-yet' };
export const NOT_APPLICABLE: Treatment = { as: 'not-applicable' };

/** Compared with the literal text (C13). */
export const LITERAL_TRUE: ValueGrammar = { type: 'boolean', trueWords: ['true'] };
/** The generous boolean of §1.2. */
export const TRUE_WORDS: ValueGrammar = { type: 'boolean', trueWords: ['true', 'yes', 'on', '1'] };
export const TEXT: ValueGrammar = { type: 'text' };
export const PATH: ValueGrammar = { type: 'path' };
export const URI: ValueGrammar = { type: 'uri' };
export const BARE_JID: ValueGrammar = { type: 'bare-jid' };
export const SIZE: ValueGrammar = { type: 'size' };
/** A number of things, of which there is at least one. */
export const COUNT: ValueGrammar = { type: 'integer', min: 1 };
export const MILLISECONDS: ValueGrammar = { type: 'integer' };

export const classOf = (...known: readonly string[]): ValueGrammar => ({ type: 'class', known });
export const commaList = (of: ValueGrammar): ValueGrammar => ({ type: 'list', separator: ',', of });
export const form = (shown: string): ValueGrammar => ({ type: 'form', form: shown });

/** Every component of a process. */
export const EVERYBODY: readonly string[] = ['*'];
/** Connection managers of clients. */
export const CLIENT_MANAGERS: readonly string[] = ['c2s', 'bosh', 'ws2s'];
/** Connection managers that Tigase calls high-throughput. */
export const SERVER_MANAGERS: readonly string[] = ['s2s', 'ext', 'ext-comp', 'cl-comp'];
export const ALL_MANAGERS: readonly string[] = [...CLIENT_MANAGERS, ...SERVER_MANAGERS];

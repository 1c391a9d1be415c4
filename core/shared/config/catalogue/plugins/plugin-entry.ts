/** What a plugin's entry says beyond any other: the table of the session manager is made from it. */
import type { CatalogueEntry, TigaseVersion, Wording } from '../entry.js';

export interface PluginEntry extends CatalogueEntry {
  kind: 'plugin';
  /** Java class with its package. */
  className: string;
  /** On at 5.2 without any `--sm-plugins`. */
  onByDefault: boolean;
  /** Comes with a jar of its own. */
  addOn: boolean;
}

export interface PluginDraft {
  id: string;
  /** Without a package it is in `tigase.xmpp.impl`. */
  className: string;
  meaning: Wording;
  /** What it claims: elements and their namespaces. */
  stanzas: string;
  /** Threads, when it is not the number of processors. */
  threads?: string;
  since?: TigaseVersion;
  until?: TigaseVersion;
  notes?: readonly Wording[];
  treatment: CatalogueEntry['treatment'];
}

/** @param more what all plugins of a file have in common */
export function plugins(
  more: { onByDefault: boolean; addOn: boolean },
  drafts: readonly PluginDraft[],
): readonly PluginEntry[] {
  return drafts.map(({ id, className, stanzas, threads, notes = [], ...draft }) => ({
    kind: 'plugin',
    name: id,
    grammar: { type: 'form', form: `+${id}[=THREADS] | -${id}` },
    byDefault: more.onByDefault ? { en: 'on', zh: '开启' } : { en: 'off', zh: '关闭' },
    usedBy: ['sess-man'],
    facts: ['3.1', '3.2'],
    className: className.includes('.') ? className : `tigase.xmpp.impl.${className}`,
    ...more,
    ...draft,
    notes: [claims(stanzas, threads), ...notes],
  }));
}

function claims(stanzas: string, threads = ''): Wording {
  return {
    en: `Takes: ${stanzas}.${threads === '' ? '' : ` Threads: ${threads}.`}`,
    zh: `处理：${stanzas}。${threads === '' ? '' : `线程数：${threads}。`}`,
  };
}

/** What the editor's hover and the documentation say about an entry: plain data, in one language. */
import type { Language } from '#core/shared/text/render.js';
import type { CatalogueEntry, CatalogueKind, Treatment, Wording } from './entry.js';
import type { ValueGrammar } from './value-grammar.js';

export interface EntryDescription {
  name: string;
  meaning: string;
  /** What may be written: `true`, `a, b or c`, or the form itself. */
  grammar: string;
  /** Words or a value; empty: nothing holds. */
  byDefault: string;
  /** `from 5.2`, empty when every version reads it. */
  versions: string;
  usedBy: string;
  notes: string[];
  treatment: string;
  /** Path of the scenario that shows it. */
  scenario?: string;
}

export function describeEntry(entry: CatalogueEntry, language: Language): EntryDescription {
  const say = speaker(language);
  const { byDefault, treatment } = entry;
  return {
    name: entry.marker === undefined ? entry.name : `${entry.name}[${entry.marker}]`,
    meaning: say(entry.meaning),
    grammar: grammarText(entry.grammar, language),
    byDefault: byDefault === undefined ? '' : typeof byDefault === 'string' ? byDefault : say(byDefault),
    versions: versionsText(entry, language),
    usedBy: entry.usedBy.includes('*') ? say(EVERY_COMPONENT) : entry.usedBy.join(', '),
    notes: (entry.notes ?? []).map(say),
    treatment: say(TREATMENTS[treatment.as]),
    ...(treatment.as === 'modelled' ? { scenario: treatment.scenario } : {}),
  };
}

/** Picks the wording of a language. */
function speaker(language: Language): (wording: Wording) => string {
  return (wording) => (language === 'en' ? wording.en : wording.zh);
}

const EVERY_COMPONENT: Wording = { en: 'every component', zh: '所有组件' };

export const TREATMENTS: Readonly<Record<Treatment['as'], Wording>> = {
  modelled: { en: 'modelled', zh: '已模拟' },
  checked: { en: 'checked', zh: '只检查' },
  'not-applicable': { en: 'not applicable in a lab', zh: '实验室中不适用' },
  'not-yet': { en: 'not yet', zh: '尚未实现' },
};

export const KINDS: Readonly<Record<CatalogueKind, Wording>> = {
  property: { en: 'Properties', zh: '属性' },
  setting: { en: 'Component settings', zh: '组件设置' },
  'config-type': { en: 'Values of config-type', zh: 'config-type 的取值' },
  plugin: { en: 'Plugins of the session manager', zh: '会话管理器插件' },
  'muc-setting': { en: 'Settings of the MUC component', zh: 'MUC 组件的设置' },
  'room-field': { en: 'Fields of the room configuration form', zh: '房间配置表单的字段' },
  'error-code': { en: 'Error codes', zh: '错误码' },
};

function versionsText({ since, until }: CatalogueEntry, language: Language): string {
  const say = speaker(language);
  if (since !== undefined && until !== undefined) return `${since} – ${until}`;
  if (since !== undefined) return say({ en: `from ${since}`, zh: `${since} 起` });
  return until === undefined ? '' : say({ en: `up to ${until}`, zh: `到 ${until} 为止` });
}

/** Names of the grammars that need no more than a name. */
const PLAIN: Readonly<Partial<Record<ValueGrammar['type'], Wording>>> = {
  size: { en: 'a number, with k, m or g behind it', zh: '数字，可带 k、m 或 g 后缀' },
  port: { en: 'a port', zh: '端口号' },
  'bare-jid': { en: 'a bare JID', zh: '裸 JID' },
  domain: { en: 'a domain', zh: '域名' },
  path: { en: 'a path', zh: '路径' },
  uri: { en: 'a URI', zh: 'URI' },
  text: { en: 'text', zh: '文本' },
};

/** One line that says what a grammar takes. */
export function grammarText(grammar: ValueGrammar, language: Language): string {
  const say = speaker(language);
  switch (grammar.type) {
    case 'boolean':
      return [...grammar.trueWords, 'false'].join(' | ');
    case 'integer':
      return integerText(grammar, say);
    case 'choice':
      return [...grammar.values, ...(grammar.open === true ? ['…'] : [])].join(' | ');
    case 'class':
      return say({ en: 'a Java class', zh: 'Java 类名' });
    case 'list':
      return say({
        en: `list of: ${grammarText(grammar.of, language)}, separated by "${grammar.separator}"`,
        zh: `列表，以“${grammar.separator}”分隔，每项为：${grammarText(grammar.of, language)}`,
      });
    case 'form':
      return grammar.form;
    default:
      return say(PLAIN[grammar.type] ?? { en: grammar.type, zh: grammar.type });
  }
}

function integerText(
  { min, max }: { min?: number; max?: number },
  say: (wording: Wording) => string,
): string {
  const range = min === undefined && max === undefined ? '' : ` (${min ?? ''}…${max ?? ''})`;
  return say({ en: `a whole number${range}`, zh: `整数${range}` });
}

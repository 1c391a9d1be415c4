/** `docs/properties.md`: the configuration catalogue as a page, in one language. */
import { entriesOf } from '#core/shared/config/catalogue/catalogue.js';
import { describeEntry, KINDS, TREATMENTS } from '#core/shared/config/catalogue/describe.js';
import { CATALOGUE_KINDS } from '#core/shared/config/catalogue/entry.js';
import type {
  CatalogueEntry,
  CatalogueKind,
  Treatment,
  Wording,
} from '#core/shared/config/catalogue/entry.js';
import type { Language } from '#core/shared/text/render.js';

type Say = (wording: Wording) => string;

const TITLE: Wording = { en: 'Properties', zh: '配置项' };

const INTRO: Wording = {
  en: `What can stand in a configuration of Tigase 5.1 – 7.1, and what the lab does with it. Made by \`npm run docs\` from
\`core/shared/config/catalogue/\`, which the linter and the editor read too: change it there.

**Modelled** changes what runs; the linked scenario fails when the lab ignores it. **Checked** is validated and explained, and
changes nothing that runs. **Not applicable in a lab**: policy files, pools, monitoring and the like. **Not yet**: waits for a
part of the lab that is not built. Words in capitals stand for what varies: a number (\`N\`), the name of a component (\`NAME\`),
a virtual host (\`DOMAIN\`). A letter in brackets behind a component setting is the marker of its type.`,
  zh: `Tigase 5.1 – 7.1 的配置里可以写什么，以及实验室如何对待它。本页由 \`npm run docs\` 根据 \`core/shared/config/catalogue/\` 生成，
检查器和编辑器也读取同一份数据：请在那里修改。

**已模拟**：会改变运行结果；实验室若忽略它，所链接的场景就会失败。**只检查**：会校验并解释，但不改变运行结果。
**实验室中不适用**：策略文件、连接池、监控等。**尚未实现**：等待实验室尚未建成的部分。大写单词代表可变部分：
编号（\`N\`）、组件名（\`NAME\`）、虚拟主机（\`DOMAIN\`）。组件设置后面方括号里的字母是类型标记。`,
};

const COLUMNS: readonly Wording[] = [
  { en: 'name', zh: '名称' },
  { en: 'meaning', zh: '含义' },
  { en: 'value', zh: '取值' },
  { en: 'default', zh: '默认' },
  { en: 'used by', zh: '使用者' },
  { en: 'versions', zh: '版本' },
  { en: 'in the lab', zh: '在实验室中' },
];

const TREATMENT_ORDER = [
  'modelled',
  'checked',
  'not-applicable',
  'not-yet',
] as const satisfies Treatment['as'][];

/** The whole page as Markdown, before prettier has aligned its tables. */
export function cataloguePage(language: Language): string {
  const say: Say = (wording) => (language === 'en' ? wording.en : wording.zh);
  const kinds = CATALOGUE_KINDS.filter((kind) => entriesOf(kind).length > 0);
  return [
    `# ${say(TITLE)}`,
    say(INTRO),
    countTable(kinds, say),
    ...kinds.flatMap((kind) => [`## ${say(KINDS[kind])}`, entryTable(kind, language, say)]),
    '',
  ].join('\n\n');
}

/** How many of each kind are treated how. */
function countTable(kinds: readonly CatalogueKind[], say: Say): string {
  const all = kinds.flatMap((kind) => entriesOf(kind));
  const counts = (entries: readonly CatalogueEntry[]) => [
    ...TREATMENT_ORDER.map((as) => entries.filter(({ treatment }) => treatment.as === as).length),
    entries.length,
  ];
  const total: Wording = { en: 'all', zh: '合计' };
  return table(
    ['', ...TREATMENT_ORDER.map((as) => say(TREATMENTS[as])), say(total)],
    [
      ...kinds.map((kind) => [say(KINDS[kind]), ...counts(entriesOf(kind)).map(String)]),
      [say(total), ...counts(all).map(String)],
    ],
  );
}

function entryTable(kind: CatalogueKind, language: Language, say: Say): string {
  return table(
    COLUMNS.map(say),
    entriesOf(kind).map((entry) => row(entry, language)),
  );
}

function row(entry: CatalogueEntry, language: Language): string[] {
  const said = describeEntry(entry, language);
  const literal = typeof entry.byDefault === 'string' && said.byDefault !== '';
  const treatment = said.scenario === undefined ? said.treatment : `[${said.treatment}](../${said.scenario})`;
  return [
    code(said.name),
    [said.meaning, ...said.notes].map(plain).join(language === 'en' ? ' ' : ''),
    isWritten(entry) ? code(said.grammar) : plain(said.grammar),
    literal ? code(said.byDefault) : plain(said.byDefault),
    plain(said.usedBy),
    said.versions,
    treatment,
  ];
}

/** Whether a grammar's text shows what is written, rather than telling of it. */
function isWritten({ grammar }: CatalogueEntry): boolean {
  return grammar.type === 'boolean' || grammar.type === 'choice' || grammar.type === 'form';
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function code(text: string): string {
  return `\`${text.replaceAll('|', '\\|')}\``;
}

/** Prose in a cell: nothing in it is Markdown. */
function plain(text: string): string {
  return text.replaceAll(/[\\`*_<>|[\]]/g, '\\$&');
}

/** An entry of the catalogue as a small card; CodeMirror's tooltips take elements, not components. */
import type { EntryDescription } from '#core/shared/config/catalogue/describe.js';
import type { TextKey } from '#core/shared/text/en.js';
import { renderText, type Language } from '#core/shared/text/render.js';

export function explanation(about: EntryDescription, lang: Language): HTMLElement {
  const card = element('div', 'cm-explanation');
  card.append(element('code', 'cm-explanation-name', about.name), element('p', '', about.meaning));
  const facts = element('dl', '');
  for (const [key, value] of FACTS) {
    const text = about[value];
    if (text === undefined || text === '') continue;
    facts.append(element('dt', '', renderText(lang, key)), element('dd', '', text));
  }
  card.append(facts);
  if (about.notes.length > 0) {
    const notes = element('ul', '');
    notes.append(...about.notes.map((note) => element('li', '', note)));
    card.append(notes);
  }
  return card;
}

const FACTS: readonly (readonly [TextKey, 'grammar' | 'byDefault' | 'versions' | 'usedBy' | 'treatment'])[] =
  [
    ['ui.files.about.grammar', 'grammar'],
    ['ui.files.about.default', 'byDefault'],
    ['ui.files.about.versions', 'versions'],
    ['ui.files.about.used-by', 'usedBy'],
    ['ui.files.about.treatment', 'treatment'],
  ];

function element(tag: string, className: string, text = ''): HTMLElement {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = text;
  return made;
}

/** C30: a setting of a component that is written nearly as one that the component reads (§1.2). */
import { entriesOf } from '#core/shared/config/catalogue/catalogue.js';
import { entryForKey } from '#core/shared/config/catalogue/lookup.js';
import { isVariable } from '#core/shared/config/catalogue/placeholders.js';
import { pathRange, readComponentSetting } from '#core/shared/config/component-settings.js';
import { printKey } from '#core/shared/config/edit/print-properties.js';
import { replacing } from '#core/shared/config/lint/fixes.js';
import { perNode, report } from '#core/shared/config/lint/lint-rule.js';
import { editDistance } from '#core/shared/config/nearest-name.js';

/** Beyond two slips a setting is one that the catalogue does not have. */
const MOST_SLIPS = 2;
const ANY_COMPONENT = 'NAME/';

const NAMES = [...entriesOf('setting'), ...entriesOf('muc-setting')].map(({ name }) => name);
const OF_ANY = NAMES.filter((name) => name.startsWith(ANY_COMPONENT)).map((name) =>
  name.slice(ANY_COMPONENT.length),
);

export const settingMisspelt = perNode('C30', ({ file, process: { components } }) => {
  const names = new Map(components.map(({ name }) => [name, settingsOf(name)]));
  return file.entries.flatMap((entry) => {
    const setting = readComponentSetting(entry);
    const candidates = setting && names.get(setting.component);
    if (setting === undefined || candidates === undefined || entryForKey(entry.key) !== undefined) return [];
    const suggestion = candidates.find(
      (name) => editDistance(setting.path, name, MOST_SLIPS + 1) <= MOST_SLIPS,
    );
    if (suggestion === undefined) return [];
    const range = pathRange(setting);
    return [
      report('warning', range, { setting: setting.path, suggestion }, replacing(range, printKey(suggestion))),
    ];
  });
});

/** What the catalogue has for a component, as far as its names are fixed. */
function settingsOf(component: string): string[] {
  return [...NAMES, ...OF_ANY.map((rest) => `${component}/${rest}`)].filter(
    (name) => name.startsWith(`${component}/`) && !isVariable(name),
  );
}

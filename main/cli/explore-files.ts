/** What `explore --out` writes: the report, and of each find a scenario and a session. */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseDocument } from 'yaml';
import type { Explorer } from '#core/lab/explore/explorer.js';
import { findSession } from '#core/lab/explore/find-session.js';
import type { ExploreReport, Find } from '#core/shared/explore/explore-report.js';
import type { Scenario } from '#core/shared/scenario/scenario-schema.js';
import { SESSION_ENDING } from '#core/shared/session/session-schema.js';
import { renderViolation } from '#core/shared/text/render-choice.js';
import { makeFolder } from '#main/topology/make-folder.js';
import { systemCode } from '#main/topology/read-text.js';
import { reportText, type FindFiles } from './explore-text.js';
import type { Output } from './output.js';

/** Makes the folder; false when that cannot be, and it has been said why. */
export async function canWriteFinds(folder: string, output: Output): Promise<boolean> {
  try {
    await makeFolder(folder);
    await writeFile(path.join(folder, 'report.json'), '');
    return true;
  } catch (error) {
    output.say('cli.cannot-write', { path: folder, reason: systemCode(error) });
    return false;
  }
}

/** In the order of the finds; undefined when something could not be written, and it has been said why. */
export async function writeFinds(
  folder: string,
  read: { scenario: Scenario; text: string },
  { report, explorer }: { report: ExploreReport; explorer: Pick<Explorer, 'run'> },
  output: Output,
): Promise<FindFiles[] | undefined> {
  const { lang } = output;
  const names = report.finds.map((_, index): FindFiles => {
    const name = path.join(folder, `find-${index + 1}`);
    return { scenario: `${name}.yaml`, session: `${name}${SESSION_ENDING}` };
  });
  const contents = new Map<string, string | Uint8Array>([
    [path.join(folder, 'report.json'), `${JSON.stringify(report, undefined, 2)}\n`],
    [path.join(folder, 'report.txt'), `${reportText(lang, report, names)}\n`],
  ]);
  for (const [index, find] of report.finds.entries()) {
    const { scenario = '', session = '' } = names[index] ?? {};
    contents.set(scenario, foundScenario(folder, read, find));
    contents.set(session, await findSession(explorer, find, renderViolation(lang, find.violation)));
  }
  for (const [file, content] of contents) {
    try {
      await writeFile(file, content);
    } catch (error) {
      output.say('cli.cannot-write', { path: file, reason: systemCode(error) });
      return undefined;
    }
  }
  return names;
}

/** The scenario as it was written, with the choices in it and the way to its topology from its new folder. */
function foundScenario(
  folder: string,
  { scenario, text }: { scenario: Scenario; text: string },
  find: Find,
): string {
  const document = parseDocument(text);
  const { topology } = scenario;
  if ('path' in topology) {
    const whole = path.resolve(path.dirname(scenario.file), topology.path);
    document.set('topology', path.relative(path.resolve(folder), whole).replaceAll('\\', '/') || '.');
  }
  document.set('choices', document.createNode(find.choices));
  return document.toString({ lineWidth: 0 });
}

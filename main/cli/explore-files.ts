/** What `explore --out` writes: the report, and a scenario of each find. */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseDocument } from 'yaml';
import type { ExploreReport, Find } from '#core/shared/explore/explore-report.js';
import type { Scenario } from '#core/shared/scenario/scenario-schema.js';
import { systemCode } from '#main/topology/read-text.js';
import { reportText } from './explore-text.js';
import type { Output } from './output.js';

/** Makes the folder; false when that cannot be, and it has been said why. */
export async function canWriteFinds(folder: string, output: Output): Promise<boolean> {
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(path.join(folder, 'report.json'), '');
    return true;
  } catch (error) {
    output.say('cli.cannot-write', { path: folder, reason: systemCode(error) });
    return false;
  }
}

/** The scenario files, in the order of the finds; undefined when one could not be written, and it has been said why. */
export async function writeFinds(
  folder: string,
  read: { scenario: Scenario; text: string },
  report: ExploreReport,
  output: Output,
): Promise<string[] | undefined> {
  const files = report.finds.map((_, index) => path.join(folder, `find-${index + 1}.yaml`));
  const texts = new Map<string, string>([
    [path.join(folder, 'report.json'), `${JSON.stringify(report, undefined, 2)}\n`],
    [path.join(folder, 'report.txt'), `${reportText(output.lang, report, files)}\n`],
  ]);
  report.finds.forEach((find, index) => texts.set(files[index] ?? '', foundScenario(folder, read, find)));
  for (const [file, text] of texts) {
    try {
      await writeFile(file, text);
    } catch (error) {
      output.say('cli.cannot-write', { path: file, reason: systemCode(error) });
      return undefined;
    }
  }
  return files;
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

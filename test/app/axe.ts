/** What a page does wrong for people who do not see it, or see it badly. */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright';

interface Violation {
  id: string;
  help: string;
  nodes: { target: unknown[]; failureSummary?: string }[];
}

/** One line a violation and place; none when all is well. */
export async function violations(page: Page): Promise<string[]> {
  // Into the page’s own world: its policy lets no script of others in, a debugger’s evaluation it does.
  if (await page.evaluate("typeof axe === 'undefined'"))
    await page.evaluate(await readFile('node_modules/axe-core/axe.min.js', 'utf8'));
  const found = await page.evaluate(
    `axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations)`,
  );
  return (found as Violation[]).flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${help} [${target.join(' ')}] ${failureSummary ?? ''}`),
  );
}

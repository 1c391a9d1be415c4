/**
 * From a key to its finding in the editor, in a real Chromium: `npm run build && npx tsx --conditions=source bench/editor.ts`.
 * What is timed, in the page, is from the key event that makes a key an error to the first frame with the linter's mark, and
 * back from the key event that mends it to the first frame without. The linter looks at all files each time.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright';
import { launchBrowser, needChromium, openPage, serveLab } from '#test/support/browser.js';
import { LabPage } from '#test/app/page.js';
import { newTopology } from '#core/shared/config/new-topology/new-topology.js';
import { median, percentile } from './support/window-figures.js';
import { sleep } from './support/window-load.js';

const ROUNDS = 25;
const FIRST_LINE = '--watchdog_delay = 30000';

/** Runs in the page; a text, since what tsx makes of a function needs helpers that the page does not have. */
const WATCH_KEYS = `(() => {
  const times = (window.benchTimes = []);
  const marked = () => document.querySelector('.cm-lint-marker-error') !== null;
  let pressed;
  document.addEventListener('keydown', (event) => (pressed = { at: event.timeStamp, marked: marked() }), true);
  const look = () => {
    if (pressed && marked() !== pressed.marked) {
      times.push(performance.now() - pressed.at);
      pressed = undefined;
    }
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
})()`;

const chromium = await needChromium();
if (typeof chromium === 'string') throw new Error(chromium);
const browser = await launchBrowser(chromium.path);
try {
  const rows = [];
  for (const [servers, mucs] of [
    [2, 2],
    [6, 6],
  ] as const)
    rows.push(await measure(servers, mucs));
  console.table(rows);
} finally {
  await browser.close();
}

async function measure(servers: number, mucs: number) {
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-editor-'));
  const files = newTopology(
    { servers, mucs, domain: 'example.org', clusterSecret: 's', componentSecret: 's' },
    () => 0,
  );
  for (const { name, text } of files) writeFileSync(path.join(folder, name), `${FIRST_LINE}\n${text}`);
  const served = await serveLab([folder]);
  try {
    const { page, close } = await openPage(browser, served.url);
    const lab = new LabPage(page);
    await lab.map().waitFor();
    await lab.tab('ui.files.title').click();
    await page.locator('.cm-property-key').first().click();
    await page.keyboard.press('Home');
    const times = await keysToMarks(page);
    await close();
    return {
      files: files.length,
      'median, ms': median(times).toFixed(1),
      '95 %, ms': percentile(times, 0.95).toFixed(1),
      'longest, ms': Math.max(...times).toFixed(1),
    };
  } finally {
    await served.stop();
    rmSync(folder, { recursive: true });
  }
}

/** Types a letter that makes the first key unknown, and takes it away again, many times. */
async function keysToMarks(page: Page): Promise<number[]> {
  await page.evaluate(WATCH_KEYS);
  const times = async (): Promise<number[]> => (await page.evaluate('window.benchTimes')) as number[];
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const key of ['x', 'Backspace']) {
      const before = (await times()).length;
      await page.keyboard.press(key);
      while ((await times()).length === before) await sleep(0.02);
    }
  }
  return times();
}

/**
 * From a key to its finding in the editor, in a real Chromium: `npm run build && npx tsx --conditions=source bench/editor.ts`.
 * What is timed, in the page, is from the key event that makes a key an error to the first frame with the linter's mark, and
 * back from the key event that mends it to the first frame without. The first key is the one that nothing has warmed up for.
 * “Main thread a key” is Chromium's `TaskDuration` in CPU time of that thread from before a key until its mark has been seen.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { CDPSession, Page } from 'playwright';
import { launchBrowser, needChromium, openPage, serveLab } from '#test/support/browser.js';
import { LabPage } from '#test/app/page.js';
import { newTopology } from '#core/shared/config/new-topology/new-topology.js';
import { mainThreadWork, median, percentile } from './support/window-figures.js';
import { sleep } from './support/window-load.js';

const ROUNDS = 25;
/** Servers and as many components: half of the files each. */
const SIZES = [2, 6, 15];
/** Until a topology that was opened is quiet, in seconds. */
const QUIET_AFTER = 3;
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
  for (const size of SIZES) rows.push(await measure(size));
  console.table(rows);
} finally {
  await browser.close();
}

async function measure(size: number) {
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-editor-'));
  const files = newTopology(
    { servers: size, mucs: size, domain: 'example.org', clusterSecret: 's', componentSecret: 's' },
    () => 0,
  );
  for (const { name, text } of files) writeFileSync(path.join(folder, name), `${FIRST_LINE}\n${text}`);
  const served = await serveLab([folder]);
  try {
    const { page, close } = await openPage(browser, served.url);
    const lab = new LabPage(page);
    await lab.map().waitFor();
    await sleep(QUIET_AFTER);
    await lab.tab('ui.files.title').click();
    await page.locator('.cm-property-key').first().click();
    await page.keyboard.press('Home');
    await sleep(QUIET_AFTER);
    const cdp = await page.context().newCDPSession(page);
    const work: number[] = [];
    const [first = NaN, ...times] = await keysToMarks(page, {
      before: async () => void work.push(-(await taskTime(cdp))),
      after: async () => void work.push(await taskTime(cdp)),
    });
    await close();
    return {
      files: files.length,
      'first key, ms': first.toFixed(1),
      'median, ms': median(times).toFixed(1),
      '95 %, ms': percentile(times, 0.95).toFixed(1),
      'longest, ms': Math.max(...times).toFixed(1),
      'main thread a key, ms': ((sum(work) * 1000) / (times.length + 1)).toFixed(1),
    };
  } finally {
    await served.stop();
    rmSync(folder, { recursive: true });
  }
}

async function taskTime(cdp: CDPSession): Promise<number> {
  return (await mainThreadWork(cdp)).get('TaskDuration') ?? 0;
}

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0);
}

/** What is done before and after each key. */
interface Around {
  before: () => Promise<void>;
  after: () => Promise<void>;
}

/** Types a letter that makes the first key unknown, and takes it away again, many times. */
async function keysToMarks(page: Page, around: Around): Promise<number[]> {
  await page.evaluate(WATCH_KEYS);
  const times = async (): Promise<number[]> => (await page.evaluate('window.benchTimes')) as number[];
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const key of ['x', 'Backspace']) {
      const before = (await times()).length;
      await around.before();
      await page.keyboard.press(key);
      while ((await times()).length === before) await sleep(0.02);
      await around.after();
    }
  }
  return times();
}

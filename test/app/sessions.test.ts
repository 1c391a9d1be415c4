/** Sessions in the window: saved as a file, opened again, and recovered after the lab was killed. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readSession } from '#core/lab/session/read-session.js';
import { launchBrowser, needChromium, openPage, serveLab, type Served } from '#test/support/browser.js';
import { violations } from './axe.js';
import { LabPage } from './page.js';

const PREPARE_MS = 200_000;
const TEST_MS = 120_000;
const SHOTS = 'test-results/screenshots';

let browser: Browser | undefined;
let missing = '';
const state = mkdtempSync(path.join(tmpdir(), 'cluster-lab-sessions-'));
const running: Served[] = [];

beforeAll(async () => {
  const chromium = await needChromium();
  if (typeof chromium === 'string') missing = chromium;
  else browser = await launchBrowser(chromium.path);
}, PREPARE_MS);

afterAll(async () => {
  await browser?.close();
  for (const served of running) await served.stop();
  rmSync(state, { recursive: true, force: true });
});

async function serving(...args: string[]): Promise<Served> {
  const served = await serveLab(args, state);
  running.push(served);
  return served;
}

test(
  'a session is saved, opened, and recovered after the lab was killed',
  { timeout: TEST_MS },
  async (ctx) => {
    if (!browser) return ctx.skip(missing);
    const first = await serving('examples/seed');
    const { page, close } = await openPage(browser, first.url);
    const lab = new LabPage(page);
    await lab.map().waitFor();
    await lab.addClient('alice', 'server1');
    await lab.button(lab.text('ui.session.title')).click();
    await page.getByRole('checkbox', { name: lab.text('ui.session.redact') }).check();
    await page.screenshot({ path: `${SHOTS}/session-menu.png` });
    expect(await violations(page)).toEqual([]);
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      lab.button(lab.text('ui.session.save')).click(),
    ]);
    expect(file.suggestedFilename()).toBe('seed.clab');
    const saved = path.join(state, 'seed.clab');
    await file.saveAs(saved);
    expect(readSession(readFileSync(saved)).header).toMatchObject({ name: 'seed', redacted: true });
    await page.getByText(/seed\.clab is saved/).waitFor();
    await page.screenshot({ path: `${SHOTS}/session-saved.png` });

    await lab.goToStart();
    await page.locator('input[type=file][accept=".clab"]').setInputFiles(saved);
    await lab.map().waitFor();
    await page.getByText('alice').first().waitFor();
    await page.screenshot({ path: `${SHOTS}/session-opened.png` });
    await lab.goToStart();
    // Dropped on the page it opens, too; with other files it is refused.
    await drop(page, [saved, 'examples/seed/server1.properties']);
    await page.getByText(lab.text('ui.session.drop-alone', { name: 'seed.clab' })).waitFor();
    await drop(page, [saved]);
    await lab.map().waitFor();
    await lab.goToStart();
    await page.locator('input[type=file][accept=".clab"]').setInputFiles({
      name: 'not.clab',
      mimeType: 'application/gzip',
      buffer: Buffer.from('no session at all'),
    });
    await page.getByText(lab.text('host.not-a-session')).waitFor();
    await close();
    await first.kill();

    const second = await serving();
    const next = await openPage(browser, second.url);
    const zh = await new LabPage(next.page).prefer('zh-CN', 'dark');
    const recover = next.page.getByRole('button', { name: /^恢复 seed/ });
    await recover.waitFor();
    await next.page.screenshot({ path: `${SHOTS}/session-unsaved.png` });
    expect(await violations(next.page)).toEqual([]);
    await recover.click();
    await zh.map().waitFor();
    await next.page.getByText('alice').first().waitFor();
    await zh.goToStart();
    expect(await next.page.getByRole('button', { name: /^恢复 seed/ }).count()).toBe(0);
    await next.close();
  },
);

/** Drops files of this machine on the page. */
async function drop(page: Page, files: readonly string[]): Promise<void> {
  const given = files.map((file) => ({ name: path.basename(file), base64: readFileSync(file, 'base64') }));
  // As a text: only the page knows these types.
  const dataTransfer = await page.evaluateHandle(`(() => {
    const transfer = new DataTransfer();
    for (const { name, base64 } of ${JSON.stringify(given)})
      transfer.items.add(new File([Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))], name));
    return transfer;
  })()`);
  await page.locator('main').dispatchEvent('drop', { dataTransfer });
}

/** Both ends of a link in one view, and the badge where they do not believe the same. */
import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser, needChromium, openPage, serveLab, type Served } from '#test/support/browser.js';
import { violations } from './axe.js';
import { LabPage } from './page.js';

const PREPARE_MS = 200_000;
const FOLDER = 'test-results/screenshots';

describe('two ends and the wire', () => {
  let browser: Browser | undefined;
  let served: Served | undefined;
  let missing = '';

  beforeAll(async () => {
    const chromium = await needChromium();
    if (typeof chromium === 'string') return void (missing = chromium);
    browser = await launchBrowser(chromium.path);
    served = await serveLab(['examples/seed-standard-muc']);
  }, PREPARE_MS);
  afterAll(async () => {
    await browser?.close();
    await served?.stop();
  });

  test('after a loss of power the map marks the line, and the view says who believes what', async ({
    skip,
  }) => {
    if (!browser || !served) return skip(missing);
    const { page, close } = await openPage(browser, served.url);
    const lab = new LabPage(page);
    await lab.map().waitFor();
    const line = lab.links('ui.canvas.link.connected', { service: 'ext', from: 'muc1', to: 'server1' });
    await line.first().waitFor({ state: 'attached' });
    await lab.selectLink(line);
    await page.getByRole('button', { name: lab.text('ui.two-ends.open') }).click();
    const dialog = page.getByRole('dialog', { name: /muc1>server1:5270/ });
    const wire = dialog.getByRole('img', { name: lab.text('ui.two-ends.wire') });
    await wire.locator('text', { hasText: 'bound.live' }).first().waitFor();
    expect(await wire.locator('text', { hasText: 'handshake' }).count()).toBeGreaterThan(0);
    expect(await dialog.getByText(/believes in this connection/).count()).toBe(0);
    await page.screenshot({ path: `${FOLDER}/two-ends.png` });
    expect(await violations(page)).toEqual([]);

    // Back by the keyboard: the charts show an earlier moment, at both ends.
    const earlier = dialog.getByRole('button', { name: lab.text('ui.two-ends.earlier') });
    for (let presses = 0; presses < 3; presses += 1) await earlier.press('Enter');
    expect(await dialog.getByRole('region', { name: 'muc1' }).innerText()).not.toContain('bound.live');
    await dialog.getByRole('button', { name: lab.text('ui.two-ends.now') }).click();
    await page.keyboard.press('Escape');

    expect(await lab.map().locator('[data-mismatch]').count()).toBe(0);
    await lab
      .card('server1')
      .getByRole('button', { name: lab.text('ui.faults.of', { place: 'server1' }) })
      .click();
    await page.getByRole('menuitem', { name: lab.text('ui.faults.group.process'), exact: true }).click();
    await page.getByRole('menuitem', { name: lab.faultName('power-off') }).click();
    const form = page.getByRole('dialog');
    await form.getByRole('button', { name: lab.text('ui.faults.apply') }).click();
    await form.waitFor({ state: 'detached' });
    await lab.map().locator('[data-mismatch]').first().waitFor();
    await page.screenshot({ path: `${FOLDER}/two-ends-badge.png` });
    await lab.selectLink(lab.links('ui.canvas.link.held', { service: 'ext', from: 'muc1', to: 'server1' }));
    await page.getByRole('button', { name: lab.text('ui.two-ends.open') }).click();
    await dialog.getByText(/muc1 believes in this connection .*but server1 has none any more/).waitFor();
    // What the end that is gone went through is still told.
    await wire.locator('text', { hasText: 'negotiating.headerAnswered' }).waitFor();
    await page.screenshot({ path: `${FOLDER}/two-ends-mismatch.png` });
    await close();
  });
});

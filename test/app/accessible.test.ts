import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser, needChromium, openPage, serveLab, type Served } from '#test/support/browser.js';
import { violations } from './axe.js';
import { LabPage } from './page.js';

const PREPARE_MS = 400_000;

describe('with a screen reader, or in poor light', () => {
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

  test.for(['light', 'dark'] as const)(
    'the %s window has no violation that axe knows',
    async (theme, { skip }) => {
      if (!browser || !served) return skip(missing);
      const { page, close } = await openPage(browser, served.url, { colorScheme: theme });
      const lab = new LabPage(page);
      await lab.map().waitFor();
      await lab.links('ui.canvas.link.connected').first().waitFor({ state: 'attached' });
      expect(await violations(page)).toEqual([]);
      for (const tab of [
        'ui.run.pending',
        'ui.start.findings',
        'ui.start.tab.compose',
        'ui.clients.connect.title',
      ] as const) {
        await lab.tab(tab).click();
        expect(await violations(page), tab).toEqual([]);
      }
      await lab.goToStart();
      expect(await violations(page), 'start screen').toEqual([]);
      await close();
    },
  );

  test('Enter on a link selects it and does nothing to it', async ({ skip }) => {
    if (!browser || !served) return skip(missing);
    const { page, close } = await openPage(browser, served.url);
    const lab = new LabPage(page);
    const links = lab.links('ui.canvas.link.connected', { from: 'muc2', to: 'server1' });
    await links.first().focus();
    await page.keyboard.press('Enter');
    await lab
      .map()
      .getByRole('button', { name: lab.text('ui.canvas.link.reset') })
      .waitFor();
    await page.waitForTimeout(300);
    expect(await links.count()).toBe(1);
    await close();
  });
});

import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser, needChromium, openPage, serveLab, type Served } from '#test/support/browser.js';
import { violations } from './axe.js';
import { LabPage } from './page.js';

const PREPARE_MS = 400_000;
const TABS = {
  pending: 'ui.run.pending',
  findings: 'ui.start.findings',
  compose: 'ui.start.tab.compose',
  connect: 'ui.clients.connect.title',
} as const;
const NOTHING = { workbench: [], pending: [], findings: [], compose: [], connect: [], start: [] };

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
      const found = { workbench: await violations(page), ...(await inTabs(lab)) };
      await lab.goToStart();
      expect({ ...found, start: await violations(page) }).toEqual(NOTHING);
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

async function inTabs(lab: LabPage): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  for (const [view, title] of Object.entries(TABS)) {
    await lab.tab(title).click();
    found[view] = await violations(lab.page);
  }
  return found;
}

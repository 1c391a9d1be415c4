import { expect, test } from 'vitest';
import { launchBrowser, needChromium, openPage, serveLab } from '#test/support/browser.js';
import { journey } from './journey.js';
import { LabPage } from './page.js';

const PREPARE_MS = 400_000;

test(
  'one journey through the window, in a browser',
  async ({ skip, onTestFinished }) => {
    const chromium = await needChromium();
    if (typeof chromium === 'string') return skip(chromium);
    const served = await serveLab();
    onTestFinished(() => served.stop());
    const browser = await launchBrowser(chromium.path);
    onTestFinished(() => browser.close());
    const { page, complaints } = await openPage(browser, served.url);
    try {
      await journey(new LabPage(page));
    } catch (error) {
      await page.screenshot({ path: 'test-results/journey-browser.png' });
      throw error;
    }
    expect(complaints).toEqual([]);
  },
  PREPARE_MS,
);

import { expect, test } from 'vitest';
import { launchBrowser, needChromium, openPage, serveLab } from '#test/support/browser.js';
import { LabPage } from './page.js';
import { travel } from './travel.js';

const PREPARE_MS = 400_000;

test(
  'one journey through time, in a browser',
  async ({ skip, onTestFinished }) => {
    const chromium = await needChromium();
    if (typeof chromium === 'string') return skip(chromium);
    const served = await serveLab();
    onTestFinished(() => served.stop());
    const browser = await launchBrowser(chromium.path);
    onTestFinished(() => browser.close());
    const { page, complaints } = await openPage(browser, served.url);
    try {
      await travel(new LabPage(page));
    } catch (error) {
      await page.screenshot({ path: 'test-results/travel-browser.png' });
      throw error;
    }
    expect(complaints).toEqual([]);
  },
  PREPARE_MS,
);

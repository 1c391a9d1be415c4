import { expect, test } from 'vitest';
import { launchBrowser, needChromium, openPage, serveLab } from '#test/support/browser.js';
import { violations } from './axe.js';
import { compareProfiles } from './compare.js';
import { LabPage } from './page.js';

const PREPARE_MS = 400_000;
const LOOKS = [
  ['en', 'light'],
  ['zh-CN', 'dark'],
] as const;

test.for(LOOKS)(
  'profiles 5.2 and 7.1 on a node that is killed, in a browser: %s, %s',
  { timeout: PREPARE_MS },
  async ([language, theme], { skip, onTestFinished }) => {
    const chromium = await needChromium();
    if (typeof chromium === 'string') return skip(chromium);
    const served = await serveLab();
    onTestFinished(() => served.stop());
    const browser = await launchBrowser(chromium.path);
    onTestFinished(() => browser.close());
    const { page, complaints } = await openPage(browser, served.url, {
      viewport: { width: 1280, height: 800 },
    });
    const look = async (view: string): Promise<void> => {
      await page.screenshot({ path: `test-results/screenshots/compare-${view}.${language}.${theme}.png` });
      expect(await violations(page)).toEqual([]);
    };
    try {
      await compareProfiles(await new LabPage(page).prefer(language, theme), look);
    } catch (error) {
      await page.screenshot({ path: 'test-results/compare-browser.png' });
      throw error;
    }
    expect(complaints).toEqual([]);
  },
);

/** Pictures of every main view, for people to look at: test-results/screenshots/. */
import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser, needChromium, openPage, serveLab, type Served } from '#test/support/browser.js';
import { LabPage } from './page.js';

const PREPARE_MS = 400_000;
const FOLDER = 'test-results/screenshots';
const SIZES = [
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
];
const LOOKS = [
  ['en', 'light'],
  ['en', 'dark'],
  ['zh-CN', 'light'],
  ['zh-CN', 'dark'],
] as const;
const TABS = {
  compose: 'ui.start.tab.compose',
  connect: 'ui.clients.connect.title',
  pending: 'ui.run.pending',
  findings: 'ui.start.findings',
  faults: 'ui.faults.title',
  rooms: 'ui.rooms.title',
  quirks: 'ui.quirks.title',
} as const;

describe('pictures of the window', () => {
  let browser: Browser | undefined;
  let served: Served | undefined;
  let missing = '';

  beforeAll(async () => {
    const chromium = await needChromium();
    if (typeof chromium === 'string') return void (missing = chromium);
    browser = await launchBrowser(chromium.path);
    served = await serveLab(['examples/seed-standard-muc']);
    const { page, close } = await openPage(browser, served.url);
    await inhabit(new LabPage(page));
    await close();
  }, PREPARE_MS);
  afterAll(async () => {
    await browser?.close();
    await served?.stop();
  });

  test.for(LOOKS)('%s, %s: nothing is cut off at the side', async ([language, theme], { skip }) => {
    if (!browser || !served) return skip(missing);
    for (const size of SIZES) {
      const { page, close } = await openPage(browser, served.url, { viewport: size });
      const first = new LabPage(page);
      await first.map().waitFor();
      const lab = await first.prefer(language, theme);
      const shot = async (view: string): Promise<void> => {
        const name = `${view}.${language}.${theme}.${size.width}x${size.height}`;
        await page.screenshot({ path: `${FOLDER}/${name}.png` });
        expect(await overflow(lab), name).toBeLessThanOrEqual(0);
      };
      await shot('workbench');
      for (const [view, title] of Object.entries(TABS)) {
        await lab.tab(title).click();
        await shot(view);
      }
      await lab.goToStart();
      await shot('start');
      await close();
    }
  });
});

/** Somebody is there, in a room, and something waits. */
async function inhabit(lab: LabPage): Promise<void> {
  await lab.map().waitFor();
  await lab.addClient('alice', 'server1');
  await lab.addClient('bob', 'server2');
  await lab.joinRoom('alice');
  await lab.pause();
  await lab.say('alice', 'bob@xmpp.dev.pajkdc.com', 'Is anybody there?');
}

/** By how much the page is wider than its window, in px. */
async function overflow(lab: LabPage): Promise<number> {
  return Number(await lab.page.evaluate('document.documentElement.scrollWidth - innerWidth'));
}

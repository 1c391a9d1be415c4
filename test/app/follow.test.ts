/** A stanza followed in the window, from a click on one of its frames to every delivery. */
import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser, needChromium, openPage, serveLab, type Served } from '#test/support/browser.js';
import { violations } from './axe.js';
import { LabPage } from './page.js';

const PREPARE_MS = 200_000;
const FOLDER = 'test-results/screenshots';
const LOOKS = [
  ['en', 'light'],
  ['zh-CN', 'dark'],
] as const;

describe('following a stanza', () => {
  let browser: Browser | undefined;
  let served: Served | undefined;
  let missing = '';

  beforeAll(async () => {
    const chromium = await needChromium();
    if (typeof chromium === 'string') return void (missing = chromium);
    browser = await launchBrowser(chromium.path);
    served = await serveLab(['examples/seed-standard-muc']);
    const { page, close } = await openPage(browser, served.url);
    const lab = new LabPage(page);
    await lab.map().waitFor();
    await lab.addClient('alice', 'server1');
    await lab.addClient('bob', 'server2');
    await lab.say('alice', 'bob@xmpp.dev.pajkdc.com', 'where do I go?');
    await lab.heard('bob', 'where do I go?');
    await close();
  }, PREPARE_MS);
  afterAll(async () => {
    await browser?.close();
    await served?.stop();
  });

  test.for(LOOKS)(
    '%s, %s: from its delivery up to its sender and down again',
    async ([language, theme], { skip }) => {
      if (!browser || !served) return skip(missing);
      const { page, close } = await openPage(browser, served.url);
      const first = new LabPage(page);
      await first.map().waitFor();
      const lab = await first.prefer(language, theme);
      const search = page.getByRole('searchbox', { name: lab.text('ui.run.events.search') });
      await search.fill('where do I go?');
      // The newest of them: bob's delivery or later, so the client that sent it is far up the causes.
      await search.press('Shift+Enter');
      await page
        .getByRole('button', { name: lab.text('ui.follow.action') })
        .first()
        .click();

      const way = page.getByRole('list', { name: lab.text('ui.follow.legs') });
      await way.waitFor();
      const summary = page.getByRole('status').filter({ hasText: 'message' });
      await expect.poll(() => summary.innerText()).toContain(lab.text('ui.follow.deliveries', { count: 1 }));
      expect(await summary.innerText()).toContain(
        lab.text('ui.follow.sent-at', { stanza: 'message chat', from: 'alice', at: 'server1' }),
      );
      expect(await way.getByText(lab.text('ui.follow.end.delivered', { to: 'bob' })).count()).toBe(1);
      await way
        .getByRole('button')
        .filter({ hasText: lab.text('ui.follow.cluster') })
        .first()
        .click();
      await way.getByText(lab.text('ui.follow.change.wrapped', { name: 'cluster' })).waitFor();
      await page.screenshot({ path: `${FOLDER}/follow.${language}.${theme}.png` });
      expect(await violations(page)).toEqual([]);

      await way.getByRole('button', { name: lab.text('ui.follow.from-here') }).click();
      await page.getByRole('button', { name: lab.text('ui.follow.from-start') }).waitFor();
      await close();
    },
  );
});

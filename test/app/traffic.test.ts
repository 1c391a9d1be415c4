/** Frames, bytes and hops of a process, a link and a stanza, as the inspector shows them. */
import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser, needChromium, openPage, serveLab, type Served } from '#test/support/browser.js';
import { LabPage } from './page.js';

const PREPARE_MS = 200_000;
const FOLDER = 'test-results/screenshots';
const LOOKS = [
  ['en', 'light'],
  ['zh-CN', 'dark'],
] as const;

describe('the traffic of a split server', () => {
  let browser: Browser | undefined;
  let served: Served | undefined;
  let missing = '';

  beforeAll(async () => {
    const chromium = await needChromium();
    if (typeof chromium === 'string') return void (missing = chromium);
    browser = await launchBrowser(chromium.path);
    served = await serveLab(['examples/cm-sm-separation']);
    const { page, close } = await openPage(browser, served.url);
    const lab = new LabPage(page);
    await lab.map().waitFor();
    await lab.addClient('alice', 'cm1');
    await lab.addClient('bob', 'cm2');
    await lab.say('alice', 'bob@example.org', 'what does this cost?');
    await lab.heard('bob', 'what does this cost?');
    await close();
  }, PREPARE_MS);
  afterAll(async () => {
    await browser?.close();
    await served?.stop();
  });

  test.for(LOOKS)('%s, %s: by process, by link and by stanza', async ([language, theme], { skip }) => {
    if (!browser || !served) return skip(missing);
    const { page, close } = await openPage(browser, served.url, { viewport: { width: 1600, height: 1000 } });
    const first = new LabPage(page);
    await first.map().waitFor();
    const lab = await first.prefer(language, theme);
    const shot = (view: string) =>
      page.screenshot({ path: `${FOLDER}/traffic-${view}.${language}.${theme}.png` });
    const section = () => page.getByRole('region', { name: lab.text('ui.inspector.traffic'), exact: true });

    await lab.card('cm1').click();
    await section().getByText(lab.text('ui.inspector.traffic.hops')).waitFor();
    await section().scrollIntoViewIfNeeded();
    const flow = lab.text('ui.inspector.traffic.flow', { frames: '\\d+', bytes: '[\\d,]+' });
    expect(await section().innerText()).toMatch(new RegExp(flow));
    await shot('process');

    await lab.selectLink(lab.links('ui.canvas.link.connected', { service: 'ext-comp', from: 'cm1' }));
    await section().getByText('cm1 → sm').waitFor();
    await section().scrollIntoViewIfNeeded();
    await shot('link');

    await page
      .getByText(/message chat · “what does this cost\?” · → bob/)
      .first()
      .click();
    const cost = page.getByRole('region', { name: lab.text('ui.inspector.cost'), exact: true });
    for (const part of ['cm1/ext-comp: 1', 'sm/ext-comp_2: 1', 'cm2/c2s: 1', 'cm1>sm:5555'])
      await cost.getByText(part).waitFor();
    await shot('stanza');
    await close();
  });
});

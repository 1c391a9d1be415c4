import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser, needChromium, openPage, serveLab, type Served } from '#test/support/browser.js';
import { violations } from './axe.js';
import { LabPage } from './page.js';

const PREPARE_MS = 400_000;
const TABS = {
  pending: 'ui.run.pending',
  findings: 'ui.start.findings',
  faults: 'ui.faults.title',
  rooms: 'ui.rooms.title',
  quirks: 'ui.quirks.title',
  compose: 'ui.start.tab.compose',
  connect: 'ui.clients.connect.title',
} as const;
const NOTHING = {
  ...{ workbench: [], pending: [], findings: [], compose: [], connect: [], start: [] },
  ...{ faults: [], rooms: [], quirks: [] },
};

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

/** Groups of processes, chosen from a list; healed as one. */
async function splitBrain(lab: LabPage): Promise<void> {
  const { page } = lab;
  await page.getByLabel(lab.text('ui.faults.add'), { exact: true }).selectOption('nodes');
  await lab.button(lab.text('ui.faults.add.go')).press('Enter');
  await page
    .getByRole('menuitem', { name: lab.text('ui.faults.group.pattern'), exact: true })
    .press('ArrowRight');
  await page.getByRole('menuitem', { name: `${lab.faultName('split-brain')}…` }).press('Enter');
  const form = page.getByRole('dialog');
  for (const [node, group] of [
    ['server1', 'A'],
    ['server2', 'B'],
  ] as const) {
    const choice = form
      .getByRole('radiogroup', { name: node })
      .getByRole('radio', { name: group, exact: true });
    await choice.press('Space');
  }
  expect(await violations(page)).toEqual([]);
  await form.getByRole('button', { name: lab.text('ui.faults.apply') }).press('Enter');
  const held = lab.links('ui.canvas.link.held', { service: 'cl-comp' });
  await expect.poll(() => held.count()).toBe(4);
  await page.getByRole('row').filter({ hasText: 'server1 | server2' }).getByRole('button').press('Enter');
  await expect.poll(() => held.count()).toBe(0);
}

/** Menu, form, badge, panel, heal: with keys alone. */
test(
  'a fault is put on and healed without a pointer',
  async ({ skip, onTestFinished }) => {
    const chromium = await needChromium();
    if (typeof chromium === 'string') return skip(chromium);
    const browser = await launchBrowser(chromium.path);
    onTestFinished(() => browser.close());
    const served = await serveLab(['examples/seed-standard-muc']);
    onTestFinished(() => served.stop());
    const { page } = await openPage(browser, served.url);
    const lab = new LabPage(page);
    await lab.links('ui.canvas.link.connected', { from: 'muc2', to: 'server1' }).first().focus();
    await page.keyboard.press('Enter');
    const faults = lab
      .map()
      .getByRole('toolbar')
      .getByRole('button', { name: /^Faults: put one/ });
    await faults.focus();
    await page.keyboard.press('Enter');
    const group = page.getByRole('menuitem', { name: lab.text('ui.faults.group.line') });
    await group.waitFor();
    expect(await violations(page)).toEqual([]);
    await group.press('ArrowRight');
    await page.getByRole('menuitem', { name: `${lab.faultName('latency')}…` }).press('Enter');
    const form = page.getByRole('dialog');
    await form.locator('summary').press('Enter');
    await form.getByLabel(lab.text('ui.faults.stage.when')).selectOption('state');
    expect(await violations(page)).toEqual([]);
    await form
      .getByLabel(lab.text('ui.faults.stage.machine'), { exact: true })
      .selectOption('component-acceptor');
    await form.getByLabel(lab.text('ui.faults.stage.entered'), { exact: true }).selectOption('closed');
    await form.getByLabel(lab.text('ui.faults.duration')).press('Enter');
    await form.waitFor({ state: 'detached' });
    await lab.brokenLinks(/armed/).first().waitFor({ state: 'attached' });
    await lab.tab('ui.faults.title').click();
    await page.getByRole('row').filter({ hasText: 'muc2' }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('row').filter({ hasText: 'muc2' }).getByRole('button').press('Enter');
    await page.getByText(lab.text('ui.faults.none')).waitFor();
    await splitBrain(lab);
  },
  PREPARE_MS,
);

async function inTabs(lab: LabPage): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  for (const [view, title] of Object.entries(TABS)) {
    await lab.tab(title).click();
    found[view] = await violations(lab.page);
  }
  return found;
}

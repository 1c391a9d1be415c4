/** The pending list, a breakpoint that intercepts, and the keys of a debugger, in a browser. */
import { expect, test } from 'vitest';
import { launchBrowser, needChromium, openPage, serveLab } from '#test/support/browser.js';
import { violations } from './axe.js';
import { LabPage } from './page.js';

const PREPARE_MS = 400_000;
const DOMAIN = 'xmpp.dev.pajkdc.com';

test(
  'picks the second of what waits, stops at a stanza, and changes it on its way',
  async ({ skip, onTestFinished }) => {
    const chromium = await needChromium();
    if (typeof chromium === 'string') return skip(chromium);
    const served = await serveLab();
    onTestFinished(() => served.stop());
    const browser = await launchBrowser(chromium.path);
    onTestFinished(() => browser.close());
    const { page, complaints } = await openPage(browser, served.url);
    const lab = new LabPage(page);
    await lab.runExample('ui.start.example.standard');
    await lab.addClient('alice', 'server1');
    await lab.addClient('bob', 'server2');

    await secondFirst(lab);
    await editInFlight(lab);
    await stepInside(lab);
    expect(complaints).toEqual([]);
  },
  PREPARE_MS,
);

async function secondFirst(lab: LabPage): Promise<void> {
  await lab.pause();
  await lab.say('alice', `bob@${DOMAIN}`, 'one');
  await lab.say('bob', `alice@${DOMAIN}`, 'two');
  await lab.showPending();
  const [first, second] = [lab.pendingFrame('alice', 'one'), lab.pendingFrame('bob', 'two')];
  await first.getByText(lab.text('ui.run.pending.does.frame', { to: 'server1', service: 'c2s' })).waitFor();
  await lab.deliver(second);
  await second.waitFor({ state: 'detached' });
  await first.getByRole('button', { name: lab.text('ui.run.pending.hold'), exact: true }).click();
  await first.getByText(lab.text('ui.run.pending.kept')).waitFor();
  expect(await violations(lab.page)).toEqual([]);
  await first.getByRole('button', { name: lab.text('ui.run.pending.release'), exact: true }).click();
  await lab.page.keyboard.press('F8');
  await lab.heard('bob', 'one');
}

async function editInFlight(lab: LabPage): Promise<void> {
  const { page } = lab;
  const open = page.getByRole('button', { name: new RegExp(`^${lab.text('ui.run.breakpoints')}`) });
  await open.click();
  const form = page.getByRole('dialog', { name: lab.text('ui.run.breakpoints') });
  await form.getByLabel(lab.text('ui.run.breakpoint.contains')).fill('bread');
  await form.getByLabel(lab.text('ui.run.breakpoint.intercept')).check();
  await form.getByLabel(lab.text('ui.run.breakpoint.once')).check();
  expect(await violations(page)).toEqual([]);
  await page.screenshot({ path: 'test-results/breakpoints.png' });
  await form.getByRole('button', { name: lab.text('ui.run.breakpoint.set'), exact: true }).click();
  await form.getByText(/bread/).waitFor();
  await page.keyboard.press('Escape');
  await lab.say('alice', `bob@${DOMAIN}`, 'bread');
  const editor = page.getByRole('textbox', { name: lab.text('ui.run.composer.editor') }).last();
  const save = lab.button(lab.text('ui.run.pending.edit-save'));
  await save.waitFor();
  const before = await editor.innerText();
  expect(before).toContain('bread');
  await editor.fill(before.replace('bread', 'cake').replace(/\n/g, ''));
  await save.click();
  await save.waitFor({ state: 'detached' });
  await page.keyboard.press('F8');
  await lab.heard('bob', 'cake');
}

async function stepInside(lab: LabPage): Promise<void> {
  const { page } = lab;
  await lab.pause();
  await lab.say('alice', `bob@${DOMAIN}`, 'inside');
  await lab.showPending();
  await lab.pendingFrame('alice', 'inside').waitFor();
  await page.keyboard.press('F11');
  // Only the kind itself: the words of a cluster frame name packets, too.
  const kind = page.getByText(lab.text('ui.run.pending.kind.task'), { exact: true });
  const task = page.getByRole('row').filter({ has: kind });
  await task.first().waitFor();
  await page.screenshot({ path: 'test-results/inside.png' });
  await page.keyboard.press('Shift+F11');
  await task.first().waitFor({ state: 'detached' });
}

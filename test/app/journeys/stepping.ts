/** The pending list, a breakpoint that intercepts, and the keys of a debugger. */
import { expect } from 'vitest';
import type { LabPage } from '../page.js';
import type { Journey, LookOf } from '../stages.js';

const DOMAIN = 'xmpp.dev.pajkdc.com';

export const stepping: Journey = {
  name: 'picks the second of what waits, stops at a stanza, changes it on its way, and takes a step back',
  id: 'stepping',
  async play(lab, look) {
    await lab.runExample('ui.start.example.standard');
    await lab.addClient('alice', 'server1');
    await lab.addClient('bob', 'server2');
    await secondFirst(lab, look);
    await editInFlight(lab, look);
    await stepInside(lab, look);
    await stepBack(lab, look);
    await runUntil(lab, look);
  },
};

async function secondFirst(lab: LabPage, look: LookOf): Promise<void> {
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
  await look('pending');
  await first.getByRole('button', { name: lab.text('ui.run.pending.release'), exact: true }).click();
  await lab.page.keyboard.press('F8');
  await lab.heard('bob', 'one');
}

async function editInFlight(lab: LabPage, look: LookOf): Promise<void> {
  const { page } = lab;
  const open = page.getByRole('button', { name: new RegExp(`^${lab.text('ui.run.breakpoints')}`) });
  await open.click();
  const form = page.getByRole('dialog', { name: lab.text('ui.run.breakpoints') });
  await form.getByLabel(lab.text('ui.run.breakpoint.contains')).fill('bread');
  await form.getByLabel(lab.text('ui.run.breakpoint.intercept')).check();
  await form.getByLabel(lab.text('ui.run.breakpoint.once')).check();
  await look('breakpoints');
  await form.getByRole('button', { name: lab.text('ui.run.breakpoint.set'), exact: true }).click();
  await form.getByText(/bread/).waitFor();
  await page.keyboard.press('Escape');
  await lab.say('alice', `bob@${DOMAIN}`, 'bread');
  const editor = page.getByRole('textbox', { name: lab.text('ui.run.composer.editor') }).last();
  const save = lab.button(lab.text('ui.run.pending.edit-save'));
  await save.waitFor();
  const before = await editor.innerText();
  expect(before).toContain('bread');
  await look('intercepted');
  await editor.fill(before.replace('bread', 'cake').replace(/\n/g, ''));
  await save.click();
  await save.waitFor({ state: 'detached' });
  await page.keyboard.press('F8');
  await lab.heard('bob', 'cake');
}

async function stepInside(lab: LabPage, look: LookOf): Promise<void> {
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
  await look('inside');
  await page.keyboard.press('Shift+F11');
  await task.first().waitFor({ state: 'detached' });
}

/** Looks at the moment before the step, and goes another way from there. */
async function stepBack(lab: LabPage, look: LookOf): Promise<void> {
  const { page } = lab;
  const frame = lab.pendingFrame('alice', 'inside');
  await frame.waitFor({ state: 'detached' });
  const newest = Number(await lab.timeline().getAttribute('max'));
  await page.keyboard.press('F9');
  await frame.waitFor();
  const past = lab.text('ui.timeline.past-paused', { seq: '\\d+', seconds: '[\\d.]+', newest });
  await page.getByText(new RegExp(past)).waitFor();
  await look('back');
  await page.keyboard.press('F10');
  await lab.button(lab.text('ui.timeline.ask-fork')).click();
  await lab.button(lab.text('ui.timeline.now')).waitFor({ state: 'detached' });
  await frame.waitFor({ state: 'detached' });
}

/** Runs on up to an event that fits a filter, which cannot be asked for before it can be read. */
async function runUntil(lab: LabPage, look: LookOf): Promise<void> {
  const { page } = lab;
  await lab.say('alice', `bob@${DOMAIN}`, 'until');
  await lab.pendingFrame('alice', 'until').waitFor();
  await lab.button(lab.text('ui.run.on')).click();
  await page.getByRole('menuitem', { name: lab.text('ui.run.on.until') }).click();
  const form = page.getByRole('dialog', { name: lab.text('ui.run.until.title') });
  await form.getByLabel(lab.text('ui.run.until.kind')).selectOption('event');
  const filter = form.getByRole('combobox', { name: lab.text('ui.filter.label') });
  const go = form.getByRole('button', { name: lab.text('ui.run.until.go'), exact: true });
  await filter.fill('kind:frame.');
  expect(await go.isDisabled()).toBe(true);
  // Of the proposals and the dialog, Escape closes the proposals.
  const proposals = form.getByRole('listbox', { name: lab.text('ui.filter.proposals') });
  await proposals.waitFor();
  await page.keyboard.press('Escape');
  await proposals.waitFor({ state: 'hidden' });
  await filter.fill('kind:frame.sent node:server2 text~until');
  await look('until');
  await go.click();
  await page
    .getByText(/^Paused at .* the event has happened\.$/)
    .first()
    .waitFor();
  await lab.pendingFrame('alice', 'until').waitFor({ state: 'detached' });
}

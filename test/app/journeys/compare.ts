/** One user compares a node that is killed under the two profiles; the same in a browser and on the desktop. */
import { expect } from 'vitest';
import type { LabPage } from '../page.js';
import { CHINESE_DARK, type Journey, type LookOf } from '../stages.js';

const ALL_LINKS = 8;
const PATIENCE = { timeout: 20_000 };
/** Real time in which 7.1.7 dials a node again that is gone, in ms. */
const DIALS_AGAIN_MS = 4000;

export const compareProfiles: Journey = {
  name: 'compares the profiles 5.2 and 7.1 on a node that is killed',
  id: 'compare',
  play: compare,
  look: CHINESE_DARK,
};

async function compare(lab: LabPage, look: LookOf): Promise<void> {
  const { page } = lab;
  await lab.runExample('ui.start.example.standard');
  const connected = () => lab.links('ui.canvas.link.connected').count();
  await expect.poll(connected, PATIENCE).toBe(ALL_LINKS);
  await lab.crash('server1');
  await expect.poll(connected, PATIENCE).toBeLessThan(ALL_LINKS);
  await page.waitForTimeout(DIALS_AGAIN_MS);

  await lab.tab('ui.compare.title').click();
  const tree = page.getByRole('list', { name: lab.text('ui.compare.tree') });
  await expect.poll(() => tree.getByRole('listitem').count()).toBe(1);
  await lab.button(lab.text('ui.compare.again.branch', { branch: 'branch-1' })).click();
  await page
    .getByRole('combobox', { name: lab.text('ui.compare.again.profile'), exact: true })
    .selectOption('7.1');
  await look('rerun');
  await lab.button(lab.text('ui.compare.again.go')).click();
  await expect.poll(() => tree.getByRole('listitem').count(), PATIENCE).toBe(2);
  await expect.poll(() => tree.getByRole('listitem').nth(1).innerText(), PATIENCE).toContain('7.1');
  await look('branches');

  await lab.button(lab.text('ui.compare.go')).click();
  const dialog = page.getByRole('dialog');
  const gone = dialog.getByText('bound.socketGone').first();
  const subjects = dialog.getByRole('button', { name: /ext\/dial .* vm-128-157/ });
  await subjects.first().waitFor();
  if (!(await gone.isVisible())) await dialog.locator('summary').click();
  await gone.waitFor();
  await look('compared');
  await subjects.first().click();
  await dialog.locator('[data-chosen]').first().waitFor();
  await look('subject');

  // To an event of the run that is not open: the window plays it, and looks back at that event.
  const first = await dialog
    .getByRole('button', { name: lab.text('ui.compare.first-event', { seq: '' }) })
    .innerText();
  const seq = /\d+/.exec(first)?.[0] ?? '';
  await dialog.getByRole('button', { name: first, exact: true }).click();
  const go = dialog.getByTitle(lab.text('ui.compare.go-to', { seq, branch: 'branch-1' }));
  // The name of the other run begins with that of this one, and stands to the right.
  await go.first().click();
  await dialog.waitFor({ state: 'detached' });
  await expect
    .poll(() => tree.getByRole('listitem').nth(0).getAttribute('data-current'), PATIENCE)
    .toBe('true');
  await lab.button(lab.text('ui.timeline.now')).waitFor(PATIENCE);
  await expect.poll(() => lab.timeline().inputValue(), PATIENCE).toBe(seq);
}

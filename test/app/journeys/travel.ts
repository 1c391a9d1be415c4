/** One user’s way through time: back, to now, and away from the past; the same in a browser and on the desktop. */
import { expect } from 'vitest';
import type { LabPage } from '../page.js';
import type { Journey } from '../stages.js';

const ALL_LINKS = 8;
const PATIENCE = { timeout: 15_000 };

export const travel: Journey = { name: 'looks back, and acts in the past', id: 'travel', play: throughTime };

async function throughTime(lab: LabPage): Promise<void> {
  await lab.runExample('ui.start.example.standard');
  const connected = () => lab.links('ui.canvas.link.connected').count();
  await expect.poll(connected, PATIENCE).toBe(ALL_LINKS);
  await lookBackAndReturn(lab, connected);
  await lostLinkStoodThen(lab, connected);
  await actInThePast(lab, connected);
}

/** The whole window shows that moment: at the first event no link is there. */
async function lookBackAndReturn(lab: LabPage, connected: () => Promise<number>): Promise<void> {
  await lab.timeline().focus();
  await lab.page.keyboard.press('Home');
  const now = lab.button(lab.text('ui.timeline.now'));
  await now.waitFor();
  await expect.poll(connected, PATIENCE).toBe(0);
  await now.click();
  await now.waitFor({ state: 'detached' });
  await expect.poll(connected, PATIENCE).toBe(ALL_LINKS);
}

/** A link that is down now is drawn up at the event before; and down again in the present. */
async function lostLinkStoodThen(lab: LabPage, connected: () => Promise<number>): Promise<void> {
  const { page } = lab;
  await lab.button(lab.text('ui.run.pause')).first().click();
  await lab.button(lab.text('ui.run.run')).waitFor();
  const before = Number(await lab.timeline().getAttribute('max'));
  await lab.dropLink(lab.links('ui.canvas.link.connected', { from: 'muc1', to: 'server1' }));
  await expect.poll(connected, PATIENCE).toBe(ALL_LINKS - 1);
  await expect.poll(async () => Number(await lab.timeline().getAttribute('max'))).toBeGreaterThan(before);
  await lab.timeline().focus();
  await page.keyboard.press('ArrowLeft');
  await lab.button(lab.text('ui.timeline.now')).waitFor();
  while (Number(await lab.timeline().inputValue()) > before) await page.keyboard.press('ArrowLeft');
  await expect.poll(connected, PATIENCE).toBe(ALL_LINKS);
  await lab.button(lab.text('ui.timeline.now')).click();
  await expect.poll(connected, PATIENCE).toBe(ALL_LINKS - 1);
  await lab.button(lab.text('ui.run.run')).click();
  await expect.poll(connected, PATIENCE).toBe(ALL_LINKS);
}

/** Whoever acts while looking back is asked, and lands on a branch that is paused there. */
async function actInThePast(lab: LabPage, connected: () => Promise<number>): Promise<void> {
  const { page } = lab;
  await lab.dropLink(lab.links('ui.canvas.link.connected', { from: 'muc1', to: 'server1' }));
  await expect.poll(connected, PATIENCE).toBe(ALL_LINKS - 1);
  await expect.poll(connected, PATIENCE).toBe(ALL_LINKS);
  const before = Number(await lab.timeline().getAttribute('max'));
  await lab.timeline().focus();
  await page.keyboard.press('Home');
  await lab.button(lab.text('ui.timeline.now')).waitFor();
  await page.keyboard.press('PageUp');
  await page.keyboard.press('PageUp');
  await expect.poll(async () => Number(await lab.timeline().inputValue())).toBeGreaterThan(before / 10);
  await lab.button(lab.text('ui.clients.add', { name: 'alice' })).click();
  await page.getByRole('dialog', { name: lab.text('ui.timeline.ask-title') }).waitFor();
  await lab.button(lab.text('ui.timeline.ask-fork')).click();
  await lab.button(lab.text('ui.timeline.now')).waitFor({ state: 'detached' });
  await lab.button(lab.text('ui.run.run')).waitFor();
  await expect
    .poll(async () => Number(await lab.timeline().getAttribute('max')), PATIENCE)
    .toBeLessThan(before);
}

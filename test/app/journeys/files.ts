/** Files edited while they run: completion, a finding and its quick fix, what applying would do, applying, saving. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect } from 'vitest';
import type { LabPage } from '../page.js';
import { CHINESE_DARK, type Journey, type LookOf } from '../stages.js';

const PATIENCE = { timeout: 15_000 };

export const files: Journey = {
  name: 'edits a file, mends what the linter finds, applies and saves it',
  id: 'files',
  look: CHINESE_DARK,
  async play(lab, look) {
    await lab.runExample('ui.start.example.standard');
    await expect.poll(() => lab.links('ui.canvas.link.connected').count(), PATIENCE).toBe(8);
    await lab.tab('ui.files.title').click();
    await completeAndMend(lab, look);
    await applyToOneServer(lab, look);
    await addAServer(lab, look);
    await saveElsewhere(lab, look);
    await makeNew(lab, look);
  },
};

function file(lab: LabPage, name: string) {
  return lab.page
    .getByRole('list', { name: lab.text('ui.files.list') })
    .getByRole('button', { name: new RegExp(`^${name}`) });
}

function editor(lab: LabPage, name: string) {
  return lab.page.getByRole('textbox', { name: lab.text('ui.files.editor', { file: name }) });
}

/** A misspelt key is found as it is written; completion would have spelt it, the quick fix does. */
async function completeAndMend(lab: LabPage, look: LookOf): Promise<void> {
  const { page } = lab;
  await file(lab, 'muc1').click();
  const text = editor(lab, 'muc1.properties');
  await text.click();
  await page.keyboard.press('Control+Home');
  await page.keyboard.type('--watchdog_d');
  const proposal = page.getByRole('option', { name: /--watchdog_delay/ });
  await proposal.waitFor();
  await look('completion');
  await page.keyboard.press('Escape');
  await page.keyboard.type('elai = 30000\n');
  const marker = page.locator('.cm-lint-marker-warning').first();
  await marker.hover();
  const fix = page.getByRole('button', { name: /--watchdog_delay/ });
  await fix.waitFor();
  await look('finding');
  await fix.click();
  await expect.poll(() => text.innerText()).toMatch(/^--watchdog_delay = 30000\n/);
  await page.locator('.cm-property-key').first().hover();
  await page.locator('.cm-explanation').waitFor();
  await look('explained');
  await page.keyboard.press('Escape');
}

/** Only what the edit touches starts anew; the links of the others stay as they are. */
async function applyToOneServer(lab: LabPage, look: LookOf): Promise<void> {
  const { page } = lab;
  await lab.map().getByText(lab.text('ui.files.map.changed')).waitFor();
  const does = lab.text('ui.files.restarts', { names: 'muc1' });
  await page.getByRole('status').filter({ hasText: does }).waitFor();
  await look('planned');
  const bound = lab.links('ui.canvas.link.connected');
  await lab.button(lab.text('ui.files.apply')).click();
  await page
    .getByRole('status')
    .filter({ hasText: lab.text('ui.files.nothing') })
    .waitFor(PATIENCE);
  await expect.poll(() => bound.count(), PATIENCE).toBe(8);
  expect(await lab.links('ui.canvas.link.connected', { from: 'muc2' }).count()).toBe(2);
}

/** Dragged onto the map, a third server is written into all files that have to know of it, and joins when that is applied. */
async function addAServer(lab: LabPage, look: LookOf): Promise<void> {
  const { page } = lab;
  const piece = page
    .getByRole('group', { name: lab.text('ui.files.add') })
    .getByRole('button', { name: lab.text('ui.files.add-server') });
  await piece.dragTo(lab.map(), { targetPosition: { x: 60, y: 300 } });
  const planned = lab.map().getByRole('article', { name: new RegExp(lab.text('ui.files.map.added')) });
  await planned.waitFor();
  await look('server-planned');
  await lab.button(lab.text('ui.files.undo')).click();
  await planned.waitFor({ state: 'detached' });
  await lab.button(lab.text('ui.files.redo')).click();
  await planned.waitFor();
  await lab.button(lab.text('ui.files.apply')).click();
  await planned.waitFor({ state: 'detached', ...PATIENCE });
  // Six pairs of 5277, and two MUCs that dial three servers.
  await expect.poll(() => lab.links('ui.canvas.link.connected').count(), PATIENCE).toBe(12 + 6);
  await look('server-runs');
}

/** An example is never written over: it asks for a folder. */
async function saveElsewhere(lab: LabPage, look: LookOf): Promise<void> {
  const { page } = lab;
  const folder = mkdtempSync(path.join(tmpdir(), 'cluster-lab-files-'));
  try {
    await lab.button(lab.text('ui.files.save')).click();
    const field = page.getByRole('textbox', { name: lab.text('ui.files.save-as.folder') });
    await field.fill(folder);
    await look('save-as');
    await field.press('Enter');
    await page.getByText(lab.text('ui.files.saved', { folder })).waitFor();
    expect(readFileSync(path.join(folder, 'muc1.properties'), 'utf8')).toMatch(/^--watchdog_delay = 30000\n/);
    expect(readFileSync(path.join(folder, 'server1.properties'), 'utf8')).toContain('--cluster-nodes');
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function makeNew(lab: LabPage, look: LookOf): Promise<void> {
  const { page } = lab;
  await lab.button(lab.text('ui.files.new')).click();
  const dialog = page.getByRole('dialog', { name: lab.text('ui.files.new.title') });
  await dialog.getByLabel(lab.text('ui.files.new.servers'), { exact: true }).fill('3');
  await dialog.getByLabel(lab.text('ui.files.new.mucs'), { exact: true }).fill('1');
  await look('new');
  await dialog.getByRole('button', { name: lab.text('ui.files.new.go') }).click();
  await dialog.waitFor({ state: 'detached' });
  // Three servers dial each other twice each way, one MUC dials all three.
  await expect.poll(() => lab.links('ui.canvas.link.connected').count(), PATIENCE).toBe(12 + 3);
  await look('made');
}

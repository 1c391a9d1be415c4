/** The desktop saves a session where its user says, and leaves nothing behind when it is closed. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readSession } from '#core/lab/session/read-session.js';
import { launchDesktop, needElectron, type Desktop } from '#test/support/electron.js';
import { eventually } from '#test/support/eventually.js';
import { LabPage } from './page.js';

const LAUNCH_MS = 480_000;
const folder = mkdtempSync(path.join(tmpdir(), 'cluster-lab-saved-'));
let desktop: Desktop | undefined;
let missing = '';

beforeAll(async () => {
  const electron = await needElectron();
  if (typeof electron === 'string') missing = electron;
  else desktop = await launchDesktop(electron.path, { open: 'examples/seed', state: folder });
}, LAUNCH_MS);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a session is saved to the file that the dialog gives', { timeout: 120_000 }, async (ctx) => {
  if (!desktop) return ctx.skip(missing);
  const { app, page, close } = desktop;
  const lab = new LabPage(page);
  await lab.map().waitFor();
  const file = path.join(folder, 'mine.clab');
  // In place of the system's dialog.
  await app.evaluate(({ session }, target) => {
    session.defaultSession.once('will-download', (_event, item) => item.setSavePath(target));
  }, file);
  await lab.button(lab.text('ui.session.title')).click();
  await lab.button(lab.text('ui.session.save')).click();
  const saved = (): string[] => readdirSync(folder);
  await eventually('the file', () => saved().includes('mine.clab'), saved);
  expect(readSession(readFileSync(file)).header.name).toBe('seed');
  const kept = (): string[] => readdirSync(path.join(folder, 'autosave'));
  expect(kept()).toHaveLength(1);
  await close();
  expect(kept()).toEqual([]);
});

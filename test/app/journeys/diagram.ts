import { readFile } from 'node:fs/promises';
import { expect } from 'vitest';
import type { LabPage } from '../page.js';
import type { Journey, LookOf } from '../stages.js';

export const diagram: Journey = {
  name: 'the run as a diagram: it follows, a message is selected, and the picture can be taken away',
  id: 'diagram',
  play: asDiagram,
};

async function asDiagram(lab: LabPage, look: LookOf): Promise<void> {
  const { page } = lab;
  await lab.runExample('ui.start.example.standard');
  await lab.addClient('alice', 'server1');
  await page.getByRole('radio', { name: lab.text('ui.diagram.sequence') }).check({ force: true });
  const drawing = page.getByRole('application', { name: lab.text('ui.diagram.sequence') });
  await drawing.focus();
  await page.keyboard.press('ArrowDown');
  const spoken = page.locator('#diagram-selected');
  await expect.poll(() => spoken.textContent()).toMatch(/^#\d+ · /);
  const first = await spoken.textContent();
  for (let count = 0; count < 5; count += 1) await page.keyboard.press('ArrowDown');
  await expect.poll(() => spoken.textContent()).not.toBe(first);
  const saved = page.waitForEvent('download');
  await lab.button(lab.text('ui.diagram.export')).click();
  await page.getByRole('menuitem', { name: lab.text('ui.diagram.export.svg') }).click();
  const file = await (await saved).path();
  expect(await readFile(file, 'utf8')).toContain('server1');
  await page.getByRole('radio', { name: lab.text('ui.diagram.space-time') }).check({ force: true });
  await page.getByRole('application', { name: lab.text('ui.diagram.space-time') }).waitFor();
  await look('space-time');
}

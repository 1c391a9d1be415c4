import { expect } from 'vitest';
import type { LabPage } from '../page.js';
import type { Journey, LookOf } from '../stages.js';

export const lifelines: Journey = {
  name: 'lifelines: moved by keyboard and by dragging, taken apart and put together, hidden and had back',
  id: 'lifelines',
  play: arrange,
};

async function arrange(lab: LabPage, look: LookOf): Promise<void> {
  const { page } = lab;
  await lab.runExample('ui.start.example.standard');
  await lab.addClient('alice', 'server1');
  await lab.addClient('bob', 'server2');
  await page.getByRole('radio', { name: lab.text('ui.diagram.sequence') }).check({ force: true });
  const heads = page.getByRole('toolbar', { name: lab.text('ui.diagram.heads') }).getByRole('button');
  const head = (name: string) => heads.and(page.getByRole('button', { name, exact: true }));
  const names = (): Promise<string[]> => heads.allTextContents();
  const choose = async (name: string, entry: string): Promise<void> => {
    await head(name).click();
    await page.getByRole('menuitem', { name: entry, exact: true }).click();
  };
  await expect.poll(names).toContain('bob');
  const usual = await names();
  const [first = '', second = '', ...others] = usual;
  await head(first).focus();
  await page.keyboard.press('Shift+ArrowRight');
  await expect.poll(names).toEqual([second, first, ...others]);
  await head(first).dragTo(head(second), { targetPosition: { x: 2, y: 10 } });
  await expect.poll(names).toEqual(usual);

  const shown = async (): Promise<number> =>
    Number((await page.locator('#diagram-selected').textContent())?.replace(/\D/g, ''));
  const before = await shown();
  await choose('server1', lab.text('ui.diagram.open'));
  await expect.poll(names).toContain('server1/sess-man');
  // The way inside has become arrows of its own.
  await expect.poll(shown).toBeGreaterThan(before);
  await look('lifelines');
  await choose('server1', lab.text('ui.diagram.close', { process: 'server1' }));
  await expect.poll(names).toEqual(usual);

  await choose('alice', lab.text('ui.diagram.clients-as-one'));
  await expect.poll(names).toContain(lab.text('ui.diagram.all-clients'));
  await choose('server2', lab.text('ui.diagram.hide'));
  await expect.poll(names).not.toContain('server2');
  await page
    .getByRole('button', { name: lab.text('ui.diagram.lifelines') })
    .and(page.locator('[aria-haspopup]'))
    .click();
  await page.getByRole('menuitemcheckbox', { name: 'server2', exact: true }).click();
  await page.keyboard.press('Escape');
  await expect.poll(names).toContain('server2');
}

import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { launchBrowser, needChromium, openPage, serveLab } from '#test/support/browser.js';
import { violations } from './axe.js';
import { LabPage } from './page.js';

const PREPARE_MS = 400_000;

test(
  'the run as a diagram: it follows, a message is selected, and the picture can be taken away',
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
    expect(await violations(page)).toEqual([]);
    expect(complaints).toEqual([]);
  },
  PREPARE_MS,
);

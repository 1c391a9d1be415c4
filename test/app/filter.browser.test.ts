import { expect, test } from 'vitest';
import { launchBrowser, needChromium, openPage, serveLab } from '#test/support/browser.js';
import { violations } from './axe.js';
import { LabPage } from './page.js';

const PREPARE_MS = 400_000;

test(
  'somebody filters the events, and marks one',
  async ({ skip, onTestFinished }) => {
    const chromium = await needChromium();
    if (typeof chromium === 'string') return skip(chromium);
    const served = await serveLab(['examples/seed-standard-muc']);
    onTestFinished(() => served.stop());
    const browser = await launchBrowser(chromium.path);
    onTestFinished(() => browser.close());
    const { page, complaints } = await openPage(browser, served.url);
    const lab = new LabPage(page);
    await lab.map().waitFor();
    await lab.links('ui.canvas.link.connected').first().waitFor({ state: 'attached' });
    await lab.tab('ui.start.tab.events').click();
    const box = page.getByRole('combobox', { name: lab.text('ui.filter.label'), exact: true });
    const events = page.getByRole('listbox', { name: lab.text('ui.run.events'), exact: true });
    const proposal = (name: string) => page.getByRole('option', { name, exact: true });
    await events.getByRole('option').first().waitFor();

    // It proposes names of fields, then values.
    await box.pressSequentially('kin');
    await proposal('kind:').waitFor();
    await box.press('Tab');
    expect(await box.inputValue()).toBe('kind:');
    await box.pressSequentially('link.op');
    await proposal('link.opened').waitFor();
    await box.press('ArrowDown');
    await box.press('Enter');
    expect((await box.inputValue()).trim()).toBe('kind:link.opened');

    // Only such events are left, and the lab has counted them all.
    const opened = lab.text('ui.run.kind.link.opened');
    const kinds = () =>
      events.getByRole('option').evaluateAll((rows) => rows.map((row) => row.children[3]?.textContent));
    await expect.poll(async () => new Set(await kinds())).toEqual(new Set([opened]));

    // What cannot be read is said, and its place shown.
    await box.fill('kind:link.opened nod:x');
    const issue = page.getByText(lab.text('ui.filter.issue.unknown-field', { what: 'nod' }));
    await issue.waitFor();
    expect(await box.getAttribute('aria-invalid')).toBe('true');
    await box.fill('kind:link.opened');
    await issue.waitFor({ state: 'detached' });

    // The search goes on among what the filter shows.
    const search = page.getByRole('searchbox', { name: lab.text('ui.run.events.search') });
    await search.fill('5270');
    // The lab is asked; the count says that it has answered.
    await page.getByText(/^0 of [1-9]/).waitFor();
    await search.press('Enter');
    const selected = events.getByRole('option', { selected: true });
    await selected.waitFor();
    const seq = Number(await selected.locator('span').first().textContent());

    // A bookmark is kept by the lab and is a way back.
    await page.getByRole('button', { name: lab.text('ui.filter.bookmark.add') }).click();
    await page.getByRole('button', { name: lab.text('ui.filter.bookmarks.count', { count: 1 }) }).click();
    const note = page.getByRole('textbox', { name: lab.text('ui.filter.bookmark.title', { seq }) });
    await note.fill('muc1 is there');
    await note.press('Enter');
    expect(await violations(page)).toEqual([]);
    await page.reload();
    await lab.map().waitFor();
    await lab.tab('ui.start.tab.events').click();
    await page.getByRole('button', { name: lab.text('ui.filter.bookmarks.count', { count: 1 }) }).click();
    await expect.poll(() => note.inputValue()).toBe('muc1 is there');
    await page.getByRole('button', { name: lab.text('ui.filter.bookmark.go', { seq }), exact: true }).click();
    await expect.poll(() => selected.locator('span').first().textContent()).toContain(String(seq));
    expect(complaints).toEqual([]);
  },
  PREPARE_MS,
);

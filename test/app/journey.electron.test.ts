import { expect, test } from 'vitest';
import { watchComplaints } from '#test/support/browser.js';
import { launchDesktop, needElectron } from '#test/support/electron.js';
import { journey } from './journey.js';
import { LabPage } from './page.js';

const PREPARE_MS = 480_000;

test(
  'one journey through the window, on the desktop',
  async ({ skip, onTestFinished }) => {
    const electron = await needElectron();
    if (typeof electron === 'string') return skip(electron);
    const { page, close } = await launchDesktop(electron.path);
    onTestFinished(close);
    const complaints = watchComplaints(page);
    try {
      await journey(new LabPage(page));
    } catch (error) {
      await page.screenshot({ path: 'test-results/journey-electron.png' });
      throw error;
    }
    expect(complaints).toEqual([]);
  },
  PREPARE_MS,
);

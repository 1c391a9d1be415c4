import { expect, test } from 'vitest';
import { watchComplaints } from '#test/support/browser.js';
import { launchDesktop, needElectron } from '#test/support/electron.js';
import { LabPage } from './page.js';
import { travel } from './travel.js';

const PREPARE_MS = 480_000;

test(
  'one journey through time, on the desktop',
  async ({ skip, onTestFinished }) => {
    const electron = await needElectron();
    if (typeof electron === 'string') return skip(electron);
    const { page, close } = await launchDesktop(electron.path);
    onTestFinished(close);
    const complaints = watchComplaints(page);
    try {
      await travel(new LabPage(page));
    } catch (error) {
      await page.screenshot({ path: 'test-results/travel-electron.png' });
      throw error;
    }
    expect(complaints).toEqual([]);
  },
  PREPARE_MS,
);

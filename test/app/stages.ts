/** Where the window is played: a Chromium before `cluster-lab serve`, or a real Electron. What a test plays is a journey. */
import { afterAll, expect, test } from 'vitest';
import type { Browser, Page } from 'playwright';
import type { Language } from '#core/shared/text/render.js';
import { launchBrowser, needChromium, openPage, serveLab, watchComplaints } from '#test/support/browser.js';
import { launchDesktop, needElectron } from '#test/support/electron.js';
import { violations } from './axe.js';
import { LabPage } from './page.js';

/** A browser, Electron and their libraries may have to be fetched first. */
const PREPARE_MS = 480_000;

export type LookOf = (view: string) => Promise<void>;

export interface Journey {
  /** What somebody does, as the name of the test. */
  name: string;
  /** Names its pictures. */
  id: string;
  /** `look` takes a picture of a view and has it checked for accessibility. */
  play: (lab: LabPage, look: LookOf) => Promise<void>;
  /** What it looks like in a browser, where things move; the desktop is English, light and without motion. Default: English, light. */
  look?: Look;
  /** Topology to open; default: the start screen. */
  open?: string;
}

type Look = readonly [Language, 'light' | 'dark'];

const PLAIN: Look = ['en', 'light'];
/** For journeys that are played on the desktop as well: between them the two see both languages and both themes. */
export const CHINESE_DARK: Look = ['zh-CN', 'dark'];

let browser: Browser | undefined;
afterAll(() => browser?.close());

/** One for all journeys of a file: each has a context of its own, which keeps nothing of the others. */
async function sharedBrowser(path: string): Promise<Browser> {
  if (!browser?.isConnected()) browser = await launchBrowser(path);
  return browser;
}

export function inBrowser({ look = PLAIN, ...journey }: Journey): void {
  test(
    `${journey.name}, in a browser: ${look.join(', ')}`,
    { timeout: PREPARE_MS },
    async ({ skip, onTestFinished }) => {
      const chromium = await needChromium();
      if (typeof chromium === 'string') return skip(chromium);
      const served = await serveLab(journey.open === undefined ? [] : [journey.open]);
      onTestFinished(() => served.stop());
      const { page, complaints, close } = await openPage(await sharedBrowser(chromium.path), served.url);
      onTestFinished(close);
      await playOn(page, complaints, journey, look, 'browser');
    },
  );
}

export function onDesktop(journey: Journey): void {
  test(`${journey.name}, on the desktop`, { timeout: PREPARE_MS }, async ({ skip, onTestFinished }) => {
    const electron = await needElectron();
    if (typeof electron === 'string') return skip(electron);
    const { open } = journey;
    const { page, close } = await launchDesktop(electron.path, open === undefined ? {} : { open });
    onTestFinished(close);
    // The browser has the motion: a clock that is drawn 20 times a second takes a quarter of a core from everything else.
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await playOn(page, watchComplaints(page), journey, PLAIN, 'desktop');
  });
}

async function playOn(
  page: Page,
  complaints: readonly string[],
  { id, open, play }: Journey,
  [language, theme]: Look,
  stage: string,
): Promise<void> {
  const picture = (view: string): string =>
    `test-results/screenshots/${id}-${view}.${stage}.${language}.${theme}.png`;
  const look: LookOf = async (view) => {
    await page.screenshot({ path: picture(view) });
    // The page is the same on the desktop: it is checked once.
    if (stage === 'browser') expect(await violations(page)).toEqual([]);
  };
  try {
    const first = new LabPage(page);
    if (open !== undefined) await first.map().waitFor();
    await play(await first.prefer(language, theme), look);
  } catch (error) {
    await page.screenshot({ path: picture('failed') });
    throw error;
  }
  expect(complaints).toEqual([]);
}

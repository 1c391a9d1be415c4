/** The desktop in a test: a real Electron on a screen of its own. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { _electron, type ElectronApplication, type Page } from 'playwright';
import { needDebianPackage } from './debian-packages.js';
import { openDisplay } from './display.js';

const run = promisify(execFile);
const FIND_MS = 400_000;

/** Debian package → library or program that shows that it is there. */
const NEEDED: Readonly<Record<string, string>> = {
  xvfb: 'Xvfb',
  libnss3: 'libnss3.so',
  'libgtk-3-0': 'libgtk-3.so.0',
  libgbm1: 'libgbm.so.1',
  libasound2: 'libasound.so.2',
  'libatk-bridge2.0-0': 'libatk-bridge-2.0.so.0',
  libdrm2: 'libdrm.so.2',
};

export interface Desktop {
  app: ElectronApplication;
  page: Page;
  close(): Promise<void>;
}

export interface DesktopOptions {
  /** Topology to open at the start. */
  open?: string;
  /** Locale of the program: `en-US`, `zh-CN`. */
  locale?: string;
  /** Folder for what it keeps; default: one that nobody else uses. */
  state?: string;
  /** The built program instead of this repository's files. */
  program?: string;
}

/** Path of an Electron, or why there is none, for `ctx.skip`. */
export async function needElectron(): Promise<{ path: string; version: string } | string> {
  const { stdout } = await run(process.execPath, ['scripts/electron-dist.mjs', '--json'], {
    timeout: FIND_MS,
  }).catch((failed: { stdout?: string }) => ({ stdout: failed.stdout ?? '' }));
  const found = JSON.parse(stdout || '{"missing":"scripts/electron-dist.mjs said nothing"}') as
    { path: string; version: string } | { missing: string };
  if ('missing' in found) return found.missing;
  return (await missingPackage()) ?? found;
}

async function missingPackage(): Promise<string | undefined> {
  if (process.platform !== 'linux') return undefined;
  for (const [name, part] of Object.entries(NEEDED)) {
    const probe = part.includes('.so')
      ? ['sh', '-c', `PATH="$PATH:/sbin:/usr/sbin" ldconfig -p | grep -qF ${part}`]
      : ['sh', '-c', `command -v ${part}`];
    const there = await needDebianPackage(name, probe);
    if (there !== true) return there;
  }
  return undefined;
}

export async function launchDesktop(electron: string, options: DesktopOptions = {}): Promise<Desktop> {
  const display = await openDisplay();
  const data = await mkdtemp(path.join(tmpdir(), 'cluster-lab-desktop-'));
  const clean = async (): Promise<void> => {
    display.close();
    await rm(data, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const app = await _electron.launch({
      executablePath: options.program ?? electron,
      args: [
        // Chromium’s sandbox refuses to run as root; nobody but a test starts it so.
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        `--user-data-dir=${data}`,
        `--lang=${options.locale ?? 'en-US'}`,
        ...(options.program ? [] : ['dist/main/desktop/main.js']),
        ...(options.open ? ['--open', options.open] : []),
      ],
      env: {
        ...environment(display.name, options.locale),
        CLUSTER_LAB_STATE: options.state ?? path.join(data, 'state'),
      },
    });
    const page = await app.firstWindow();
    return { app, page, close: () => app.close().finally(clean) };
  } catch (error) {
    await clean();
    throw error;
  }
}

function environment(display: string | undefined, locale = 'en-US'): Record<string, string> {
  const own = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  const language = `${locale.replace('-', '_')}.UTF-8`;
  return {
    ...Object.fromEntries(own),
    CLUSTER_LAB_TEST: '1',
    LANG: language,
    LANGUAGE: language,
    ...(display ? { DISPLAY: display } : {}),
  };
}

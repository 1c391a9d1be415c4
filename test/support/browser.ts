/** The browser mode in a test: `cluster-lab serve` and a Chromium that looks at it. */
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright';
import { needDebianPackage } from './debian-packages.js';

const CHROMES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
];
const SERVE_MS = 30_000;

/** Path of a Chromium, or what to type to get one, for `ctx.skip`. */
export async function needChromium(): Promise<{ path: string } | string> {
  const found = CHROMES.find((candidate) => existsSync(candidate));
  if (found) return { path: found };
  const there = await needDebianPackage('chromium', ['chromium', '--version']);
  return there === true ? { path: '/usr/bin/chromium' } : there;
}

export function launchBrowser(path: string): Promise<Browser> {
  // As root there is no sandbox; shared memory is small in containers.
  const root = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return chromium.launch({
    executablePath: path,
    args: [...root, '--disable-gpu', '--disable-dev-shm-usage'],
  });
}

export interface Served {
  /** `http://127.0.0.1:PORT/?token=…` */
  url: string;
  stop(): Promise<void>;
  /** SIGKILL: it has no chance to say anything. */
  kill(): Promise<void>;
}

/**
 * Starts the browser mode; its first line is the address to open.
 * @param state folder for what it keeps; default: one that nobody else uses
 */
export async function serveLab(args: readonly string[] = [], state?: string): Promise<Served> {
  const own = state ?? mkdtempSync(path.join(tmpdir(), 'cluster-lab-state-'));
  const child = spawn(process.execPath, ['bin/cluster-lab.mjs', 'serve', ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, CLUSTER_LAB_STATE: own },
  });
  if (state === undefined) child.once('exit', () => rmSync(own, { recursive: true, force: true }));
  const url = await firstAddress(child);
  return {
    url,
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
    async kill() {
      const exit = once(child, 'exit');
      child.kill('SIGKILL');
      await exit;
    },
  };
}

function firstAddress(child: ChildProcess): Promise<string> {
  let said = '';
  child.stderr?.on('data', (text) => (said += String(text)));
  return new Promise((resolve, reject) => {
    const fail = (why: string): void => reject(new Error(`serve: ${why}\n${said}`));
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      fail(`no address within ${SERVE_MS / 1000} s`);
    }, SERVE_MS);
    child.once('exit', (code) => fail(`ended with ${code}`));
    if (!child.stdout) return fail('no output');
    createInterface(child.stdout).on('line', (line) => {
      const [url] = /http:\/\/\S+token=\S+/.exec(line) ?? [];
      if (!url) return void (said += `${line}\n`);
      clearTimeout(timer);
      resolve(url);
    });
  });
}

/** A page of its own context, with words that it must not say collected in `complaints`. */
export async function openPage(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<{ page: Page; complaints: string[]; close(): Promise<void> }> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    locale: 'en-US',
    ...options,
  });
  const page = await context.newPage();
  const complaints = watchComplaints(page);
  await page.goto(url);
  return { page, complaints, close: () => context.close() };
}

/** Errors and warnings of a page, as they come. */
export function watchComplaints(page: Page): string[] {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  return complaints;
}

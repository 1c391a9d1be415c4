/**
 * Opens the desktop window: `npm run desktop -- --open examples/seed`. `startDesktop` is for whoever has another way in
 * to offer: it says why there is no window.
 */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { findElectron } from './electron-dist.mjs';

const MAIN = fileURLToPath(new URL('../dist/main/desktop/main.js', import.meta.url));
/** A program that ends with an error so soon has not shown a window. */
const TOO_SOON_MS = 5_000;

/**
 * Resolves when the window has been closed, or with the reason why there was none.
 * @param {string[]} args given on to the program
 * @returns {Promise<{ opened: true, version: string } | { opened: false, why: string }>}
 */
export async function startDesktop(args) {
  const hindrance = whyNoWindow();
  if (hindrance) return { opened: false, ...hindrance };
  const electron = await findElectron();
  if ('missing' in electron) return { opened: false, why: electron.missing };
  const started = Date.now();
  return new Promise((resolve) => {
    const child = spawn(electron.path, [...sandboxSwitch(), MAIN, ...args], { stdio: 'inherit' });
    child.once('error', (error) => resolve({ opened: false, why: error.message }));
    child.once('close', (code, signal) => {
      const failed = code !== 0 && Date.now() - started < TOO_SOON_MS;
      if (failed)
        resolve({ opened: false, why: `Electron ended at once (${signal ?? `exit code ${code}`})` });
      else resolve({ opened: true, version: electron.version });
    });
  });
}

/** `key`: the sentence for it in core/shared/text. */
const ROOT_REFUSED = { why: 'Electron does not run as root', key: 'ui.desktop.not-as-root' };

function whyNoWindow() {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  if (process.platform === 'linux' && !DISPLAY && !WAYLAND_DISPLAY)
    return { why: 'there is no display here' };
  if (process.getuid?.() === 0 && sandboxSwitch().length === 0) return ROOT_REFUSED;
  return undefined;
}

/** Without Chromium’s sandbox only for tests, where a test has to run as root. */
function sandboxSwitch() {
  return process.getuid?.() === 0 && process.env.CLUSTER_LAB_TEST ? ['--no-sandbox'] : [];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const outcome = await startDesktop(process.argv.slice(2));
  if (!outcome.opened) {
    process.stderr.write(`cluster-lab: no desktop window: ${outcome.why}\n`);
    process.exitCode = 1;
  }
}

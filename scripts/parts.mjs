/** What `npm run check` and `npm test` are made of: programs, run two at a time, each with its output kept. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('..', import.meta.url));

const AT_ONCE = 2;

/** @typedef {{ name: string, command: string[] }} Part */
/** @typedef {{ name: string, ok: boolean, seconds: number, output: string }} Outcome */

const node = (script, ...args) => [process.execPath, `node_modules/${script}`, ...args];

export const BUILD = { name: 'tsc', command: node('typescript/bin/tsc', '-b') };
/** What `serve` and the desktop need besides: the pages, and the preload script as one file. */
export const PAGES = { name: 'vite build', command: node('vite/bin/vite.js', 'build') };
export const PRELOAD = { name: 'preload script', command: [process.execPath, 'scripts/build-desktop.mjs'] };
export const UNIT = {
  name: 'unit tests',
  command: node('vitest/vitest.mjs', 'run', '--project', 'unit', '--reporter=dot', '--maxWorkers=2'),
};
/** What has not changed since the last time is not looked at again: no rule of theirs looks beyond one file. */
const CACHED = ['--cache', '--cache-strategy', 'content'];
/** The longest first, so that the two hands finish together. */
export const CHECKS = [
  { name: 'prettier', command: node('prettier/bin/prettier.cjs', '--check', ...CACHED, '.') },
  {
    name: 'eslint',
    command: node(
      'eslint/bin/eslint.js',
      '--max-warnings',
      '0',
      ...CACHED,
      '--cache-location',
      'node_modules/.cache/eslint/',
      '.',
    ),
  },
  {
    name: 'dependency-cruiser',
    command: node('dependency-cruiser/bin/dependency-cruise.mjs', 'core', 'main', 'renderer', 'test'),
  },
  { name: 'knip', command: node('knip/bin/knip.js') },
];

const running = new Set();

/** Ends a program with everything that it has started. */
function endGroup(child, signal) {
  try {
    process.kill(-child.pid, signal);
    return true;
  } catch {
    // Nobody of the group is left.
    return false;
  }
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.once(signal, () => {
    for (const child of running) endGroup(child, 'SIGKILL');
    process.exit(1);
  });
}

/**
 * Runs one part in a process group of its own; what is left of the group afterwards is ended and named a failure.
 * @param {Part} part
 * @param {{ shown?: boolean, env?: Record<string, string>, mostMs?: number }} options `shown`: its output goes to ours
 * @returns {Promise<Outcome>}
 */
export function runPart(
  { name, command: [file, ...args] },
  { shown = false, env = {}, mostMs = 600_000 } = {},
) {
  const started = performance.now();
  const stdio = ['ignore', shown ? 'inherit' : 'pipe', shown ? 'inherit' : 'pipe'];
  const child = spawn(file, args, { cwd: ROOT, stdio, detached: true, env: { ...process.env, ...env } });
  running.add(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text) => (output += text));
  const timer = setTimeout(() => {
    output += `\n${name}: not done within ${mostMs / 1000} s, ended\n`;
    endGroup(child, 'SIGKILL');
  }, mostMs);
  return new Promise((resolve) => {
    const done = (ok) => {
      clearTimeout(timer);
      running.delete(child);
      const left = child.pid !== undefined && endGroup(child, 'SIGKILL');
      if (left) output += `\n${name}: left a process behind, ended\n`;
      resolve({ name, ok: ok && !left, seconds: (performance.now() - started) / 1000, output });
    };
    child.once('error', (error) => {
      output += error.message;
      done(false);
    });
    child.once('close', (code) => done(code === 0));
  });
}

/**
 * Runs parts, prints a line for each as it ends, and what a failed one has said.
 * @param {Part[]} parts
 * @returns {Promise<Outcome[]>}
 */
export async function runParts(parts) {
  const waiting = [...parts];
  const outcomes = [];
  const hand = async () => {
    for (let part = waiting.shift(); part; part = waiting.shift()) {
      const outcome = await runPart(part);
      outcomes.push(outcome);
      report(outcome);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, hand));
  return outcomes;
}

/** @param {Outcome} outcome */
export function report({ name, ok, seconds, output }) {
  process.stdout.write(
    `${ok ? 'ok    ' : 'FAILED'}  ${name.padEnd(20)} ${seconds.toFixed(1).padStart(6)} s\n`,
  );
  if (!ok) process.stdout.write(`${output.trimEnd()}\n`);
}

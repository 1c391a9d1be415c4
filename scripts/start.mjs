/** `npm start`: builds what has changed, then opens the desktop window, or the browser mode where there is none. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { report, ROOT, runPart } from './parts.mjs';

const tool = (script, ...args) => [process.execPath, script, ...args];

/** What is built from which sources; `output` is as old as the last build. */
const BUILDS = [
  {
    name: 'tsc',
    command: tool('node_modules/typescript/bin/tsc', '-b', 'tsconfig.main.json'),
    sources: ['core', 'main', 'tsconfig.base.json'],
    output: 'dist/.main.tsbuildinfo',
  },
  {
    name: 'vite',
    command: tool('node_modules/vite/bin/vite.js', 'build', '--logLevel', 'error'),
    sources: ['renderer', 'core/shared', 'vite.config.ts'],
    output: 'dist/renderer/index.html',
  },
  {
    name: 'preload',
    command: tool('scripts/build-desktop.mjs'),
    sources: ['main/desktop/preload.ts', 'core/shared/api'],
    output: 'dist/main/desktop/preload.cjs',
  },
];

for (const build of BUILDS.filter(isOld)) {
  process.stderr.write(`building (${build.name}) … 正在构建（${build.name}）…\n`);
  const outcome = await runPart(build);
  if (!outcome.ok) {
    report(outcome);
    process.exit(1);
  }
}
// Those of parts.mjs end what is being built, and this process with it; the lab goes in its own way.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.removeAllListeners(signal);
process.exit(await start(process.argv.slice(2)));

/** Resolves to the exit code when the window has been closed, or the browser mode ended. */
async function start(args) {
  const { cli } = await import('../dist/main/cli/cli.js');
  const { say, text } = await speaker();
  const { startDesktop } = await import('./desktop.mjs');
  if (hasDisplay()) say('ui.start.looking-for-electron');
  const desktop = hasDisplay() ? await startDesktop(asDesktop(args)) : { opened: false };
  if (desktop.opened) return 0;
  if (desktop.why) say('ui.start.browser-mode', { why: desktop.key ? text(desktop.key) : desktop.why });
  else say('ui.start.browser-mode-no-display');
  say('ui.start.open-address');
  return cli(['serve', ...args]);
}

/** `npm start -- TOPOLOGY` means the same through both doors; the desktop's own word for it is `--open`. */
function asDesktop(args) {
  return args[0] && !args[0].startsWith('-') ? ['--open', ...args] : args;
}

/** The window's own sentences; known only after the build. */
async function speaker() {
  const { languageOf, renderText } = await import('../dist/core/shared/text/render.js');
  const { LC_ALL, LC_MESSAGES, LANG } = process.env;
  const language = languageOf(LC_ALL || LC_MESSAGES || LANG);
  const text = (key, params) => renderText(language, key, params);
  return { text, say: (key, params) => process.stderr.write(`${text(key, params)}\n`) };
}

function hasDisplay() {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  return process.platform !== 'linux' || Boolean(DISPLAY || WAYLAND_DISPLAY);
}

function isOld({ sources, output }) {
  const built = path.join(ROOT, output);
  if (!existsSync(built)) return true;
  const time = statSync(built).mtimeMs;
  return sources.some((source) => newest(path.join(ROOT, source)) > time);
}

/** Time of the last change in a file, or in a folder at any depth. */
function newest(file) {
  const stats = statSync(file, { throwIfNoEntry: false });
  if (!stats) return 0;
  if (!stats.isDirectory()) return stats.mtimeMs;
  const inside = readdirSync(file).map((name) => newest(path.join(file, name)));
  return Math.max(stats.mtimeMs, ...inside);
}

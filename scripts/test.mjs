/** `npm test`: everything, from a fresh clone on. The last line counts; a failed check counts as a failed test. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { prepareDebianPackages } from './debian-packages.mjs';
import { BUILD, CHECKS, PAGES, PRELOAD, report, runPart, runParts } from './parts.mjs';

const VITEST_MS = 12 * 60_000;
/** One each for the two cores; left to itself vitest takes one, and the suite twice the time. */
const WORKERS = ['--maxWorkers=2'];
const PROJECTS = ['unit', 'scenario', 'interop', 'app'];

/** Runs every test project; undefined when vitest itself has not come to an end. */
async function runTests() {
  const folder = mkdtempSync(path.join(tmpdir(), 'cluster-lab-test-'));
  // Also when a signal ends this.
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const file = path.join(folder, 'outcome.json');
  const projects = PROJECTS.flatMap((project) => ['--project', project]);
  const reporters = ['--reporter=default', '--reporter=./scripts/outcome-reporter.mjs'];
  const command = [
    process.execPath,
    'node_modules/vitest/vitest.mjs',
    'run',
    ...projects,
    ...WORKERS,
    ...reporters,
  ];
  try {
    const part = await runPart(
      { name: 'tests', command },
      { shown: true, env: { TEST_OUTCOME: file }, mostMs: VITEST_MS },
    );
    report(part);
    const outcome = JSON.parse(readFileSync(file, 'utf8'));
    return { ...outcome, failed: Math.max(outcome.failed, part.ok ? 0 : 1) };
  } catch (error) {
    process.stdout.write(`tests: no outcome (${error.message})\n`);
    return { passed: 0, failed: 1, skipped: [] };
  }
}

const parts = await runParts([BUILD, ...CHECKS, PAGES, PRELOAD]);
prepareDebianPackages();
// Without a build the sources still run; only what starts the command line fails, and says so.
const tests = await runTests();

const passed = tests.passed + parts.filter(({ ok }) => ok).length;
const failed = tests.failed + parts.filter(({ ok }) => !ok).length;
for (const { name, reason } of tests.skipped) process.stdout.write(`skipped: ${name}: ${reason}\n`);
process.stdout.write(`${passed} passed, ${failed} failed, ${tests.skipped.length} skipped\n`);
process.exitCode = failed === 0 ? 0 : 1;

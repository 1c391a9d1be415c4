/** A vitest reporter: counts, and why tests were skipped, which its own JSON leaves out. */
import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';

export default class OutcomeReporter {
  onTestRunEnd(modules, unhandled) {
    const outcome = { passed: 0, failed: unhandled.length, skipped: [] };
    for (const module of modules) {
      outcome.failed += module.errors().length;
      for (const suite of module.children.allSuites()) outcome.failed += suite.errors().length;
      for (const test of module.children.allTests()) count(outcome, module, test);
    }
    writeFileSync(process.env.TEST_OUTCOME, JSON.stringify(outcome));
  }
}

function count(outcome, module, test) {
  const { state, note } = test.result();
  if (state === 'passed') outcome.passed += 1;
  else if (state === 'failed') outcome.failed += 1;
  else {
    const file = relative(process.cwd(), module.moduleId);
    outcome.skipped.push({ name: `${file} > ${test.fullName}`, reason: note ?? 'no reason given' });
  }
}

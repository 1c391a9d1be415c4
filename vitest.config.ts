import { defineConfig } from 'vitest/config';

/**
 * Kinds of test, slowest last. They run from source (the `source` condition of package.json's
 * `imports`); only what starts `bin/cluster-lab.mjs` needs a build first.
 */
const conditions = { resolve: { conditions: ['source'] }, ssr: { resolve: { conditions: ['source'] } } };

// The builds that users get: xstate's development build warns of each machine that starts another one.
process.env.NODE_ENV = 'production';

function project(name: string, include: string, testTimeout: number) {
  return { ...conditions, test: { name, include: [include], testTimeout, hookTimeout: testTimeout } };
}

export default defineConfig({
  test: {
    projects: [
      project('unit', 'test/unit/**/*.test.ts', 20_000),
      project('scenario', 'test/scenario/**/*.test.ts', 60_000),
      project('interop', 'test/interop/**/*.test.ts', 120_000),
      // Many seeds: `npm run test:long`, not part of `npm test`.
      project('long', 'test/long/**/*.test.ts', 120_000),
      project('app', 'test/app/**/*.test.ts', 120_000),
    ],
  },
});

import { defineConfig } from 'vitest/config';

/**
 * Kinds of test, slowest last. They run from source (the `source` condition of package.json's
 * `imports`); only what starts `bin/cluster-lab.mjs` needs a build first.
 */
const conditions = { resolve: { conditions: ['source'] }, ssr: { resolve: { conditions: ['source'] } } };

// The builds that users get: xstate's development build warns of each machine that starts another one.
process.env.NODE_ENV = 'production';

interface Kind {
  name: string;
  /** For a test and for a hook, in ms. */
  timeout: number;
  /** Each file in a process of its own; default: true. */
  isolate?: boolean;
  /** Between two looks of `expect.poll`, in ms. */
  poll?: number;
}

function project({ name, timeout, isolate = true, poll = 50 }: Kind) {
  const include = [`test/${name}/**/*.test.ts`];
  const test = { name, include, isolate, testTimeout: timeout, hookTimeout: timeout };
  return { ...conditions, test: { ...test, expect: { poll: { interval: poll } } } };
}

export default defineConfig({
  test: {
    projects: [
      // These change nothing that others see; in processes of their own they would mostly load the same modules again.
      project({ name: 'unit', timeout: 20_000, isolate: false }),
      project({ name: 'scenario', timeout: 60_000 }),
      project({ name: 'interop', timeout: 120_000 }),
      // Many seeds: `npm run test:long`, not part of `npm test`.
      project({ name: 'long', timeout: 120_000 }),
      // A look at a window goes through all that it shows: it must not keep the window from getting on.
      project({ name: 'app', timeout: 120_000, poll: 200 }),
    ],
  },
});

/** Bundles the preload script: sandboxed ones are one CommonJS file and load nothing but `electron`. */
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

await build({
  root: ROOT,
  configFile: false,
  logLevel: 'warn',
  publicDir: false,
  resolve: { conditions: ['source'] },
  build: {
    outDir: 'dist/main/desktop',
    emptyOutDir: false,
    minify: false,
    target: 'chrome130',
    lib: { entry: 'main/desktop/preload.ts', formats: ['cjs'], fileName: () => 'preload.cjs' },
    rollupOptions: { external: ['electron'] },
  },
});

import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The window: plain files that the desktop's own protocol and the browser mode serve alike. */
export default defineConfig({
  root: 'renderer',
  // Relative addresses: the same build is served by http://127.0.0.1 and by the desktop's own protocol.
  base: './',
  plugins: [react()],
  resolve: { conditions: ['source', 'module', 'browser', 'development|production'] },
  // Chromium of Electron 33.
  build: { outDir: '../dist/renderer', emptyOutDir: true, target: 'chrome130', chunkSizeWarningLimit: 2000 },
});

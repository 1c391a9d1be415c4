/** The one window. */
import { fileURLToPath } from 'node:url';
import { BrowserWindow, nativeTheme } from 'electron';
import { START_PAGE } from './app-protocol.js';

const PRELOAD = fileURLToPath(new URL('./preload.cjs', import.meta.url));
/** `--bg` of both themes, so that nothing flashes before the page is drawn. */
const BACKGROUND = { light: '#f4f6f9', dark: '#10151c' };

export function openLabWindow(): BrowserWindow {
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    minWidth: 900,
    minHeight: 600,
    show: false,
    title: 'Cluster Lab',
    backgroundColor: nativeTheme.shouldUseDarkColors ? BACKGROUND.dark : BACKGROUND.light,
    webPreferences: {
      preload: PRELOAD,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
    },
  });
  window.once('ready-to-show', () => window.show());
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason !== 'clean-exit') window.webContents.reload();
  });
  void window.loadURL(START_PAGE);
  return window;
}

/** Cluster Lab on the desktop: one window; the lab itself runs in a process of its own. */
import { app, BrowserWindow, dialog, ipcMain } from 'electron';
import { LAB_GONE, PAGE_READY, PORT_MESSAGE } from '#core/shared/api/desktop-messages.js';
import { languageOf, renderText } from '#core/shared/text/render.js';
import { isOwn, registerAppScheme, serveApp } from './app-protocol.js';
import { setAppMenu } from './app-menu.js';
import { confinePages, confineSession } from './confine.js';
import { topologyToOpen } from './desktop-arguments.js';
import { LabKeeper } from './lab-keeper.js';
import { openLabWindow } from './lab-window.js';

app.setName('Cluster Lab');
registerAppScheme();
confinePages();

if (app.requestSingleInstanceLock()) {
  app.on('second-instance', () => showWindow());
  app.on('window-all-closed', () => app.quit());
  void app.whenReady().then(start);
} else {
  app.quit();
}

function start(): void {
  const lang = languageOf(app.getLocale());
  const keeper = new LabKeeper({
    lang,
    open: topologyToOpen(process.argv, process.env, process.cwd()),
    onGone: () => BrowserWindow.getAllWindows().forEach(({ webContents }) => webContents.send(LAB_GONE)),
    onNotOpened: (path, reason) =>
      void dialog.showMessageBox({
        type: 'error',
        message: renderText(lang, 'ui.desktop.not-opened', { path }),
        detail: reason,
      }),
  });
  ipcMain.on(PAGE_READY, ({ senderFrame, sender }) => {
    // Only the app's own page, not a frame inside of it.
    if (senderFrame?.parent !== null || !isOwn(senderFrame.url)) return;
    sender.postMessage(PORT_MESSAGE, null, [keeper.port()]);
  });
  confineSession();
  serveApp();
  setAppMenu(lang);
  openLabWindow();
  app.on('will-quit', () => keeper.stop());
}

function showWindow(): void {
  const [window] = BrowserWindow.getAllWindows();
  if (window?.isMinimized()) window.restore();
  window?.focus();
}

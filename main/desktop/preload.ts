/**
 * Runs in the sandbox before the page: asks the desktop for a port to the lab and hands it over. The page gets nothing
 * else of Electron. Built into one CommonJS file, as sandboxed preload scripts have to be.
 */
import { ipcRenderer } from 'electron';
import { LAB_GONE, PAGE_READY, PORT_MESSAGE } from '#core/shared/api/desktop-messages.js';

interface Page {
  readonly location: { readonly origin: string };
  addEventListener(type: 'message', hear: (event: { source: unknown; data: unknown }) => void): void;
  postMessage(message: string, origin: string, ports?: readonly unknown[]): void;
}

/** The page's window: this project is compiled without the DOM. */
declare const window: Page;

let asked = false;

window.addEventListener('message', ({ source, data }) => {
  if (source !== window || data !== PAGE_READY || asked) return;
  asked = true;
  ipcRenderer.send(PAGE_READY);
});

ipcRenderer.on(PORT_MESSAGE, ({ ports }) => window.postMessage(PORT_MESSAGE, window.location.origin, ports));
ipcRenderer.on(LAB_GONE, () => window.postMessage(LAB_GONE, window.location.origin));

/** What no page of this app may do, whatever it contains: leave, open windows, ask the network, get permissions. */
import { app, session, type WebContents } from 'electron';
import { isOwn, isOwnBlob } from './app-protocol.js';

/** Copying text is the one thing that a page may ask of the system; Chromium lets it only after a click. */
const PERMITTED = new Set(['clipboard-sanitized-write']);

/** Before the app is ready. */
export function confinePages(): void {
  app.on('web-contents-created', (_event, contents) => confine(contents));
}

/** After the app is ready. */
export function confineSession(): void {
  const { defaultSession } = session;
  defaultSession.webRequest.onBeforeRequest(({ url }, answer) =>
    answer({ cancel: !isOwn(url) && !isOwnBlob(url) }),
  );
  defaultSession.setPermissionRequestHandler((_contents, permission, answer) =>
    answer(PERMITTED.has(permission)),
  );
  defaultSession.setPermissionCheckHandler((_contents, permission) => PERMITTED.has(permission));
  defaultSession.setDevicePermissionHandler(() => false);
  // What the page has made itself is saved where the user's own dialog says.
  defaultSession.on('will-download', (event, item) => {
    if (!isOwnBlob(item.getURL())) event.preventDefault();
  });
}

function confine(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-navigate', (event) => refuseOthers(event, contents));
  contents.on('will-frame-navigate', (event) => refuseOthers(event, contents));
  contents.on('will-attach-webview', (event) => event.preventDefault());
}

/** A page may load itself again, and go nowhere else. */
function refuseOthers(event: { url: string; preventDefault(): void }, contents: WebContents): void {
  if (event.url !== contents.getURL()) event.preventDefault();
}

/** Browser mode: the window's pages and the host API on one port of 127.0.0.1. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { FeedingHost } from '#core/shared/api/host-server.js';
import type { Language } from '#core/shared/text/render.js';
import { ownPackage } from '#main/package-root.js';
import { openControlSocket } from './control-socket.js';
import { pages } from './pages.js';

export interface WindowServer {
  /** `http://127.0.0.1:PORT/?token=…` */
  url: string;
  close(): Promise<void>;
}

/** Folder of the built window; undefined: it has not been built. */
export function windowFolder(): string | undefined {
  const folder = path.join(ownPackage().root, 'dist', 'renderer');
  return existsSync(path.join(folder, 'index.html')) ? folder : undefined;
}

/** Port 0 takes a free one. Rejects with the system's error when the port is taken. */
export async function openWindowServer(
  host: FeedingHost,
  lang: Language,
  { folder, port = 0 }: { folder: string; port?: number },
): Promise<WindowServer> {
  const socket = await openControlSocket(host, lang, { port, pages: pages(folder) });
  return { url: socket.url.replace(/^ws:/, 'http:'), close: () => socket.close() };
}

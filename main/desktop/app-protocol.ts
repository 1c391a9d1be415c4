/** `lab://app/…`: the built window and nothing else of this disk. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { protocol } from 'electron';

const SCHEME = 'lab';
const HOST = 'app';
const FILES = fileURLToPath(new URL('../../renderer/', import.meta.url));

export const START_PAGE = `${SCHEME}://${HOST}/index.html`;

const KINDS: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

const HEADERS = {
  // React Flow and CodeMirror write style attributes and sheets of their own.
  'Content-Security-Policy':
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; " +
    "font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-cache',
};

/** Before the app is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

/** After the app is ready. */
export function serveApp(): void {
  protocol.handle(SCHEME, ({ url, method }) => answer(new URL(url), method));
}

/** Whether an address is this app's own. */
export function isOwn(url: string): boolean {
  return url.startsWith(`${SCHEME}://${HOST}/`);
}

/** Whether it is bytes that the app's own page has put together. */
export function isOwnBlob(url: string): boolean {
  return url.startsWith(`blob:${SCHEME}://${HOST}/`);
}

async function answer({ host, pathname }: URL, method: string): Promise<Response> {
  const file = host === HOST && method === 'GET' ? fileOf(pathname) : undefined;
  const kind = file && KINDS[path.extname(file)];
  if (!file || !kind) return missing();
  try {
    return new Response(new Uint8Array(await readFile(file)), {
      headers: { ...HEADERS, 'Content-Type': kind },
    });
  } catch {
    return missing();
  }
}

function missing(): Response {
  return new Response(null, { status: 404, headers: HEADERS });
}

/** The file that a path names, undefined when it leads out of the folder. */
function fileOf(pathname: string): string | undefined {
  let name;
  try {
    name = decodeURIComponent(pathname);
  } catch {
    return undefined;
  }
  const file = path.join(FILES, name);
  return file.startsWith(FILES) && !name.includes('\0') ? file : undefined;
}

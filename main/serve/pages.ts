/** The window's files over HTTP: those of one folder, and nothing else. */
import { createReadStream } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import path from 'node:path';
import { pipeline } from 'node:stream';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** Styles: React Flow, CodeMirror and the panels position by the style attribute. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const HEADERS = {
  'Content-Security-Policy': POLICY,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cache-Control': 'no-store',
} as const;

/** Serves `folder`; whoever may not come in has been turned away before. */
export function pages(folder: string): RequestListener {
  return (request, response) => {
    answer(folder, request, response).catch(() => refuse(response, 404));
  };
}

export function refuse(response: ServerResponse, status: number): void {
  if (!response.headersSent) response.writeHead(status, { ...HEADERS, 'Content-Length': 0 });
  response.end();
}

async function answer(folder: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const head = request.method === 'HEAD';
  if (request.method !== 'GET' && !head) return refuse(response, 405);
  const file = await fileFor(folder, request.url ?? '/');
  const type = file && TYPES[path.extname(file)];
  if (file === undefined || type === undefined) return refuse(response, 404);
  const { size } = await stat(file);
  response.writeHead(200, { ...HEADERS, 'Content-Type': type, 'Content-Length': size });
  if (head) response.end();
  else pipeline(createReadStream(file), response, () => undefined);
}

/** undefined: no such file in the folder. Symbolic links that lead out of it are not followed. */
async function fileFor(folder: string, url: string): Promise<string | undefined> {
  const asked = decodeURIComponent(url.split(/[?#]/)[0] ?? '/');
  if (asked.includes('\0') || asked.includes('\\')) return undefined;
  const root = await realpath(folder);
  const file = await realpath(path.join(root, asked === '/' ? 'index.html' : asked));
  if (!file.startsWith(root + path.sep)) return undefined;
  return (await stat(file)).isFile() ? file : undefined;
}

/** The host API on a WebSocket at 127.0.0.1, one `HostServer` a connection; with pages, the browser mode's server. */
import { randomBytes } from 'node:crypto';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type WebSocket } from 'ws';
import { HostServer, type FeedingHost } from '#core/shared/api/host-server.js';
import type { Language } from '#core/shared/text/render.js';
import { refusal, strangeHost } from './door-check.js';
import { answerUpload, isUpload } from './session-upload.js';
import { wsPort } from './ws-port.js';

const LARGEST_MESSAGE = 8 * 1024 * 1024;
/** RFC 6455 §7.4.1 */
const GOING_AWAY = 1001;
const GOODBYE_MS = 300;
const REASONS = { 401: 'Unauthorized', 403: 'Forbidden' } as const;

export interface ControlSocket {
  /** `ws://127.0.0.1:PORT/?token=…` */
  url: string;
  close(): Promise<void>;
}

export interface ControlSocketOptions {
  /** 0, the default, takes a free one. */
  port?: number;
  /** Answers plain HTTP; the default asks for a WebSocket. */
  pages?: RequestListener;
}

/** Rejects with the system's error when the port cannot be had. */
export async function openControlSocket(
  host: FeedingHost,
  lang: Language,
  { port: wanted = 0, pages = upgradeRequired }: ControlSocketOptions = {},
): Promise<ControlSocket> {
  const token = randomBytes(24).toString('base64url');
  const sockets = new WebSocketServer({ noServer: true, maxPayload: LARGEST_MESSAGE });
  const server = createServer();
  const port = await listen(server, wanted);
  const door = { token, port };
  // Pages hold no secret, so they need no token; yet no other site may read them here under its own name.
  server.on('request', (request, response) => {
    const refused = isUpload(request) ? refusal(door, request) : strangeHost(port, request.headers) && 403;
    if (refused) response.writeHead(refused, { 'Content-Length': 0, Connection: 'close' }).end();
    else if (isUpload(request)) void answerUpload(host, lang, request, response);
    else pages(request, response);
  });
  server.on('upgrade', (request, stream: Duplex, head) => {
    stream.on('error', () => stream.destroy());
    const refused = refusal(door, request);
    if (refused) {
      stream.end(`HTTP/1.1 ${refused} ${REASONS[refused]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
    } else {
      sockets.handleUpgrade(request, stream, head, (socket) => serve(host, socket, lang));
    }
  });
  return { url: `ws://127.0.0.1:${port}/?token=${token}`, close: () => close(server, sockets) };
}

function serve(host: FeedingHost, socket: WebSocket, lang: Language): void {
  const viewer = new HostServer(host, wsPort(socket), lang);
  socket.on('message', (data) => viewer.receive(String(data)));
  socket.on('close', () => viewer.close());
  // Too large, not a WebSocket frame, reset: `close` follows.
  socket.on('error', () => viewer.close());
}

const upgradeRequired: RequestListener = (_request, response) => {
  response.writeHead(426).end();
};

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}

async function close(server: Server, sockets: WebSocketServer): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  for (const socket of sockets.clients) socket.close(GOING_AWAY);
  // Whoever does not answer the goodbye is cut off.
  const cut = setTimeout(() => {
    for (const socket of sockets.clients) socket.terminate();
    server.closeAllConnections();
  }, GOODBYE_MS);
  await closed;
  clearTimeout(cut);
}

/**
 * Session files over HTTP: one is too large for a message of the control socket. `POST /session?token=…` with the bytes of the
 * file is `session.open`, and its answer is that of the control socket without an `id`.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { HostError } from '#core/shared/api/host-error.js';
import type { Host } from '#core/shared/api/host.js';
import { MOST_PACKED_BYTES, SESSION_DOOR } from '#core/shared/api/session-door.js';
import { errorMessage } from '#core/shared/api/host-server.js';
import type { Language } from '#core/shared/text/render.js';

const HEADERS = {
  'Content-Type': 'application/json; charset=utf-8',
  'X-Content-Type-Options': 'nosniff',
  'Cache-Control': 'no-store',
} as const;

/** Whether a request is one of these; whoever may not come in has to be turned away before it is answered. */
export function isUpload({ method, url = '' }: IncomingMessage): boolean {
  return method === 'POST' && url.split('?')[0] === SESSION_DOOR;
}

/** Answers every request, whatever comes of it. */
export async function answerUpload(
  host: Host,
  lang: Language,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    const bytes = await bodyOf(request);
    const result = await host.call('session.open', { base64: bytes.toString('base64') });
    say(response, 200, { result });
  } catch (error) {
    const tooLarge = error instanceof HostError && error.code === 'session-file-too-large';
    // What else comes of it is not read.
    if (tooLarge) response.setHeader('Connection', 'close');
    say(response, tooLarge ? 413 : 200, { error: errorMessage(lang, error) });
  }
}

/** The whole body; rejects with `session-file-too-large`, and when the sender has gone. */
function bodyOf(request: IncomingMessage): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const pieces: Buffer[] = [];
    let length = 0;
    const refuse = (): void => {
      pieces.length = 0;
      reject(new HostError('session-file-too-large', { most: MOST_PACKED_BYTES / 1024 / 1024 }));
    };
    if (Number(request.headers['content-length'] ?? 0) > MOST_PACKED_BYTES) refuse();
    // Read on all the same: a browser that is not listened to says only that the connection broke.
    request.on('data', (piece: Buffer) => {
      length += piece.length;
      if (length > MOST_PACKED_BYTES) refuse();
      else pieces.push(piece);
    });
    request.on('end', () => resolve(Buffer.concat(pieces)));
    request.on('error', reject);
    request.on('aborted', () => reject(new Error('the sender has gone')));
  });
}

function say(response: ServerResponse, status: number, message: unknown): void {
  response.writeHead(status, HEADERS).end(JSON.stringify(message));
}

/** Who may come in: only somebody on this machine who was told the token, and no page of another site. */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

export interface Door {
  token: string;
  port: number;
}

export interface Knock {
  /** Path and query as asked for. */
  url: string | undefined;
  headers: IncomingHttpHeaders;
}

const OWN_HOSTS = ['127.0.0.1', 'localhost'] as const;

/** HTTP status to refuse with; undefined: come in. */
export function refusal(door: Door, { url, headers }: Knock): 401 | 403 | undefined {
  const hosts = OWN_HOSTS.map((host) => `${host}:${door.port}`);
  // Against a name of somebody else's that has been made to resolve to this machine.
  if (!hosts.includes(headers.host ?? '')) return 403;
  const { origin } = headers;
  if (origin !== undefined && !hosts.some((host) => origin === `http://${host}`)) return 403;
  const given = new URLSearchParams((url ?? '').split('?')[1] ?? '').get('token') ?? '';
  return sameSecret(given, door.token) ? undefined : 401;
}

/** Compares in a time that tells nothing, whatever the lengths. */
function sameSecret(left: string, right: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(left), digest(right));
}

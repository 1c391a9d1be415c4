/** Who may come in: only somebody on this machine who was told the token, and no page of another site. */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

export interface Door {
  token: string;
  port: number;
}

export interface Knock {
  /** Path and query as asked for. */
  url?: string | undefined;
  headers: IncomingHttpHeaders;
}

const OWN_HOSTS = ['127.0.0.1', 'localhost'] as const;

/** HTTP status to refuse with; undefined: come in. */
export function refusal(door: Door, { url, headers }: Knock): 401 | 403 | undefined {
  if (strangeHost(door.port, headers)) return 403;
  const given = new URLSearchParams((url ?? '').split('?')[1] ?? '').get('token') ?? '';
  return sameSecret(given, door.token) ? undefined : 401;
}

/** Whether somebody comes from another site, or under a name that has been made to resolve to this machine. */
export function strangeHost(port: number, { host, origin }: IncomingHttpHeaders): boolean {
  const hosts = OWN_HOSTS.map((name) => `${name}:${port}`);
  if (!hosts.includes(host ?? '')) return true;
  return origin !== undefined && !hosts.some((own) => origin === `http://${own}`);
}

/** Compares in a time that tells nothing, whatever the lengths. */
function sameSecret(left: string, right: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(left), digest(right));
}

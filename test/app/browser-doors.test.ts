import { request, type ClientRequest } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { serveLab, type Served } from '#test/support/browser.js';

describe('the browser mode', () => {
  let served: Served;

  beforeAll(async () => {
    served = await serveLab();
  });
  afterAll(() => served.stop());

  const own = (): string => new URL(served.url).origin;

  test('listens on loopback only', () => {
    expect(new URL(served.url).hostname).toBe('127.0.0.1');
  });

  test('serves its page with a policy', async () => {
    const answer = await fetch(served.url);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-security-policy')).toMatch(/^default-src 'none'; script-src 'self';/);
  });

  test.each([
    ['a foreign site', 'https://example.org'],
    ['another port of this machine', 'http://127.0.0.1:1'],
    ['a page without an origin', 'null'],
  ])('refuses %s, even with the token', async (_whose, origin) => {
    expect(await knock(served.url, { origin })).toBe(403);
  });

  test('refuses a name that was made to resolve to this machine', async () => {
    expect(await knock(served.url, { origin: own(), headers: { Host: 'example.org' } })).toBe(403);
  });

  test('refuses its own page without the token', async () => {
    expect(await knock(`${own()}/?token=wrong`, { origin: own() })).toBe(401);
    expect(await knock(`${own()}/`, { origin: own() })).toBe(401);
  });

  test('lets its own page in', async () => {
    expect(await knock(served.url, { origin: own() })).toBe(101);
  });

  test.each([
    '/../package.json',
    '/%2e%2e/%2e%2e/package.json',
    '/..%2f..%2fpackage.json',
    '/assets/',
    '/%00',
  ])('serves no file outside of the window: %s', async (path) => {
    expect(await get(`${own()}`, path)).toBe(404);
  });
});

/** Status that a WebSocket’s opening gets; 101: it was let in. */
function knock(url: string, options: { origin: string; headers?: Record<string, string> }): Promise<number> {
  const socket = new WebSocket(url.replace(/^http/, 'ws'), options);
  return new Promise((resolve, reject) => {
    socket.once('open', () => {
      socket.close();
      resolve(101);
    });
    socket.once('unexpected-response', (asked: ClientRequest, { statusCode }) => {
      asked.destroy();
      resolve(statusCode ?? 0);
    });
    socket.once('error', reject);
  });
}

/** Status of a path that is sent as it is written; `fetch` would tidy it up. */
function get(origin: string, path: string): Promise<number> {
  const { hostname, port } = new URL(origin);
  return new Promise((resolve, reject) => {
    request({ hostname, port, path }, (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    })
      .once('error', reject)
      .end();
  });
}

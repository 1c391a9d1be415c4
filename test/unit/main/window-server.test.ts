import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { openWindowServer, type WindowServer } from '#main/serve/window-server.js';
import { listExamples } from '#main/topology/list-examples.js';
import { FakeHost } from './fake-host.js';

const base = mkdtempSync(path.join(tmpdir(), 'window-'));
const folder = path.join(base, 'renderer');
let server: WindowServer;

beforeAll(async () => {
  mkdirSync(path.join(folder, 'assets'), { recursive: true });
  writeFileSync(path.join(folder, 'index.html'), '<!doctype html><title>lab</title>');
  writeFileSync(path.join(folder, 'assets', 'a.js'), 'export {};');
  writeFileSync(path.join(folder, 'notes'), 'of no known type');
  writeFileSync(path.join(base, 'secret.json'), '{}');
  symlinkSync(path.join(base, 'secret.json'), path.join(folder, 'out.json'));
  server = await openWindowServer(new FakeHost(), 'en', { folder });
});

afterAll(async () => {
  await server.close();
  rmSync(base, { recursive: true });
});

interface Reply {
  status: number | undefined;
  headers: Record<string, unknown>;
}

/** `fetch` would tidy the path up before it goes out. */
function get(asked: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Reply> {
  const { port } = new URL(server.url);
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path: asked, headers, method }, (response) => {
      response.resume();
      response.on('end', () => resolve({ status: response.statusCode, headers: response.headers }));
    });
    sent.on('error', reject).end();
  });
}

describe('the browser mode’s server', () => {
  it('serves the pages with their types, not to be cached, sniffed or framed', async () => {
    const page = await get('/?token=x');
    expect(page).toMatchObject({
      status: 200,
      headers: {
        'content-type': 'text/html; charset=utf-8',
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cache-control': 'no-store',
      },
    });
    expect(page.headers['content-security-policy']).toContain("frame-ancestors 'none'");
    const script = await get('/assets/a.js');
    expect(script).toMatchObject({
      status: 200,
      headers: { 'content-type': 'text/javascript; charset=utf-8' },
    });
  });

  it.each([
    '/../secret.json',
    '/%2e%2e/secret.json',
    '/..%2fsecret.json',
    '/out.json',
    '/assets',
    '/notes',
    '/%',
    '/%00',
  ])('gives nothing out for %s', async (asked) => expect(await get(asked)).toMatchObject({ status: 404 }));

  it('turns away other names of this machine, other sites and other methods', async () => {
    expect(await get('/', { host: 'rebound.example' })).toMatchObject({ status: 403 });
    expect(await get('/', { origin: 'http://example.org' })).toMatchObject({ status: 403 });
    expect(await get('/', {}, 'POST')).toMatchObject({ status: 405 });
  });

  it('has the host API on the same port, for whoever has the token', async () => {
    const opened = (url: string): Promise<boolean> =>
      new Promise((resolve) => {
        const socket = new WebSocket(url.replace('http:', 'ws:'));
        socket.on('error', () => resolve(false));
        socket.on('open', () => {
          socket.terminate();
          resolve(true);
        });
      });
    expect(await opened(server.url)).toBe(true);
    expect(await opened(server.url.replace(/token=.*/, 'token=none'))).toBe(false);
  });
});

describe('the examples', () => {
  it('are the folders that hold processes', async () => {
    const examples = await listExamples();
    expect(examples.map(({ name }) => name)).toEqual(expect.arrayContaining(['seed', 'seed-standard-muc']));
    expect(examples.map(({ name }) => name)).not.toContain('scenarios');
    expect(examples.find(({ name }) => name === 'seed')?.files).toContain('server1.properties');
  });

  it('are none where the folder is missing', async () => {
    expect(await listExamples(path.join(base, 'nowhere'))).toEqual([]);
  });
});

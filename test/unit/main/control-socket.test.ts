import { once } from 'node:events';
import { connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket, type ClientOptions } from 'ws';
import { HostError } from '#core/shared/api/host-error.js';
import { openControlSocket, type ControlSocket } from '#main/serve/control-socket.js';
import { refusal } from '#main/serve/door-check.js';
import { FakeHost } from './fake-host.js';

const fake = new FakeHost();
let control: ControlSocket;

beforeEach(async () => {
  control = await openControlSocket(fake, 'en');
});

afterEach(() => control.close());

async function come(url = control.url, options: ClientOptions = {}): Promise<WebSocket> {
  const socket = new WebSocket(url, options);
  await once(socket, 'open');
  return socket;
}

/** Status with which somebody is turned away. */
function turnedAway(url: string, options: ClientOptions = {}): Promise<number | undefined> {
  return new Promise((resolve) => {
    const socket = new WebSocket(url, options);
    socket.on('unexpected-response', (_request, response) => {
      resolve(response.statusCode);
      socket.terminate();
    });
    socket.on('open', () => resolve(101));
    socket.on('error', () => undefined);
  });
}

async function ask(socket: WebSocket, text: string): Promise<unknown> {
  const answer = once(socket, 'message');
  socket.send(text);
  const [data] = (await answer) as [unknown];
  return JSON.parse(String(data));
}

describe('the control socket', () => {
  it('answers whoever has the token', async () => {
    const socket = await come();
    expect(await ask(socket, '{"id":1,"command":"clock.get"}')).toMatchObject({ id: 1, result: { seq: 41 } });
    expect(await ask(socket, 'nonsense')).toMatchObject({ id: 0, error: { code: 'bad-json' } });
    socket.terminate();
  });

  it('turns away whoever has not, another site, and another name for this machine', async () => {
    const { port } = new URL(control.url);
    const own = { origin: `http://127.0.0.1:${port}` };
    expect(await turnedAway(control.url.replace(/token=.*/, ''))).toBe(401);
    expect(await turnedAway(`${control.url}x`)).toBe(401);
    expect(await turnedAway(control.url, { origin: 'http://example.org' })).toBe(403);
    expect(await turnedAway(control.url, { headers: { host: `rebound.example:${port}` } })).toBe(403);
    expect(await turnedAway(control.url, own)).toBe(101);
  });

  it('feeds each connection by itself, until it goes', async () => {
    const [one, two] = [await come(), await come()];
    await ask(one, '{"id":1,"command":"trace.subscribe"}');
    expect(fake.feeds.size).toBe(1);
    const heard = once(one, 'message');
    fake.batch(42, 42);
    expect(JSON.parse(String((await heard)[0]))).toMatchObject({ event: 'trace.batch', data: { from: 42 } });
    expect(await ask(two, '{"id":9,"command":"trace.unsubscribe"}')).toMatchObject({ id: 9 });
    expect(fake.feeds.size).toBe(1);
    one.terminate();
    await expect.poll(() => fake.feeds.size).toBe(0);
    two.terminate();
  });

  it('ends a connection that sends too much, and goes on', async () => {
    const socket = await come();
    socket.on('error', () => undefined);
    socket.send('x'.repeat(9 * 1024 * 1024));
    const [code] = (await once(socket, 'close')) as [number];
    expect(code).toBe(1009);
    const next = await come();
    expect(await ask(next, '{"id":1,"command":"clock.get"}')).toMatchObject({ id: 1 });
    next.terminate();
  });

  it('survives what is no WebSocket', async () => {
    const { port } = new URL(control.url);
    for (const text of [
      'GET / HTTP/1.1\r\n\r\n',
      '\0\0\0',
      'GET / HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\n\r\n',
    ]) {
      const socket = connect(Number(port), '127.0.0.1');
      socket.on('error', () => undefined);
      socket.end(text);
      socket.resume();
      await once(socket, 'close');
    }
    (await come()).terminate();
  });

  it('says goodbye, and cuts off who does not answer', async () => {
    const socket = await come();
    socket.pause();
    const polite = await come();
    const left = once(polite, 'close');
    await control.close();
    expect((await left)[0]).toBe(1001);
    await expect(come()).rejects.toThrow();
    socket.terminate();
  });
});

describe('the door for session files', () => {
  const door = (): URL => {
    const url = new URL(control.url.replace(/^ws/, 'http'));
    url.pathname = '/session';
    return url;
  };
  const send = (url: URL, body: Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) =>
    fetch(url, { method: 'POST', body, headers });

  it('takes what is too large for a message, and answers as the socket does', async () => {
    fake.answer = (command) => ({ command });
    const bytes = Buffer.alloc(9 * 1024 * 1024, 7);
    const answer = await send(door(), bytes);
    expect([answer.status, await answer.json()]).toEqual([200, { result: { command: 'session.open' } }]);
    const [command, args] = fake.calls.at(-1) ?? [];
    expect(command).toBe('session.open');
    expect(Buffer.from((args as { base64: string }).base64, 'base64').equals(bytes)).toBe(true);
  });

  it('says what is wrong with a file', async () => {
    fake.answer = () => Promise.reject(new HostError('not-a-session'));
    const answer = await send(door(), Buffer.from('hello'));
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ error: { code: 'not-a-session' } });
  });

  it('says how much it takes, without reading more into memory', async () => {
    const before = fake.calls.length;
    const answer = await send(door(), Buffer.alloc(64 * 1024 * 1024 + 1));
    expect(answer.status).toBe(413);
    expect(await answer.json()).toMatchObject({
      error: { code: 'session-file-too-large', params: { most: 64 } },
    });
    expect(fake.calls.length).toBe(before);
  });

  it('is as closed as the socket', async () => {
    const before = fake.calls.length;
    const other = door();
    other.searchParams.set('token', 'wrong');
    const statuses = [
      await send(other, Buffer.from('x')),
      await send(door(), Buffer.from('x'), { origin: 'http://example.org' }),
    ].map(({ status }) => status);
    expect(statuses).toEqual([401, 403]);
    expect(fake.calls.length).toBe(before);
    expect((await fetch(door())).status).toBe(426);
  });
});

describe('refusal', () => {
  const door = { token: 'right', port: 5000 };
  const knock = (url: string | undefined, host?: string) =>
    refusal(door, { url, headers: host ? { host } : {} });

  it('looks at the whole token and the whole name', () => {
    expect(knock('/?token=right', 'localhost:5000')).toBeUndefined();
    expect(knock('/?token=wrong', 'localhost:5000')).toBe(401);
    expect(knock('/?token=', 'localhost:5000')).toBe(401);
    expect(knock(undefined, '127.0.0.1:5000')).toBe(401);
    expect(knock('/?token=right', 'localhost:5001')).toBe(403);
    expect(knock('/?token=right', 'localhost.example:5000')).toBe(403);
    expect(knock('/?token=right')).toBe(403);
  });
});

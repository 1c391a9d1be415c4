import { setImmediate as turn } from 'node:timers/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COMMAND_NAMES } from '#core/shared/api/commands.js';
import { HostClient } from '#core/shared/api/host-client.js';
import { HostError } from '#core/shared/api/host-error.js';
import { HostServer, MOST_REQUESTS } from '#core/shared/api/host-server.js';
import { FakeHost } from './fake-host.js';

function viewer(fake = new FakeHost()) {
  const sent: Record<string, unknown>[] = [];
  const port = {
    full: false,
    send: (text: string) => void sent.push(JSON.parse(text) as Record<string, unknown>),
  };
  const server = new HostServer(fake, { ...port, congested: () => port.full });
  const ask = async (message: unknown): Promise<Record<string, unknown> | undefined> => {
    server.receive(typeof message === 'string' ? message : JSON.stringify(message));
    await turn();
    return sent.at(-1);
  };
  return { fake, sent, port, server, ask };
}

describe('HostServer', () => {
  it('hands a command on and its result back', async () => {
    const { fake, ask } = viewer();
    fake.answer = () => ({ nodes: [] });
    expect(await ask({ id: 7, command: 'node.list' })).toEqual({ id: 7, result: { nodes: [] } });
    expect(fake.calls).toEqual([['node.list', {}]]);
  });

  it('answers what it cannot use with the error and its sentence', async () => {
    const { fake, ask } = viewer();
    const code = (answer: unknown) => (answer as { error: { code: string } }).error.code;
    expect(await ask('{')).toMatchObject({
      id: 0,
      error: { code: 'bad-json', text: 'The message is not JSON.' },
    });
    expect(await ask('null')).toMatchObject({ id: 0, error: { code: 'bad-message' } });
    expect(await ask({ id: 3 })).toMatchObject({
      id: 3,
      error: { code: 'bad-message', params: { place: 'command' } },
    });
    expect(await ask({ id: 1.5, command: 'node.list' })).toMatchObject({ id: 0 });
    expect(await ask({ id: 4, command: 'node.list', more: 1 })).toMatchObject({ id: 4 });
    for (const command of ['nope', '__proto__', 'toString', 'constructor']) {
      expect(code(await ask({ id: 5, command }))).toBe('unknown-command');
    }
    expect(await ask({ id: 6, command: 'node.get', args: { node: 1 } })).toMatchObject({
      error: { code: 'bad-arguments', params: { command: 'node.get', place: 'node' } },
    });
    expect(fake.calls).toEqual([]);
  });

  it('tells a refusal of the host from a mistake of its own', async () => {
    const { fake, ask } = viewer();
    fake.answer = () => {
      throw new HostError('unknown-node', { node: 'x' });
    };
    const refused = { code: 'unknown-node', params: { node: 'x' }, text: 'There is no process named x.' };
    expect(await ask({ id: 1, command: 'node.get', args: { node: 'x' } })).toEqual({ id: 1, error: refused });
    fake.answer = () => {
      throw new TypeError('secret detail');
    };
    const answer = await ask({ id: 2, command: 'node.list' });
    expect(answer).toMatchObject({ id: 2, error: { code: 'internal', params: {} } });
    expect(JSON.stringify(answer)).not.toContain('secret');
    fake.answer = () => 1n;
    expect(await ask({ id: 3, command: 'node.list' })).toMatchObject({ id: 3, error: { code: 'internal' } });
  });

  it('keeps the trace subscription of each viewer apart', async () => {
    const one = viewer();
    const two = viewer(one.fake);
    expect(await one.ask({ id: 1, command: 'trace.subscribe' })).toEqual({ id: 1, result: { from: 42 } });
    await two.ask({ id: 1, command: 'trace.subscribe', args: { from: 3, filter: { node: 'a' } } });
    await two.ask({ id: 2, command: 'trace.subscribe', args: { from: 5 } });
    expect([...one.fake.feeds].map(({ from }) => from)).toEqual([42, 5]);
    await one.ask({ id: 2, command: 'trace.unsubscribe' });
    one.fake.batch(42, 43);
    expect(one.sent.at(-1)).toEqual({ id: 2, result: { last: 41 } });
    expect(two.sent.at(-1)).toMatchObject({ event: 'trace.batch', data: { from: 42, to: 43 } });
    two.server.close();
    expect(one.fake.feeds.size).toBe(0);
    expect(one.fake.calls.map(([command]) => command)).not.toContain('trace.subscribe');
  });

  it('lets batches wait for a slow viewer, and nothing else', async () => {
    const { fake, port, sent, ask } = viewer();
    await ask({ id: 1, command: 'trace.subscribe' });
    port.full = true;
    fake.batch(1, 5);
    fake.emit('clock.changed', {});
    port.full = false;
    fake.batch(6, 9);
    expect(sent.slice(1)).toMatchObject([
      { event: 'clock.changed' },
      { event: 'trace.batch', data: { from: 6 } },
    ]);
  });

  it('lets no more than a certain number of requests wait', async () => {
    const { fake, server, sent } = viewer();
    fake.answer = () => new Promise(() => undefined);
    for (let id = 1; id <= MOST_REQUESTS + 1; id += 1)
      server.receive(JSON.stringify({ id, command: 'node.list' }));
    await turn();
    expect(sent).toMatchObject([{ id: MOST_REQUESTS + 1, error: { code: 'too-many-requests' } }]);
  });

  it('says nothing after its end', async () => {
    const { fake, server, sent, ask } = viewer();
    server.receive(JSON.stringify({ id: 1, command: 'node.list' }));
    server.close();
    await ask({ id: 2, command: 'node.list' });
    expect(sent).toEqual([]);
    expect(fake.listening).toBe(0);
  });

  it('answers any text exactly once', async () => {
    const shaped = fc.record(
      {
        id: fc.oneof(fc.integer(), fc.anything()),
        command: fc.oneof(fc.constantFrom(...COMMAND_NAMES), fc.string()),
        args: fc.oneof(fc.object(), fc.anything()),
      },
      { requiredKeys: [] },
    );
    const json = fc.oneof(shaped, fc.jsonValue()).map((value) => JSON.stringify(value) ?? '');
    const texts = fc.array(fc.oneof(json, fc.string()), { maxLength: 8 });
    const property = fc.asyncProperty(texts, async (messages) => {
      const { server, sent } = viewer();
      for (const message of messages) server.receive(message);
      await turn();
      expect(sent.filter((message) => 'id' in message)).toHaveLength(messages.length);
      server.close();
    });
    await fc.assert(property, { numRuns: 300 });
  });

  it('survives nesting that exhausts the stack', async () => {
    const { ask } = viewer();
    const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
    expect(await ask(deep)).toMatchObject({ id: 0 });
    expect(await ask(`{"id":1,"command":"node.list","args":${deep}}`)).toMatchObject({ error: {} });
  });
});

describe('HostClient', () => {
  function pair() {
    const fake = new FakeHost();
    let toClient: (text: string) => void = () => undefined;
    let end: () => void = () => undefined;
    const server = new HostServer(fake, { send: (text) => toClient(text), congested: () => false });
    const client = new HostClient({
      send: (text) => server.receive(text),
      onMessage: (hear) => (toClient = hear),
      onClose: (hear) => (end = hear),
    });
    return { fake, client, end: () => end() };
  }

  it('gets each answer to its question, and events', async () => {
    const { fake, client } = pair();
    fake.answer = (command) => (command === 'node.list' ? { nodes: [] } : { faults: [] });
    const answers: unknown[] = [];
    client.call('node.list', {}, (answer) => answers.push(answer));
    client.call('fault.list', {}, (answer) => answers.push(answer));
    const heard: unknown[] = [];
    const stop = client.on('clock.changed', (data) => heard.push(data));
    await turn();
    fake.emit('clock.changed', { seq: 1 });
    stop();
    fake.emit('clock.changed', { seq: 2 });
    expect(answers).toEqual([
      { ok: true, result: { nodes: [] } },
      { ok: true, result: { faults: [] } },
    ]);
    expect(heard).toEqual([{ seq: 1 }]);
  });

  it('hears of refusals, and of the end', async () => {
    const { fake, client, end } = pair();
    const codes: string[] = [];
    const note = (answer: { ok: boolean; error?: HostError }) => codes.push(answer.error?.code ?? 'ok');
    client.call('node.get', { node: 'x' }, note);
    fake.answer = () => {
      throw new HostError('unknown-node', { node: 'x' });
    };
    await turn();
    fake.answer = () => new Promise(() => undefined);
    client.call('node.list', {}, note);
    end();
    client.call('node.list', {}, note);
    expect(codes).toEqual(['unknown-node', 'closed', 'closed']);
  });
});

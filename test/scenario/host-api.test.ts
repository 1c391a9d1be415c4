import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { setTimeout as delay } from 'node:timers/promises';
import { COMMAND_NAMES, type CommandArgs, type CommandName } from '#core/shared/api/commands.js';
import type { JournalEntry } from '#core/lab/journal/journal-entry.js';
import { HostError } from '#core/shared/api/host-error.js';
import { AttackLab, FILES } from '#test/support/attack-lab.js';

let attack: AttackLab | undefined;

async function open(...args: Parameters<typeof AttackLab.open>): Promise<AttackLab> {
  attack = await AttackLab.open(...args);
  return attack;
}

afterEach(async () => {
  const opened = attack;
  attack = undefined;
  if (!opened) return;
  const errors = opened.host.lab ? opened.errors() : opened.bugs.map(String);
  await opened.close();
  expect(errors).toEqual([]);
});

/** Calls any command with anything; the error's code, `ok`, or what else was thrown. */
async function outcome(lab: AttackLab, command: string, args: unknown): Promise<string> {
  try {
    await lab.host.call(command as CommandName, args as CommandArgs<CommandName>);
    return 'ok';
  } catch (error) {
    return error instanceof HostError ? error.code : `not a HostError: ${String(error)}`;
  }
}

const ANYTHING: unknown[] = [
  undefined,
  null,
  0,
  '',
  [],
  { node: 1 },
  { id: null },
  { node: 'nobody', extra: 1 },
  { link: '', how: 'x' },
  JSON.parse('{"__proto__":{"node":"server1"}}'),
];

/** Arguments of the right shape that mean nothing. */
const NOBODY: Partial<{ [Name in CommandName]: CommandArgs<Name>[] }> = {
  'node.start': [{ node: 'nobody' }, { node: '__proto__' }, { node: 'server1' }],
  'node.get': [{ node: 'nobody' }],
  'node.stop': [{ node: 'nobody' }],
  'node.crash': [{ node: 'nobody' }],
  'node.restart': [{ node: 'nobody' }],
  'link.drop': [{ link: 'nobody' }],
  'fault.apply': [
    { kind: 'wifi-off', target: 'nobody' },
    { kind: 'link-drop', target: 'server1' },
  ],
  'pending.deliver': [{ id: 'f99999' }, { id: 't' }, { id: 'tNaN' }, { id: '' }],
  'pending.drop': [{ id: 'f99999' }, { id: 't99999' }, { id: 'o1' }, { id: '' }],
  'pending.duplicate': [{ id: 't1' }, { id: 'f0' }],
  'pending.edit': [
    { id: 'f0', text: '<a/>' },
    { id: 'f1', text: '<a' },
    { id: 'f1', text: '' },
  ],
  'pending.delay': [{ id: 't1', ms: 1 }],
  'client.add': [
    { name: 'x', node: 'nobody' },
    { name: '@', node: 'server1' },
    { name: '', node: 'server1' },
    { name: 'y', node: 'server1', jid: '\u0000@x' },
  ],
  'client.send': [
    { client: 'nobody', stanza: '<message/>' },
    { client: 'nobody', stanza: '' },
    { client: 'nobody', stanza: '<a>\u0000</a>' },
  ],
  'client.remove': [{ client: 'nobody' }],
  'client.login': [{ client: 'nobody' }],
  'client.inbox': [{ client: 'nobody' }],
  'stanza.inject': [{ link: 'nobody', direction: 'ab', stanza: '<a/>' }],
  'stanza.follow': [{ seq: 1 }, { seq: 1e9 }],
  'quirk.set': [{ quirk: 'constructor', on: true }],
};

/** A step of an ordered run. */
function isPicked(entry: JournalEntry): boolean {
  return entry[0] === 'step' && entry[4] === 1;
}

describe('commands that make no sense', () => {
  it('without a topology, each is refused or answered', async () => {
    attack = new AttackLab();
    for (const command of COMMAND_NAMES) {
      for (const args of [...ANYTHING, ...(NOBODY[command] ?? [])]) {
        expect(await outcome(attack, command, args)).not.toMatch(/^not a/);
      }
    }
    expect(await outcome(attack, 'toString', {})).toBe('unknown-command');
    expect(await outcome(attack, 'clock.runUntil', { forMs: 1 })).toBe('no-topology');
  });

  it.each(['paused', 'ordered', 'live'] as const)('%s, each is refused and nothing breaks', async (mode) => {
    const lab = await open({ mode });
    for (const command of COMMAND_NAMES) {
      if (command === 'topology.open') continue;
      for (const args of ANYTHING) expect(await outcome(lab, command, args)).not.toMatch(/^not a/);
      for (const args of NOBODY[command] ?? [])
        expect([command, await outcome(lab, command, args)]).not.toContain('ok');
    }
    expect(await outcome(lab, 'topology.open', { files: FILES, quirks: { nonsense: true } })).toBe(
      'unknown-quirk',
    );
  });

  it('numbers at their ends neither hang nor break the clock', async () => {
    const lab = await open({ mode: 'paused' });
    const { host } = lab;
    expect((await host.call('trace.query', { from: Number.MIN_SAFE_INTEGER, limit: 1 })).events).toHaveLength(
      1,
    );
    expect((await host.call('trace.query', { from: Number.MAX_SAFE_INTEGER })).events).toEqual([]);
    for (const args of [{ time: 1e300 }, { forMs: 1e308 }])
      expect(await outcome(lab, 'clock.runUntil', args)).toBe('bad-arguments');
    expect(await outcome(lab, 'pending.delay', { id: 'f1', ms: 1e308 })).toBe('bad-arguments');
    await host.call('clock.runUntil', { forMs: 0 });
    expect(Number.isSafeInteger(lab.lab.clock.now())).toBe(true);
  });
});

describe('commands at the same time', () => {
  it('of three topologies opened at once the last one stays, and nothing of the others', async () => {
    attack = new AttackLab();
    const lab = attack;
    const outcomes = await Promise.all(
      [1, 2, 3].map((seed) => outcome(lab, 'topology.open', { files: FILES, seed })),
    );
    expect(outcomes).toEqual(['closed', 'closed', 'ok']);
    expect(lab.lab.seed).toBe(3);
  });

  it.each([0, 1, 5, 20])('closed %i ms into the boot: nothing is left, nothing comes later', async (ms) => {
    attack = new AttackLab();
    const opening = outcome(attack, 'topology.open', { files: FILES });
    if (ms > 0) await delay(ms);
    const { lab } = attack.host;
    await attack.host.close();
    expect(['closed', 'ok']).toContain(await opening);
    const events = lab?.trace.length;
    await delay(50);
    expect(lab?.trace.length).toBe(events);
    expect(attack.host.lab).toBeUndefined();
    expect(await outcome(attack, 'topology.open', { files: FILES })).toBe('closed');
  });

  it('pausing, going live, a second run and a step end or refuse, and never run beside, the first run', async () => {
    const lab = await open({ mode: 'paused' });
    const { host } = lab;
    const first = host.call('clock.runUntil', { forMs: 1e9 });
    const second = host.call('clock.runUntil', { forMs: 1e9 });
    await new Promise(setImmediate);
    expect(await outcome(lab, 'clock.step', {})).toBe('not-paused');
    await host.call('clock.resume', {});
    expect((await first).end).toBe('stopped');
    expect((await second).end).toBe('stopped');
    expect((await host.call('clock.get', {})).mode).toBe('live');
    const picked = (): number => [...lab.lab.journal.entries()].filter(isPicked).length;
    const before = picked();
    await delay(30);
    expect(picked()).toBe(before);
    const third = host.call('clock.runUntil', { forMs: 1e9 });
    await host.call('clock.pause', {});
    expect((await third).end).toBe('stopped');
    expect((await host.call('clock.get', {})).mode).toBe('paused');
  });

  it('steps and deliveries asked for at once are taken one after another', async () => {
    const lab = await open({ mode: 'paused' });
    const { network } = lab.lab;
    const inFlight = network.inFlight.bind(network);
    let flying = 0;
    let most = 0;
    network.inFlight = (delta) => {
      flying += delta;
      most = Math.max(most, flying);
      inFlight(delta);
    };
    const step = (): Promise<unknown> => lab.host.call('clock.step', { count: 30 });
    await Promise.all([step(), step(), step(), step(), step()]);
    expect(most).toBe(1);
    expect(lab.lab.network.settled).toBe(true);
  });
});

describe('breakpoints', () => {
  it('pausing from inside a send: nothing is let through any more, also from outside', async () => {
    const lab = await open({ speed: 20 });
    await lab.meshed();
    const { host } = lab;
    await host.call('breakpoint.set', { pattern: { name: 'stream:stream' }, node: 'outside' });
    const stranger = await lab.stranger('server1', 5222);
    stranger.write("<stream:stream to='lab.example'>");
    while (lab.lab.stepper.mode === 'live') await delay(1);
    await host.call('clock.pause', {});
    const { seq } = await host.call('clock.get', {});
    stranger.write('<presence/>'.repeat(100));
    await delay(50);
    expect((await host.call('clock.get', {})).seq).toBe(seq);
    expect(stranger.text).toBe('');
    stranger.end();
  });

  it('one that stops the boot keeps it stopped', async () => {
    attack = new AttackLab();
    await attack.host.call('breakpoint.set', { pattern: { name: 'stream:stream' } });
    await attack.host.call('topology.open', { files: FILES, mode: 'live' });
    const { seq, mode } = await attack.host.call('clock.get', {});
    expect(mode).toBe('paused');
    await delay(30);
    expect((await attack.host.call('clock.get', {})).seq).toBe(seq);
  });

  it('a lab closed by whoever hears of the hit, and viewers that throw, are nobody’s error', async () => {
    const lab = await open();
    const { host } = lab;
    const broken = (): void => {
      throw new Error('a viewer');
    };
    host.on('clock.changed', broken);
    host.on('breakpoint.hit', broken);
    host.on('breakpoint.hit', () => void host.close());
    host.feed(1, undefined, broken);
    await host.call('breakpoint.set', { pattern: { name: 'auth' } });
    await host.call('client.add', { name: 'u', node: 'server1' });
    while (host.lab) await delay(5);
    await delay(50);
  });
});

describe('what waits', () => {
  it('a link that is dropped while it is dialled is dialled again', async () => {
    const lab = await open({ mode: 'paused' });
    const { host } = lab;
    for (;;) {
      const { pending } = await host.call('pending.list', {});
      const dial = pending.find(({ kind }) => kind === 'dial');
      if (dial?.link === undefined) {
        await host.call('clock.step', {});
        continue;
      }
      await host.call('link.drop', { link: dial.link });
      break;
    }
    await host.call('clock.runUntil', { forMs: 60_000 });
    const diallers = lab.lab.machines.all().filter(({ machine }) => machine.endsWith('-dialler'));
    expect(diallers.map(({ state }) => state).filter((state) => !state.endsWith('.live'))).toEqual([]);
  });

  it('no stanza is injected behind a FIN', async () => {
    const lab = await open({ mode: 'paused' });
    const { host } = lab;
    const { link } = await host.call('client.add', { name: 'u', node: 'server1' });
    await host.call('clock.runUntil', { forMs: 20_000 });
    await host.call('client.remove', { client: 'u', how: 'fin' });
    const inject = { link, direction: 'ab', stanza: '<presence/>' };
    expect(await outcome(lab, 'stanza.inject', inject)).toBe('unknown-link');
    await host.call('clock.runUntil', { forMs: 1000 });
    expect(lab.lab.network.link(link)).toBeUndefined();
  });

  it('every kind of item takes every command, in any order, and the lab settles', async () => {
    const lab = await open({ mode: 'paused' });
    const { host } = lab;
    await host.call('client.add', { name: 'u', node: 'server1' });
    const commands = ['duplicate', 'delay', 'edit', 'deliver', 'drop', 'delay', 'deliver'] as const;
    for (let round = 0; round < 150; round += 1) {
      const { pending } = await host.call('pending.list', {});
      const item = pending[round % Math.max(1, pending.length)];
      if (!item) break;
      const command = commands[round % commands.length] ?? 'deliver';
      const args = {
        id: item.id,
        ...(command === 'delay' ? { ms: 50 } : {}),
        ...(command === 'edit' ? { text: '<x/>' } : {}),
      };
      expect(await outcome(lab, `pending.${command}`, args)).not.toMatch(/^not a|internal/);
      expect(lab.lab.network.settled).toBe(true);
    }
    await host.call('clock.runUntil', { forMs: 100_000 });
  });
});

describe('nodes', () => {
  it('crashed, restarted and dialled in a tight loop while live: the lab still settles', async () => {
    const lab = await open({ speed: 20 });
    const { host } = lab;
    for (let round = 0; round < 25; round += 1) {
      for (let index = 0; index < 10; index += 1)
        await host.call('client.add', { name: `u${round}-${index}`, node: 'server1' });
      for (let turn = 0; turn < round % 4; turn += 1) await new Promise(setImmediate);
      await host.call('node.crash', { node: 'server1' });
      expect(await outcome(lab, 'client.add', { name: `v${round}`, node: 'server1' })).toBe('ok');
      await host.call('node.restart', { node: 'server1' });
      await host.call('node.restart', { node: 'server1' });
      await delay(120);
    }
    await host.call('clock.pause', {});
    expect(lab.lab.network.settled).toBe(true);
  });

  it('refuses a fault in a way that is another kind’s', async () => {
    const lab = await open({ mode: 'paused' });
    const answer = await outcome(lab, 'fault.apply', { kind: 'wifi-off', target: 'server1', how: 'reset' });
    expect(answer).toBe('bad-fault-option');
  });

  it('every fault on every target, wifi-off then crash then start then heal', async () => {
    const lab = await open({ mode: 'paused' });
    const { host } = lab;
    await host.call('clock.runUntil', { forMs: 20_000 });
    for (const [drop, how] of [
      ['reset', 'hang'],
      ['fin', 'hang'],
      ['reset', 'die'],
      ['fin', 'die'],
    ] as const) {
      for (const { id } of (await host.call('link.list', {})).links)
        await outcome(lab, 'fault.apply', { kind: 'link-drop', target: id, how: drop });
      for (const node of ['server1', 'server2', 'muc1']) {
        await host.call('fault.apply', { kind: 'wifi-off', target: node, how });
        await host.call('node.crash', { node });
        await host.call('node.start', { node });
      }
      await host.call('clock.runUntil', { forMs: 20_000 });
      await host.call('fault.healAll', {});
      await host.call('clock.runUntil', { forMs: 30_000 });
      const { machines } = await host.call('machine.list', {});
      const down = machines.filter(
        ({ machine, state }) => machine.endsWith('-dialler') && !state.endsWith('.live'),
      );
      expect([drop, how, down.map(({ instance, state }) => `${instance} ${state}`)]).toEqual([drop, how, []]);
    }
  });
});

type Act = { command: CommandName; args: Record<string, unknown> } | { drop: number; how: 'reset' | 'fin' };

const nodeName = fc.constantFrom('server1', 'server2', 'muc1');
const client = fc.constantFrom('a', 'b', 'c');
const act: fc.Arbitrary<Act> = fc.oneof(
  fc.record({
    command: fc.constantFrom<CommandName>('node.start', 'node.stop', 'node.crash', 'node.restart'),
    args: fc.record({ node: nodeName }),
  }),
  fc.record({
    command: fc.constant<CommandName>('client.add'),
    args: fc.record({ name: client, node: fc.constantFrom('server1', 'server2') }),
  }),
  fc.record({
    command: fc.constant<CommandName>('client.remove'),
    args: fc.record({ client, how: fc.constantFrom('logout', 'fin', 'reset') }),
  }),
  fc.record({
    command: fc.constant<CommandName>('client.send'),
    args: fc.record({
      client,
      stanza: fc.constantFrom(
        "<message to='a@lab.example'><body>x</body></message>",
        "<presence to='r@muc.lab.example/n'><x xmlns='http://jabber.org/protocol/muc'/></presence>",
        '<presence/>',
      ),
    }),
  }),
  fc.record({
    command: fc.constant<CommandName>('fault.apply'),
    args: fc.record({ kind: fc.constant('wifi-off'), target: nodeName, how: fc.constantFrom('hang', 'die') }),
  }),
  fc.constant<Act>({ command: 'fault.healAll', args: {} }),
  fc.record({ drop: fc.nat(20), how: fc.constantFrom('reset' as const, 'fin' as const) }),
  fc.record({
    command: fc.constant<CommandName>('clock.runUntil'),
    args: fc.record({ forMs: fc.integer({ min: 1, max: 8000 }) }),
  }),
  fc.record({
    command: fc.constant<CommandName>('clock.step'),
    args: fc.record({ count: fc.integer({ min: 1, max: 20 }) }),
  }),
);

async function play(transport: 'memory' | 'loopback', seed: number, acts: readonly Act[]): Promise<string> {
  const lab = await AttackLab.open({ mode: 'paused', seed }, { transport });
  const told: string[] = [];
  for (const each of acts) {
    if ('drop' in each) {
      const { links } = await lab.host.call('link.list', {});
      const link = links[each.drop % Math.max(1, links.length)]?.id ?? '';
      told.push(await outcome(lab, 'link.drop', { link, how: each.how }));
    } else told.push(await outcome(lab, each.command, each.args));
  }
  await lab.host.call('clock.runUntil', { forMs: 20_000 });
  const { hash } = await lab.host.call('trace.hash', {});
  const errors = lab.errors();
  await lab.close();
  expect(errors).toEqual([]);
  return `${told.join(' ')} ${hash}`;
}

describe('the same commands and seed give the same trace', () => {
  const runs = Number(process.env['ATTACK_RUNS'] ?? 25);
  it('in memory and on sockets, beside each other', { timeout: 20_000 + runs * 1000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer(), fc.array(act, { minLength: 4, maxLength: 14 }), async (seed, acts) => {
        const [memory, sockets] = await Promise.all([
          play('memory', seed, acts),
          play('loopback', seed, acts),
        ]);
        expect(sockets).toBe(memory);
      }),
      { numRuns: runs, seed: 7, endOnFailure: true },
    );
  });
});

/**
 * Whatever is done, in whatever order, with looks back, forks and other runs in between: nothing breaks, every journal gives
 * its trace again, and a look at the newest event shows the present.
 */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { LabHost } from '#core/lab/lab-host.js';
import { SeededRandom } from '#core/lab/random.js';
import type { CommandArgs, CommandName } from '#core/shared/api/commands.js';
import { HostError } from '#core/shared/api/host-error.js';
import { AttackLab, FILES } from '#test/support/attack-lab.js';
import { expectPresentAsPast } from '#test/support/past-and-present.js';
import { randomFault } from '#test/support/random-fault.js';

type Deed = { name: string; play: (host: LabHost) => Promise<unknown> };

const user = fc.constantFrom('alice', 'bob', 'carol');
const node = fc.constantFrom('server1', 'server2', 'muc1');
/** Where in a list, or in the trace. */
const share = fc.double({ min: 0, max: 1, noNaN: true });

function call<Name extends CommandName>(command: Name, args: CommandArgs<Name>): Deed {
  return { name: `${command} ${JSON.stringify(args)}`, play: (host) => host.call(command, args) };
}

/** A deed that is about something that there is by then. */
function about(name: string, at: number, play: (host: LabHost) => Promise<unknown>): Deed {
  return { name: `${name} ${at.toFixed(3)}`, play };
}

function pick<Item>(list: readonly Item[], at: number): Item | undefined {
  return list[Math.min(list.length - 1, Math.floor(at * list.length))];
}

async function seqAt(host: LabHost, at: number): Promise<number> {
  return Math.max(1, Math.round((await host.call('clock.get', {})).seq * at));
}

async function branchAt(host: LabHost, at: number): Promise<string> {
  return pick((await host.call('branch.list', {})).branches, at)?.id ?? '';
}

async function frameAt(host: LabHost, at: number): Promise<string> {
  const { pending } = await host.call('pending.list', {});
  return pick(pending, at)?.id ?? 'f0';
}

const STANZAS = [
  "<message to='bob@lab.example' type='chat'><body>hi</body></message>",
  "<presence to='room@muc.lab.example/nick'><x xmlns='http://jabber.org/protocol/muc'/></presence>",
  "<message to='room@muc.lab.example' type='groupchat'><body>all</body></message>",
  '<presence type="unavailable"/>',
];

/** Other texts of the same topology. */
const EDITS = [
  FILES,
  FILES.filter(({ name }) => name !== 'muc1.properties'),
  [...FILES, { name: 'muc2.properties', text: FILES[2]?.text ?? '' }],
  FILES.map(({ name, text }) => ({ name, text: `${text}--test = true\n` })),
  [{ name: 'server1.properties', text: '\\u00' }],
];

const moves = fc.oneof(
  fc.integer({ min: 1, max: 40 }).map((count) => call('clock.step', { count })),
  fc.constantFrom('frame', 'into', 'over', 'out').map((kind) => call('clock.step', { kind })),
  fc.integer({ min: 1, max: 3000 }).map((forMs) => call('clock.runUntil', { forMs })),
  fc
    .integer({ min: 1, max: 300 })
    .map((events) => call('clock.runUntil', { event: 'kind:lab.error', events })),
  share.map((at) =>
    about('act while it runs', at, async (host) => {
      const running = host.call('clock.runUntil', { forMs: 20_000 });
      const id = await frameAt(host, at);
      await Promise.allSettled([
        host.call('pending.drop', { id }),
        host.call('client.add', { name: 'dora', node: 'server2' }),
        host.call('client.remove', { client: 'dora', how: 'reset' }),
      ]);
      await running;
    }),
  ),
);

const deeds = fc.oneof(
  fc.tuple(user, node).map(([name, at]) => call('client.add', { name, node: at })),
  fc
    .tuple(user, fc.constantFrom(...STANZAS))
    .map(([client, stanza]) => call('client.send', { client, stanza })),
  fc
    .tuple(user, fc.constantFrom('logout', 'fin', 'reset'))
    .map(([client, how]) => call('client.remove', { client, how })),
  fc
    .tuple(fc.constantFrom('node.crash', 'node.stop', 'node.start', 'node.restart'), node)
    .map(([command, at]) => call(command, { node: at })),
  fc.nat({ max: 1e6 }).map((seed) => call('fault.apply', randomFault(new SeededRandom(seed)))),
  fc.constant(call('fault.healAll', {})),
  fc.tuple(fc.constantFrom('drop', 'duplicate', 'hold', 'release', 'edit', 'delay'), share).map(([how, at]) =>
    about(how, at, async (host) => {
      const id = await frameAt(host, at);
      if (how === 'edit') await host.call('pending.edit', { id, text: STANZAS[0] ?? '' });
      else if (how === 'delay') await host.call('pending.delay', { id, ms: 500 });
      else await host.call(`pending.${how}`, { id });
    }),
  ),
  fc.boolean().map((on) => call('quirk.set', { quirk: 'fin-unnoticed', on })),
  fc.constant(call('component.add', { node: 'server1', item: 'chat.lab.example:word:listen:5271' })),
  fc.constantFrom(...EDITS).map((files) => ({
    name: `topology.apply ${files.map(({ name, text }) => `${name} ${text.length}`).join(', ')}`,
    play: (host: LabHost) => host.call('topology.apply', { files }),
  })),
);

const travels = fc.oneof(
  share.map((at) =>
    about('look back', at, async (host) => host.call('state.at', { seq: await seqAt(host, at) })),
  ),
  share.map((at) =>
    about('step back and fork', at, async (host) => {
      const { seq } = await host.call('trace.stepBefore', { seq: await seqAt(host, at) });
      await host.call('branch.fork', { seq });
    }),
  ),
  share.map((at) =>
    about('switch', at, async (host) => host.call('branch.switch', { branch: await branchAt(host, at) })),
  ),
  share.map((at) =>
    about('remove', at, async (host) => host.call('branch.remove', { branch: await branchAt(host, at) })),
  ),
  fc
    .tuple(share, fc.constantFrom('5.2', '7.1'), fc.nat({ max: 9 }))
    .map(([at, profile, seed]) =>
      about('rerun', at, async (host) =>
        host.call('branch.rerun', { branch: await branchAt(host, at), profile, seed }),
      ),
    ),
  fc.constant(
    about('save and open', 0, async (host) => {
      const { base64 = '' } = await host.call('session.save', {});
      const { branches } = await host.call('session.open', { base64 });
      expect(branches.filter(({ same }) => !same)).toEqual([]);
    }),
  ),
);

const sequence = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: moves },
    { weight: 6, arbitrary: deeds },
    { weight: 3, arbitrary: travels },
  ),
  { minLength: 5, maxLength: 16 },
);

/** Refusals that the host gives are no mistakes of anybody. */
async function played(deed: Deed, host: LabHost): Promise<void> {
  try {
    await deed.play(host);
  } catch (error) {
    if (!(error instanceof HostError) || error.code === 'internal') throw error;
  }
}

async function survived(list: readonly Deed[]): Promise<void> {
  const attack = await AttackLab.open({ mode: 'paused' }, { transport: 'memory' });
  const again = new AttackLab({ transport: 'memory' });
  try {
    const { host } = attack;
    for (const deed of list) {
      await played(deed, host);
      const { branches } = await host.call('branch.list', {});
      expect([deed.name, branches.filter(({ differsAt }) => differsAt !== undefined)]).toEqual([
        deed.name,
        [],
      ]);
    }
    await host.call('clock.pause', {});
    await expectPresentAsPast(host, ({ open }) => open);
    const { base64 = '' } = await host.call('session.save', {});
    const opened = await again.host.call('session.open', { base64 });
    expect(opened.branches.filter(({ same }) => !same)).toEqual([]);
    expect(await again.host.call('trace.hash', {})).toEqual(await host.call('trace.hash', {}));
    await expectPresentAsPast(again.host, ({ open }) => open);
    expect([...attack.errors(), ...again.errors()]).toEqual([]);
  } finally {
    await attack.close();
    await again.close();
  }
}

it('whatever is done in whatever order', { timeout: 60_000 }, async () => {
  const property = fc.asyncProperty(sequence, survived);
  await fc.assert(property, { seed: 5, numRuns: 10, endOnFailure: true });
});

/** The lesson of two branches: one groupchat message and one lost link, in two orders, end in two results. */
import { expect, it } from 'vitest';
import type { PendingItem } from '#core/shared/api/pending.js';
import { AttackLab, ROOMS } from '#test/support/attack-lab.js';

const ROOM = `tea@${ROOMS}`;
/** A new room lets nobody in before its owner has taken its settings (XEP-0045, 10.1.2). */
const UNLOCK = `<iq to='${ROOM}' type='set' id='own'><query xmlns='http://jabber.org/protocol/muc#owner'><x xmlns='jabber:x:data' type='submit'/></query></iq>`;

it('the same message and the same lost link, in two orders: compare names what bob has missed', async () => {
  const attack = await AttackLab.open({ mode: 'ordered' }, { transport: 'memory' });
  const { host } = attack;
  await host.call('clock.runUntil', { forMs: 8000 });
  for (const [name, node] of [
    ['alice', 'server1'],
    ['bob', 'server2'],
  ] as const) {
    await host.call('client.add', { name, node });
    await host.call('clock.runUntil', { forMs: 1000 });
    const join = `<presence to='${ROOM}/${name}'><x xmlns='http://jabber.org/protocol/muc'/></presence>`;
    await host.call('client.send', { client: name, stanza: join });
    if (name === 'alice') await host.call('client.send', { client: name, stanza: UNLOCK });
    await host.call('clock.runUntil', { forMs: 1000 });
  }
  const hello = `<message to='${ROOM}' type='groupchat'><body>tea is ready</body></message>`;
  await host.call('client.send', { client: 'alice', stanza: hello });
  const waiting = async (): Promise<PendingItem | undefined> => {
    const { pending } = await host.call('pending.list', {});
    const forBob = ({ text, link }: PendingItem): boolean =>
      text.includes('tea is ready') && /to=.bob@/.test(text) && link?.startsWith('muc1>') === true;
    return pending.find(forBob);
  };
  let copy = await waiting();
  for (let step = 0; step < 200 && !copy; step += 1) {
    await host.call('clock.step', {});
    copy = await waiting();
  }
  if (!copy?.link) throw new Error('the copy for bob never waits');
  const { link } = copy;
  const { seq } = await host.call('clock.get', {});

  // First the message, then the loss.
  await host.call('pending.deliver', { id: copy.id });
  await host.call('link.drop', { link });
  await host.call('clock.runUntil', { forMs: 3000 });
  const told = async (): Promise<number> => {
    const { items } = await host.call('client.inbox', { client: 'bob' });
    return items.filter(({ text }) => text.includes('tea is ready')).length;
  };
  expect(await told()).toBe(1);

  // From the same moment: first the loss.
  const { branch } = await host.call('branch.fork', { seq, branch: 'branch-1', title: 'loss first' });
  expect((await host.call('pending.list', {})).pending.map(({ id }) => id)).toContain(copy.id);
  await host.call('link.drop', { link });
  await host.call('clock.runUntil', { forMs: 3000 });
  expect(await told()).toBe(0);

  const compared = await host.call('compare.run', { left: 'branch-1', right: branch.id });
  expect(compared.verdict).toBe('different');
  expect(compared.firstEvent?.seq).toBeGreaterThan(seq);
  expect(compared.headline).toMatchObject({
    code: 'compare.headline.message.dropped',
    params: { client: 'bob', message: 'tea is ready', has: 'left', lacks: 'right', link },
  });
  expect(
    compared.differences.find(({ kind, subject }) => kind === 'client' && subject === 'bob'),
  ).toBeDefined();
  expect(compared.ends).toContainEqual(expect.objectContaining({ what: 'received', subject: 'bob' }));
  const { rows } = await host.call('compare.events', {
    left: 'branch-1',
    right: branch.id,
    from: { left: seq - 20, right: seq - 20 },
  });
  // Up to the fork one row stands for both; the message is on one side only.
  expect(rows[0]?.left).toBeDefined();
  expect(rows[0]?.left).toEqual(rows[0]?.right);
  expect(rows.some(({ left, right }) => left?.node === 'client:bob' && !right)).toBe(true);
  await attack.close();
});

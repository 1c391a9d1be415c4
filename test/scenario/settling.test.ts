/** Pausing settles everything that is the lab's own, and says what is not. */
import { afterEach, expect, it } from 'vitest';
import { AttackLab, FILES, Stranger } from '#test/support/attack-lab.js';

let attack: AttackLab | undefined;
afterEach(async () => {
  await attack?.host.close();
  expect(attack?.bugs ?? []).toEqual([]);
});

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const CLIENTS = 200;

it('is still with hundreds of links in the middle of traffic, compressed ones among them', async () => {
  const files = FILES.map(({ name, text }) => ({
    name,
    text: name.startsWith('server') ? `${text}cl-comp/compress-stream[B] = true\n` : text,
  }));
  attack = await AttackLab.open({ files });
  const { host } = attack;
  for (let index = 0; index < CLIENTS; index += 1) {
    const node = index % 2 ? 'server1' : 'server2';
    await host.call('client.add', { name: `c${index}`, node });
  }
  await host.call('clock.runUntil', { forMs: 5000 });
  await host.call('clock.resume', { speed: 1 });
  for (let index = 0; index < CLIENTS; index += 1) {
    const stanza = `<message to='c${(index + 1) % CLIENTS}@lab.example' type='chat'><body>x</body></message>`;
    await host.call('client.send', { client: `c${index}`, stanza });
  }
  const { seq, cannotHold } = await host.call('clock.pause', {});
  expect(cannotHold).toEqual([]);
  await wait(300);
  expect((await host.call('clock.get', {})).seq).toBe(seq);
  expect(host.lab?.network.allLinks().length).toBeGreaterThan(CLIENTS);
  expect(host.lab?.network.settled).toBe(true);
});

it('names the links to programs outside, whose frames wait and are marked', async () => {
  attack = await AttackLab.open();
  const { host } = attack;
  const stranger = await Stranger.connect(attack.address('server1'), 5222);
  await wait(100);
  const { cannotHold } = await host.call('clock.pause', {});
  expect(cannotHold).toHaveLength(1);
  stranger.write('<stream:stream xmlns="jabber:client" to="lab.example">');
  await expect
    .poll(async () => (await host.call('pending.list', {})).pending.find(({ outside }) => outside === 'from'))
    .toMatchObject({ kind: 'frame', link: cannotHold[0], to: 'server1' });
  stranger.socket.destroy();
});

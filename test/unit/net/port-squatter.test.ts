import { expect, it } from 'vitest';
import { NetRig } from '#test/support/net-rig.js';

/** Binds port 6000 of node b; what came of it. */
async function bind(rig: NetRig): Promise<string> {
  let outcome = '';
  const listener = rig.network.listen('b', {
    service: 'test',
    port: 6000,
    bind: '*',
    opened: () => (outcome = 'opened'),
    failed: (error) => (outcome = error),
    accepted: () => ({ frame: () => undefined, finished: () => undefined, lost: () => undefined }),
  });
  await rig.run();
  rig.network.closeListener(listener);
  return outcome;
}

it.each([
  ['memory', 'own'],
  ['loopback', 'own'],
  ['loopback', 'mapped'],
] as const)('a port is really taken: %s, %s addresses', async (transport, addresses) => {
  const rig = await NetRig.open(transport);
  try {
    rig.network.interfaces.mapped = addresses === 'mapped';
    const leave = rig.network.squat('b', 6000);
    await rig.run();
    expect(await bind(rig)).toBe('EADDRINUSE');
    leave();
    expect(await bind(rig)).toBe('opened');
    expect(rig.events('port.taken', 'port.freed').map(({ kind }) => kind)).toEqual([
      'port.taken',
      'port.freed',
    ]);
  } finally {
    await rig.close();
  }
});

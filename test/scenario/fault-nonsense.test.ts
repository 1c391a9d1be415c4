/** What nobody can mean by a fault is refused at once, with the code that says what is wrong; nothing of it is put on. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FaultRequest } from '#core/shared/api/fault-request.js';
import { AttackLab } from '#test/support/attack-lab.js';

let attack: AttackLab;

beforeEach(async () => {
  attack = await AttackLab.open({ mode: 'paused' }, { transport: 'memory' });
});

afterEach(async () => {
  const errors = attack.errors();
  await attack.close();
  expect(errors).toEqual([]);
});

const REFUSED: [string, FaultRequest][] = [
  ['unknown-link', { kind: 'link-drop', target: '<>' }],
  ['unknown-link', { kind: 'link-drop', target: 'server1>server2:65536' }],
  ['unknown-link', { kind: 'link-drop', target: 'server1>server2:0' }],
  ['unknown-link', { kind: 'link-drop', when: { stanza: {}, link: '<>' } }],
  ['bad-fault-target', { kind: 'port-squatted', target: 'server1:99999' }],
  ['bad-fault-target', { kind: 'port-squatted', target: 'server1:0' }],
  ['bad-fault-target', { kind: 'port-squatted', target: 'server1:5277:5278' }],
  ['bad-fault-target', { kind: 'split-brain', target: 'server1|server1' }],
  ['bad-fault-target', { kind: 'partition-one-way', target: 'server1,server2,server1|muc1' }],
  ['bad-arguments', { kind: 'link-drop', target: '*>*', schedule: { everyMs: 1e-9 } }],
  ['bad-arguments', { kind: 'latency', target: '*>*', durationMs: 1e-10, schedule: { everyMs: 1e-9 } }],
];

describe('a fault that cannot be meant', () => {
  it.each(REFUSED)('%s: %j', async (code, request) => {
    await expect(attack.host.call('fault.apply', request)).rejects.toMatchObject({ code });
    expect((await attack.host.call('fault.list', {})).faults).toEqual([]);
  });
});

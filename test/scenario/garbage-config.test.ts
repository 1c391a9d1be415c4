/** Values that no reader of files would want: the lab boots with them or says why it does not, and makes no mistake of its own. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { HostError } from '#core/shared/api/host-error.js';
import { AttackLab, FILES } from '#test/support/attack-lab.js';

const PROPERTIES = [
  '--external',
  '--ext-comp',
  '--ext-comp_1',
  '--cluster-nodes',
  '--cm-traffic-throttling',
  '--cm-ht-traffic-throttling',
  '--new-connections-throttling',
  '--watchdog_delay',
  '--watchdog_timeout',
  '--watchdog_ping_type',
  '--bind-ext-hostnames',
  '--elements-number-limit',
  '--max-queue-size',
  '--cm-see-other-host',
  'ext/max-inactivity-time',
  'c2s/traffic-throttling',
  'cl-comp/watchdog_delay',
];

const WORDS = [
  'vm-1',
  'vm-2',
  'muc.lab.example',
  's',
  '5270',
  '99999',
  '-1',
  '0',
  '1',
  '1e3',
  'NaN',
  '9'.repeat(15),
];
const MORE = [
  'listen',
  'connect',
  'accept',
  'client',
  'plain',
  'xmpp',
  'bin',
  'disc',
  '25k',
  '',
  ' ',
  '__proto__',
  '*',
  '端',
];
const value = fc
  .array(fc.tuple(fc.constantFrom(...WORDS, ...MORE), fc.constantFrom(':', ',', ';', '', '/', '@')), {
    maxLength: 12,
  })
  .map((parts) => parts.flat().join(''));
const lines = fc.uniqueArray(fc.tuple(fc.constantFrom(...PROPERTIES), value), {
  minLength: 1,
  maxLength: 5,
  selector: ([name]) => name,
});

it('is survived', { timeout: 60_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(lines, fc.constantFrom('5.2', '7.1'), async (garbage, profile) => {
      const text = garbage.map(([name, value]) => `${name} = ${value}`).join('\n');
      const files = FILES.map((file) => ({ ...file, text: `${file.text}\n${text}\n` }));
      const attack = new AttackLab({ transport: 'memory' });
      try {
        await attack.host.call('topology.open', { files, profile, mode: 'paused' });
        await attack.host.call('clock.runUntil', { forMs: 5000 });
        expect(attack.errors()).toEqual([]);
      } catch (error) {
        if (!(error instanceof HostError) || error.code === 'internal') throw error;
      } finally {
        await attack.close();
      }
    }),
    { numRuns: 25 },
  );
});

import { describe, expect, it } from 'vitest';
import { outsideHosts } from '#core/shared/config/outside-hosts.js';
import { build } from './topology-support.js';

describe('hosts of lab.yaml', () => {
  it('are outside the lab on loopback, where no process and none of the lab’s own addresses is', () => {
    const hosts = {
      'Real-Prosody': '127.0.0.1',
      other: '127.7.7.7',
      'own-process': '127.5.5.5',
      'by-number': '127.0.1.1',
      'nobody-yet': '127.0.1.77',
      nowhere: '192.0.2.1',
    };
    const labYaml = `hosts: ${JSON.stringify(hosts)}\nprocesses: { two: { address: 127.5.5.5 } }`;
    const text = 'config-type = --gen-config-def';
    const { plan, problems } = build({ one: text, two: text }, labYaml);
    expect(problems).toEqual([]);
    expect(Object.fromEntries(outsideHosts(plan))).toEqual({
      'real-prosody': '127.0.0.1',
      other: '127.7.7.7',
    });
  });
});

import { describe, expect, it } from 'vitest';
import { lintTopology } from '#core/shared/config/lint/lint.js';
import { build, example, found, seedWith } from './topology-support.js';

const ITEM_1 =
  'muc.xmpp.dev.pajkdc.com:yangguo:connect:5270:xmpp.dev.pajkdc.com;vm-128-157;vm-128-158:accept';

describe('component links', () => {
  it('E1: secrets that differ', () => {
    expect(found(seedWith('muc1', 'yangguo', 'other'), 'E1')).toEqual(['error muc1 9: other']);
    expect(found(seedWith('server2', 'com:yangguo:listen', 'com:other:listen'), 'E1')).toEqual([
      'error server2 13: other',
    ]);
  });

  it('E2: a domain that the server does not know', () => {
    const texts = seedWith('server2', '= muc.xmpp', '= room.xmpp');
    expect(found(texts, 'E2')).toEqual([
      'error muc1 9: muc.xmpp.dev.pajkdc.com',
      'error muc2 9: muc.xmpp.dev.pajkdc.com',
    ]);
  });

  it('E3: a bind name that is another host, or nobody', () => {
    const copied = { ...example('seed'), server2: example('seed')['server1'] ?? '' };
    expect(found(copied, 'E3')).toEqual(['error server2 13: vm-128-157']);
    expect(build(copied).plan.processes.map(({ hostname }) => hostname)).toEqual([
      'muc1',
      'muc2',
      'vm-128-157',
      'vm-128-158',
    ]);
    const finding = lintTopology(build(copied)).find(({ code }) => code === 'E3');
    expect(finding).toMatchObject({
      params: { owner: 'server1' },
      fix: { edits: [{ newText: '*' }] },
      related: [{ range: { file: 'server1.properties', line: 13 } }],
    });
    const labYaml = 'processes: {server1: {hostname: host-a}}';
    expect(found(example('seed'), 'E3', labYaml)).toEqual(['error server1 13: vm-128-157']);
    expect(found(example('seed'), 'E3', `${labYaml}\nhosts: {vm-128-157: 127.0.1.3}`)).toEqual([]);
  });

  it('E5: a server that a MUC does not dial', () => {
    const texts = seedWith('muc1', ';vm-128-158', '');
    expect(found(texts, 'E5')).toEqual(['error muc1 9: xmpp.dev.pajkdc.com;vm-128-157']);
    expect(lintTopology(build(texts)).find(({ code }) => code === 'E5')?.fix?.edits).toMatchObject([
      { range: { line: 9, column: 89, endColumn: 89 }, newText: ';vm-128-158' },
    ]);
  });

  it('E6: two MUCs on one address', () => {
    expect(found(example('seed'), 'E6', 'processes: {muc2: {address: 127.0.1.1}}')).toEqual([
      `error muc2 9: ${ITEM_1}`,
    ]);
  });

  it('E7, E8, E9: load balancers', () => {
    expect(found(seedWith('server2', 'ReceiverBareJidLB', 'ReceiverFullJidLB'), 'E7')).toEqual([
      'error server2 13: ReceiverFullJidLB',
    ]);
    expect(found(seedWith('server2', ':ReceiverBareJidLB', ''), 'E7')).toEqual([]);
    expect(found(seedWith('server2', 'ReceiverBareJidLB', 'ReceiverBareJidLb'), 'E8')).toEqual([
      'warning server2 13: ReceiverBareJidLb',
    ]);
    expect(found(seedWith('server2', 'ReceiverBareJidLB', 'SenderBareJidLB'), 'E9')).toEqual([
      'error server2 13: SenderBareJidLB',
    ]);
    expect(
      found(seedWith('server2', 'ReceiverBareJidLB', 'tigase.server.ext.lb.ReceiverBareJidLB'), 'E8'),
    ).toEqual([]);
  });

  it('E10, E26: sides that do not meet', () => {
    const { muc1 = '', ...rest } = seedWith('muc1', ':connect:', ':listen:');
    delete (rest as Record<string, string>)['muc2'];
    expect(found({ ...rest, muc1 }, 'E10')).toEqual(['error muc1 9: listen']);
    expect(found(seedWith('server2', ':listen:', ':connect:'), 'E10')).toEqual(['error server2 13: connect']);
    expect(found(seedWith('server2', ':listen:5270', ':listen:5271'), 'E26')).toEqual([
      'error server2 13: 5271',
    ]);
  });

  it('E11, E12, E13: fields of an item', () => {
    expect(found(seedWith('muc1', /:accept$/m, ''), 'E11')).toEqual([`error muc1 9: ${ITEM_1.slice(0, -7)}`]);
    expect(found(seedWith('muc1', /:accept$/m, ':connect'), 'E12')).toEqual(['error muc1 9: connect']);
    expect(found(seedWith('muc1', ':5270:', ':527o:'), 'E13')).toEqual(['error muc1 9: 527o']);
  });

  it('E14, E15: what a component process must be', () => {
    expect(found(seedWith('muc1', 'comp-name-1 = muc', 'comp-name-1 = rooms'), 'E14')).toEqual([
      'error muc1 9: muc.xmpp.dev.pajkdc.com',
    ]);
    expect(found(seedWith('muc1', 'virt-hosts = xmpp', 'virt-hosts = muc.xmpp'), 'E14')).toHaveLength(1);
    const servers = seedWith('muc1', 'gen-config-comp', 'gen-config-def');
    const muc1 = `${servers['muc1'] ?? ''}\n--comp-name-2=ext`;
    expect(found({ ...servers, muc1 }, 'E15')).toEqual(['error muc1 1: --gen-config-def']);
  });

  it('E16, E17, E18: the remote field and repeated domains', () => {
    expect(found(seedWith('muc1', 'xmpp.dev.pajkdc.com;vm-128-157', 'vm-128-157'), 'E16')).toEqual([
      'error muc1 9: vm-128-157',
    ]);
    expect(found(seedWith('muc1', 'xmpp.dev.pajkdc.com;vm-128-157;vm-128-158', 'vm-128-157'), 'E17')).toEqual(
      ['info muc1 9: vm-128-157'],
    );
    expect(found(seedWith('muc1', ITEM_1, `${ITEM_1},${ITEM_1}`), 'E18')).toEqual([
      `warning muc1 9: ${ITEM_1}`,
    ]);
  });

  it('E19, E20: silent once the remedy is there', () => {
    const safe =
      '\n--extcomp-repo-class=tigase.server.ext.CompConfigRepository\n--cm-ht-traffic-throttling=xmpp:25m:0:disc,bin:20000m:0:disc';
    const texts = seedWith('muc1', /$/, safe);
    expect(found(texts, 'E19')).toEqual(['info muc2 9: --external']);
    expect(found(texts, 'E20')).toEqual(['warning muc2 9: --external']);
  });
});

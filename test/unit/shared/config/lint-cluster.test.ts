import { describe, expect, it } from 'vitest';
import { build, example, found, seedWith } from './topology-support.js';
import { lintTopology } from '#core/shared/config/lint/lint.js';

const OWN_DATABASE = { search: /user-db-uri = .*/, text: 'user-db-uri = jdbc:mysql://other/db' };

function seedApart(search: string | RegExp, replacement: string) {
  const texts = seedWith('server2', search, replacement);
  return { ...texts, server2: (texts['server2'] ?? '').replace(OWN_DATABASE.search, OWN_DATABASE.text) };
}

describe('cluster', () => {
  it('K1, K2: secrets that differ', () => {
    const wrong = ['vm-128-157:yangguo:5277', 'vm-128-157:other:5277'] as const;
    expect(found(seedWith('server2', ...wrong), 'K2')).toEqual(['warning server2 9: vm-128-157:other:5277']);
    expect(found(seedWith('server2', ...wrong), 'K1')).toEqual([]);
    expect(found(seedApart(...wrong), 'K1')).toEqual(['error server2 9: vm-128-157:other:5277']);
    expect(found(seedApart('vm-128-158:yangguo', 'vm-128-158:other'), 'K1')).toEqual([
      // All other items say `yangguo`, so the slip is in its own one.
      'error server2 9: vm-128-158:other:5277',
    ]);
    expect(found(seedApart('vm-128-157:yangguo:5277', 'vm-128-157'), 'K1')).toEqual([
      'error server2 9: vm-128-157',
    ]);
  });

  it('K3, K6: lists that miss a node', () => {
    expect(found(seedApart('vm-128-157:yangguo:5277,', ''), 'K3')).toEqual([
      'error server2 9: vm-128-158:yangguo:5277',
    ]);
    expect(found(seedWith('server2', 'vm-128-157:yangguo:5277,', ''), 'K3')).toEqual([]);
    expect(found(seedWith('server2', ',vm-128-158:yangguo:5277', ''), 'K6')).toEqual([
      'warning server2 9: vm-128-157:yangguo:5277',
    ]);
  });

  it('K5, K7: names nobody has, or everybody', () => {
    expect(found(seedWith('server1', 'vm-128-158:y', 'vm-128-159:y'), 'K5')).toEqual([
      'warning server1 9: vm-128-159:yangguo:5277',
    ]);
    expect(found(seedWith('muc1', 'vm-128-158', 'vm-128-159'), 'K5')).toEqual(['error muc1 9: vm-128-159']);
    expect(found(seedWith('muc1', 'vm-128-158', 'srv2'), 'K5', 'hosts: {srv2: 127.0.1.4}')).toEqual([]);
    expect(found(seedWith('muc1', 'vm-128-158', 'srv2'), 'K5', 'hosts: {srv2: 127.0.0.1}')).toEqual([]);
    expect(found(seedWith('server1', 'vm-128-158:y', 'srv2:y'), 'K5', 'hosts: {srv2: 127.0.0.1}')).toEqual(
      [],
    );
    expect(found(seedWith('server1', 'vm-128-158:y', 'localhost:y'), 'K7')).toEqual([
      'error server1 9: localhost:yangguo:5277',
    ]);
  });

  it('K8: a port that the node does not listen on', () => {
    expect(found(seedWith('server1', 'vm-128-158:yangguo:5277', 'vm-128-158:yangguo:5278'), 'K8')).toEqual([
      'warning server1 9: vm-128-158:yangguo:5278',
    ]);
    expect(found(seedApart('vm-128-158:yangguo:5277', 'vm-128-158:yangguo:5278'), 'K8')).toEqual([
      'error server2 9: vm-128-158:yangguo:5278',
    ]);
  });

  it('K9, E4: ports taken twice', () => {
    expect(found(seedWith('server1', ':listen:5270:', ':listen:5277:'), 'K9')).toEqual([
      'error server1 13: muc.xmpp.dev.pajkdc.com:yangguo:listen:5277:vm-128-157:accept:ReceiverBareJidLB',
    ]);
    expect(
      found({ ...example('seed'), server1: `${example('seed')['server1'] ?? ''}\n--bosh-ports=5222` }, 'E4'),
    ).toEqual(['error server1 23: 5222']);
    expect(found(example('seed'), 'K9', 'processes: {server2: {address: 127.0.1.3}}')).toHaveLength(1);
  });

  it('K12, K13, K14, K16, K21: what nodes must have in common', () => {
    expect(found(seedWith('server2', 'cluster-mode = true', 'cluster-mode = false'), 'K12')).toEqual([
      'error server2 7: false',
    ]);
    expect(found(seedWith('server2', 'virt-hosts = xmpp', 'virt-hosts = chat'), 'K13')).toEqual([
      'warning server2 2: chat.dev.pajkdc.com',
    ]);
    expect(found(seedWith('server2', OWN_DATABASE.search, OWN_DATABASE.text), 'K14')).toEqual([
      'warning server2 3: jdbc:mysql://other/db',
    ]);
    expect(found(seedWith('server1', /--cm-ht.*\n/, ''), 'K16')).toEqual([
      'warning server1 7: --cluster-mode',
    ]);
    expect(found(seedWith('muc1', /$/, '\n--cluster-mode=true'), 'K21')).toEqual(['warning muc1 11: true']);
  });

  it('K19: strategies', () => {
    const strategy = (name: string) =>
      found({ p: `--cluster-mode=true\n--sm-cluster-strategy-class=tigase.cluster.strategy.${name}` }, 'K19');
    expect(strategy('SMNonCachingAllNodes')).toEqual([
      'error p 2: tigase.cluster.strategy.SMNonCachingAllNodes',
    ]);
    expect(strategy('OnlineUsersCachingStrategy')[0]).toMatch(/^warning/);
    expect(strategy('DefaultClusteringStrategy')).toEqual([]);
  });

  it('K22: redirection to an internal name', () => {
    const texts = seedWith('server1', /$/, '\n--cm-see-other-host=none');
    expect(found(texts, 'K22')).toEqual(['warning server2 9: vm-128-158:yangguo:5277']);
  });

  it('is sorted, and silent where lab.yaml says so', () => {
    const all = lintTopology(build(example('seed')));
    const places = all.map(
      ({ range }) => `${range.file} ${String(range.line).padStart(5)} ${String(range.column).padStart(5)}`,
    );
    expect(places).toEqual([...places].sort());
    expect(found(example('seed'), 'K22', 'lint: {off: [K22]}')).toEqual([]);
  });
});

describe('the seed', () => {
  it('loses the two warnings about standard rooms in its standard variant', () => {
    expect(found(example('seed-standard-muc'), 'C15')).toEqual([]);
    expect(
      lintTopology(build(example('seed-standard-muc'))).filter(({ severity }) => severity === 'error'),
    ).toEqual([]);
  });
});

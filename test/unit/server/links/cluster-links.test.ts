import { afterEach, describe, expect, it } from 'vitest';
import {
  ClusterConnectionManager,
  type ClusterListener,
} from '#core/server/cluster/cluster-connection-manager.js';
import { LinkRig, type RigProcess } from '#test/support/link-rig.js';

const NODE = (nodes: string): string => `
config-type = --gen-config-def
--cluster-mode = true
--virt-hosts = example.org
--cluster-nodes = ${nodes}
`;

let rig: LinkRig;
afterEach(async () => {
  expect(rig.net.bugs).toEqual([]);
  await rig.net.close();
});

const heard: string[] = [];
const listener = (name: string): ClusterListener => ({
  nodeConnected: (host) => heard.push(`${name}: ${host} connected`),
  nodeDisconnected: (host) => heard.push(`${name}: ${host} disconnected`),
  command: (element) => heard.push(`${name}: ${element.name}`),
});

async function cluster(
  files: Record<string, string>,
  quirks: Record<string, boolean> = {},
): Promise<RigProcess[]> {
  heard.length = 0;
  rig = await LinkRig.open(quirks);
  return rig.start(
    files,
    (context) => new ClusterConnectionManager(context, 'cl-comp', listener(context.node)),
  );
}

const links = (): number => rig.net.network.allLinks().filter(({ open }) => open).length;
const logs = (level: string): string[] =>
  rig.net
    .events('node.log')
    .filter(({ data }) => data.level === level)
    .map(({ data }) => String(data.text))
    .filter((text) => !text.includes('_limit = '));

const PAIR = { n1: NODE('n1:s:5277,n2:s:5277'), n2: NODE('n1:s:5277,n2:s:5277') };

describe('cluster links', () => {
  it('are four for a pair, dialled five seconds after the start; one connected event on each side', async () => {
    await cluster(PAIR);
    await rig.net.run(15_000);
    expect(links()).toBe(4);
    expect(heard.toSorted()).toEqual(['n1: n2 connected', 'n2: n1 connected']);
    expect(Math.round(rig.net.events('link.dialled')[0]?.time ?? 0)).toBe(5000);
    expect(logs('INFO').filter((text) => text.startsWith('Connected to: '))).toHaveLength(2);
    const [header] = rig.net.events('frame.sent').map(({ data }) => String(data.text));
    expect(header).toMatch(
      /^<stream:stream xmlns="tigase:cluster" xmlns:stream="http:\/\/etherx.jabber.org\/streams" from="n\d" to="n\d">$/,
    );
  });

  it('are dialled again every five seconds while the peer is away', async () => {
    await cluster({ n1: NODE('n1:s:5277,n2:s:5277') });
    await rig.net.run(21_000);
    const times = rig.net.events('link.dialled').map(({ time }) => Math.round(time / 1000));
    expect(times).toEqual([5, 5, 10, 10, 15, 15, 20, 20]);
  });

  it('come back five seconds after all of them were reset', async () => {
    await cluster(PAIR);
    await rig.net.run(15_000);
    rig.net.network.allLinks().forEach((link) => link.cut('test'));
    expect(heard.slice(2).toSorted()).toEqual(['n1: n2 disconnected', 'n2: n1 disconnected']);
    expect(logs('INFO').filter((text) => text.startsWith('Disonnected from: '))).toHaveLength(2);
    await rig.net.run(4900);
    expect(links()).toBe(0);
    await rig.net.run(200);
    expect(links()).toBe(4);
  });

  it('refuse a secret that differs and a node that is not listed, with Tigase’s warnings and no stream error', async () => {
    await cluster({ n1: NODE('n1:s:5277,n2:other:5277'), n2: NODE('n2:t:5277') });
    await rig.net.run(30_000);
    expect(links()).toBe(0);
    expect(logs('WARNING')[0]).toMatch(
      /^Remote hostname not found in local configuration or time difference between cluster nodes is too big\. Connection not accepted: /,
    );
    await rig.net.close();
    await cluster({ n1: NODE('n1:s:5277,n2:s:5277'), n2: NODE('n1:other:5277,n2:s:5277') });
    await rig.net.run(30_000);
    expect(logs('WARNING')[0]).toMatch(/^Handshaking password doesn't match, disconnecting: /);
    // n2 proves itself with its own secret, which n1 knows: that direction is enough.
    expect(links()).toBe(2);
    const texts = rig.net.events('frame.sent').map(({ data }) => String(data.text));
    expect(texts.some((text) => text.includes('error'))).toBe(false);
  });

  it('with fin-unnoticed a link that got a FIN is believed up until a write finds out', async () => {
    const [n1] = await cluster(PAIR, { 'fin-unnoticed': true });
    await rig.net.run(15_000);
    rig.net.network.allLinks().forEach((link) => link.finishBoth());
    await rig.net.run(60_000);
    expect(links()).toBe(0);
    expect(heard).toHaveLength(2);
    const manager = n1?.component;
    if (!(manager instanceof ClusterConnectionManager)) throw new Error('no cl-comp');
    expect(manager.pool.size('n2')).toBe(4);
  });
});

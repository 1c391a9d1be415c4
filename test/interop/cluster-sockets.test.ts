/** What the seed's four processes really have open, as the operating system tells it, and a stranger on 5270. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { componentHandshake, type ComponentClient } from '../support/component-client.js';
import { eventually } from '../support/eventually.js';
import { startLab, type RunningLab } from '../support/running-lab.js';
import { establishedWithin, hasTcpTable, type TcpEnd, type TcpSocket } from '../support/tcp-table.js';

const DOMAIN = 'muc.xmpp.dev.pajkdc.com';

let lab: RunningLab;

beforeAll(async () => {
  lab = await startLab('examples/seed');
});

afterAll(async () => {
  await lab.stop();
});

/** `127.0.1.`: where all addresses of the lab lie. */
function block(): string {
  const address = lab.nodes[0]?.address ?? '';
  return address.slice(0, address.lastIndexOf('.') + 1);
}

function text({ address, port }: TcpEnd): string {
  return `${address}:${port}`;
}

/** The connections to a port as `dialler → acceptor`, seen at the end that dialled and at the one that accepted. */
function ends(port: number): { dialled: string[]; accepted: string[] } {
  const sockets = establishedWithin(block());
  const dialled = sockets
    .filter(({ remote }) => remote.port === port)
    .map(({ local, remote }) => [local, remote]);
  const accepted = sockets
    .filter(({ local }) => local.port === port)
    .map(({ local, remote }) => [remote, local]);
  const arrows = (pairs: TcpEnd[][]): string[] => pairs.map((pair) => pair.map(text).join(' → ')).sort();
  return { dialled: arrows(dialled), accepted: arrows(accepted) };
}

async function fourConnections(port: number): Promise<TcpSocket['local'][][]> {
  const seen = await eventually(
    `four connections on ${port}`,
    () => {
      const { dialled, accepted } = ends(port);
      return dialled.length >= 4 && accepted.length >= 4 && { dialled, accepted };
    },
    () => ends(port),
  );
  expect(seen.dialled).toHaveLength(4);
  // Every connection has both its ends in this lab.
  expect(seen.accepted).toEqual(seen.dialled);
  return establishedWithin(block())
    .filter(({ remote }) => remote.port === port)
    .map(({ local, remote }) => [local, remote]);
}

describe.skipIf(!hasTcpTable())('the sockets of the seed', () => {
  it('5277: two connections dialled by each server to the other', async () => {
    const [one, two] = [lab.node('server1'), lab.node('server2')];
    const pairs = await fourConnections(5277);
    const routes = pairs.map(([from, to]) => `${from?.address} → ${to?.address}`).sort();
    const there = `${one.address} → ${two.address}`;
    const back = `${two.address} → ${one.address}`;
    expect(routes).toEqual([there, there, back, back].sort());
  });

  it('5270: one connection from each MUC process to each server', async () => {
    const pairs = await fourConnections(5270);
    const routes = pairs.map(([from, to]) => `${from?.address} → ${to?.address}`).sort();
    const expected = ['muc1', 'muc2'].flatMap((muc) =>
      ['server1', 'server2'].map((server) => `${lab.node(muc).address} → ${lab.node(server).address}`),
    );
    expect(routes).toEqual(expected.sort());
  });
});

describe('a component from outside on 5270', () => {
  async function knock(secret: string): Promise<ComponentClient> {
    const server = lab.nodes.find(({ hostname }) => hostname === 'vm-128-157');
    expect(server?.ports['ext']).toBeGreaterThan(0);
    return componentHandshake({
      address: server?.address ?? '',
      port: server?.ports['ext'] ?? 0,
      domain: DOMAIN,
      secret,
    });
  }

  it('is taken in with the right secret', async () => {
    const component = await knock('yangguo');
    await eventually(
      '<handshake/>',
      () => /<handshake\s*\/>|<handshake><\/handshake>/.test(component.received()),
      component.received,
    );
    expect(component.closed()).toBe(false);
    component.end();
  });

  it('is closed without a word with a wrong one', async () => {
    const component = await knock('wrong');
    await eventually('the close', component.closed, component.received);
    expect(component.received()).not.toContain('error');
    expect(component.received()).not.toContain('<handshake');
  });
});

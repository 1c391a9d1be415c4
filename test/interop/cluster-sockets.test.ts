/** What the seed's four processes really have open, as the operating system tells it, and a stranger on 5270. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { componentHandshake, type ComponentClient } from '../support/component-client.js';
import { eventually } from '../support/eventually.js';
import { startLab, type RunningLab } from '../support/running-lab.js';
import { establishedWithin, hasTcpTable, type TcpEnd } from '../support/tcp-table.js';

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

/** A connection as one of its two sockets tells it. */
interface Seen {
  /** Address of the process that dialled → address of the one that accepted. */
  route: string;
  /** The same with the ports. */
  pair: string;
}

function seen(from: TcpEnd, to: TcpEnd): Seen {
  return {
    route: `${from.address} → ${to.address}`,
    pair: `${from.address}:${from.port} → ${to.address}:${to.port}`,
  };
}

/** The connections to a port, at the ends that dialled and at the ends that accepted. */
function connectionsTo(port: number): { dialled: Seen[]; accepted: Seen[] } {
  const sockets = establishedWithin(block());
  return {
    dialled: sockets
      .filter(({ remote }) => remote.port === port)
      .map(({ local, remote }) => seen(local, remote)),
    accepted: sockets
      .filter(({ local }) => local.port === port)
      .map(({ local, remote }) => seen(remote, local)),
  };
}

/** Waits for as many connections as expected, and checks that there are no others and that both ends are in this lab. */
async function expectRoutes(port: number, routes: string[]): Promise<void> {
  const { dialled, accepted } = await eventually(
    `${routes.length} connections on ${port}`,
    () => {
      const found = connectionsTo(port);
      return found.dialled.length >= routes.length && found.accepted.length >= routes.length && found;
    },
    () => connectionsTo(port),
  );
  expect(dialled.map(({ route }) => route).sort()).toEqual(routes.sort());
  expect(accepted.map(({ pair }) => pair).sort()).toEqual(dialled.map(({ pair }) => pair).sort());
}

describe.skipIf(!hasTcpTable())('the sockets of the seed', () => {
  it('5277: two connections dialled by each server to the other', async () => {
    const [one, two] = [lab.node('server1'), lab.node('server2')];
    const there = `${one.address} → ${two.address}`;
    const back = `${two.address} → ${one.address}`;
    await expectRoutes(5277, [there, there, back, back]);
  });

  it('5270: one connection from each MUC process to each server', async () => {
    const routes = ['muc1', 'muc2'].flatMap((muc) =>
      ['server1', 'server2'].map((server) => `${lab.node(muc).address} → ${lab.node(server).address}`),
    );
    await expectRoutes(5270, routes);
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

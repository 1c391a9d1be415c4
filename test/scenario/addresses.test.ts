import { afterEach, describe, expect, it } from 'vitest';
import { Lab } from '#core/lab/lab.js';
import { linkView, nodeView } from '#core/lab/views.js';
import { buildTopology } from '#core/shared/config/build-topology.js';
import { readTopology } from '#main/topology/read-topology.js';

const open: Lab[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((lab) => lab.close()));
});

async function booted(addresses: 'own' | 'mapped'): Promise<Lab> {
  const { name, files } = await readTopology('examples/seed-standard-muc');
  const lab = await Lab.open({ topology: buildTopology(name, files).plan, addresses });
  open.push(lab);
  await lab.boot();
  await lab.stepper.run({ until: lab.clock.now() + 10_000_000 });
  return lab;
}

const links = (lab: Lab): number =>
  lab.network
    .allLinks()
    .map((link) => linkView(lab, link))
    .filter((link) => link.open).length;

describe('addresses', () => {
  it('give each process its own, with the ports of its files', async () => {
    const lab = await booted('own');
    const views = lab.processes.map((process) => nodeView(lab, process));
    expect(new Set(views.map(({ address }) => address)).size).toBe(4);
    expect(views.find(({ name }) => name === 'server1')?.ports.c2s).toBe(5222);
    expect(links(lab)).toBe(8);
  });

  it('are all 127.0.0.1 with free ports where the system has no others, and the trace does not show it', async () => {
    const [own, mapped] = [await booted('own'), await booted('mapped')];
    const server = mapped.processes.find((process) => process.name === 'server1');
    if (!server) throw new Error('no server1');
    const view = nodeView(mapped, server);
    expect(view.address).toBe('127.0.0.1');
    expect(view.ports.c2s).not.toBe(5222);
    expect(view.ports.c2s).toBeGreaterThan(0);
    expect(links(mapped)).toBe(8);
    expect(mapped.trace.digest()).toBe(own.trace.digest());
  });

  it('come from another block beside a second running lab', async () => {
    const [first, second] = [await booted('own'), await booted('own')];
    const address = (lab: Lab): string => lab.network.interfaces.real('127.0.1.1');
    expect(address(first)).not.toBe(address(second));
    expect(first.trace.digest()).toBe(second.trace.digest());
  });
});

import { expect, it } from 'vitest';
import { LabHost } from '#core/lab/lab-host.js';
import { newTopology } from '#core/shared/config/new-topology/new-topology.js';
import { plannedLinks } from '#core/shared/config/preview/planned-links.js';
import { parseRoute } from '#core/shared/faults/route-selector.js';
import { readTopology } from '#main/topology/read-topology.js';

/** Route → connections that somebody else has accepted by the end of the boot and some seconds more. */
async function dialled(host: LabHost): Promise<Map<string, number>> {
  await host.call('clock.runUntil', { forMs: 20_000 });
  const { links } = await host.call('link.list', {});
  const routes = new Map<string, number>();
  for (const { id } of links) {
    const { from, to, port } = parseRoute(id) ?? {};
    const route = `${from}>${to}:${port}`;
    routes.set(route, (routes.get(route) ?? 0) + 1);
  }
  return routes;
}

const EXAMPLES = ['seed', 'seed-standard-muc', 'cm-sm-separation', 'one-def-process'];

it.each(['5.2', '7.1'] as const)('what is planned is what is dialled under %s', async (profile) => {
  const host = new LabHost({ readTopology, transport: 'memory' });
  try {
    for (const name of [...EXAMPLES, 'new']) {
      const files = newTopology({ servers: 4, mucs: 2, domain: 'd.example' }, () => 0.3);
      const source = name === 'new' ? { files } : { path: `examples/${name}` };
      await host.call('topology.open', { ...source, profile, mode: 'paused' });
      const { plan } = await host.call('topology.get', {});
      const planned = plannedLinks(plan, profile).filter(({ listening }) => listening);
      const expected = planned.map(({ id, connections }) => [id, connections] as const);
      expect([...(await dialled(host))].sort(), name).toEqual(expected.sort());
      expect(expected.length > 0, name).toBe(name !== 'one-def-process');
    }
  } finally {
    await host.close();
  }
});

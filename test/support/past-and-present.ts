/** Compares a look back at the newest event with what the lab itself says of the present. */
import { expect } from 'vitest';
import type { LabHost } from '#core/lab/lab-host.js';
import type { PendingItem } from '#core/shared/api/pending.js';
import type { LinkView, NodeView } from '#core/shared/api/results.js';

/** What the trace does not carry is left out on both sides: that a connection is to end is no frame. */
function known(links: readonly LinkView[], pending: readonly PendingItem[]) {
  const waiting = (link: string, way: 'ab' | 'ba'): number =>
    pending.filter((item) => item.kind === 'frame' && item.link === link && item.direction === way).length;
  return links
    .map(({ id, service, open, faults, acceptor, dialler, held, jid }) => ({
      id,
      jid,
      port: dialler.port,
      service,
      open,
      waiting: { ab: waiting(id, 'ab'), ba: waiting(id, 'ba') },
      held,
      faults,
      from: dialler.node,
      to: acceptor.node,
    }))
    .sort((left, right) => left.id.localeCompare(right.id));
}

function knownNodes(nodes: readonly NodeView[]) {
  return nodes.map(({ name, state, interfaceUp, ports, failedPorts }) => ({
    name,
    state,
    interfaceUp,
    ports: Object.keys(ports).sort(),
    failedPorts,
  }));
}

/**
 * A look back at the newest event shows what the lab says of the present, as far as its trace goes.
 * @param compared links to compare: a dial that is called off ends without an event
 */
export async function expectPresentAsPast(
  host: LabHost,
  compared: (link: LinkView) => boolean = () => true,
): Promise<void> {
  const { seq } = await host.call('clock.get', {});
  const then = await host.call('state.at', { seq });
  const { nodes } = await host.call('node.list', {});
  expect(knownNodes(then.nodes)).toEqual(knownNodes(nodes));
  const { pending } = await host.call('pending.list', {});
  const { links } = await host.call('link.list', {});
  expect(known(then.links.filter(compared), then.pending)).toEqual(known(links.filter(compared), pending));
  const { machines } = await host.call('machine.list', {});
  expect(then.machines).toEqual(machines);
  const { faults } = await host.call('fault.list', {});
  const short = (list: typeof faults) =>
    list.map(({ id, kind, target, state }) => ({ id, kind, target, state }));
  expect(short(then.faults)).toEqual(short(faults));
  const { clients } = await host.call('client.list', {});
  const brief = (list: typeof clients) =>
    list.map(({ name, node, state, link }) => ({ name, node, state, link }));
  // One whose session is over stands there until somebody takes it away, of which there is no event.
  const running = clients.filter(({ name }) => machines.some(({ node }) => node === `client:${name}`));
  expect(brief(then.clients)).toEqual(brief(running));
  const listed = await host.call('rooms.get', {});
  // Of a domain that no component has ever come for there is no event yet.
  const heardOf = new Set(then.rooms.map(({ domain }) => domain));
  const domains = listed.domains.filter(
    ({ domain, verdict }) => heardOf.has(domain) || verdict !== 'unserved',
  );
  const who = (list: typeof listed.domains) =>
    list.map(({ domain, rooms }) => ({
      domain,
      rooms: rooms.map(({ room, aliveOn }) => ({ room, aliveOn })),
    }));
  expect(who(then.rooms)).toEqual(who(domains));
  expect(then.rooms.map(({ domain, verdict }) => ({ domain, verdict }))).toEqual(
    domains.map(({ domain, verdict }) => ({ domain, verdict })),
  );
  expect(then.pending.map(whereabouts).sort()).toEqual(
    pending
      .filter(({ kind }) => kind === 'frame')
      .map(whereabouts)
      .sort(),
  );
}

/** What a pending list says of a frame that a picture of the past can say as well. */
function whereabouts({ id, node, link, to, service, seq }: PendingItem): string {
  return [id, node, link, to, service, seq].join(' ');
}

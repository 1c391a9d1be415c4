/** A world in the words of the host API: the same views as of the lab that runs, as far as the trace knows. */
import type { PendingItem } from '#core/shared/api/pending.js';
import type { ClientView, FaultView, LinkView, NodeView } from '#core/shared/api/results.js';
import type { RoomDomainView } from '#core/shared/api/room-domain-view.js';
import type { ExternalItem, ProcessPlan, TopologyPlan } from '#core/shared/config/topology-plan.js';
import { parseRoute, routeMeans } from '#core/shared/faults/route-selector.js';
import type { BalancingRules } from '#core/shared/routing/component-choice.js';
import type { RoomSplitReason } from '#core/shared/routing/room-split.js';
import { isApart, roomTargets, type ServerDomain } from '#core/shared/routing/room-targets.js';
import { parseJid } from '#core/shared/xmpp/jid.js';
import type { MachineView } from '../machine-fold.js';
import type { World, WorldFault, WorldLink } from './world.js';

/** Everything that a window shows, at one event. */
export interface WorldViews {
  seq: number;
  /** Lab time in ms. */
  time: number;
  nodes: NodeView[];
  links: LinkView[];
  machines: MachineView[];
  clients: ClientView[];
  faults: FaultView[];
  rooms: RoomDomainView[];
  /** Frames only: the trace does not say which timers were armed. */
  pending: PendingItem[];
}

/** Kinds that take a process's address away. */
const ADDRESS_FAULTS = new Set(['wifi-off', 'power-off']);

/** Where the dialling end of a link was; undefined: nobody knows. */
export type DialEnds = (link: string) => DialEnd | undefined;

export interface DialEnd {
  address: string;
  port: number;
}

/** @param endOf what no row of the trace says: ports of dialling ends are the lab's own */
export function worldViews(world: World, plan: TopologyPlan, endOf: DialEnds = () => undefined): WorldViews {
  const faults = faultsOn(world);
  const nodes = nodeViews(world, plan, faults);
  const rooms = world.rooms.filter(({ domain }) => isOffered(domain, plan, nodes));
  return {
    seq: world.seq,
    time: world.time / 1000,
    nodes,
    links: world.links.map((link) => linkView(link, world, plan, { faults, end: endOf(link.id) })),
    machines: world.machines,
    clients: clientViews(world),
    faults,
    rooms: rooms.map((one) => roomsView(one, world)),
    pending: pendingItems(world),
  };
}

function nodeViews(world: World, plan: TopologyPlan, faults: readonly FaultView[]): NodeView[] {
  return plan.processes.map(({ name, hostname, address }) => {
    const own = world.listeners.filter(({ node }) => node === name);
    const ports = own.filter(({ failure }) => failure === '');
    const failed = own.filter(({ failure }) => failure !== '');
    return {
      name,
      hostname,
      address,
      logicalAddress: address,
      state: world.machines.find(({ instance }) => instance === `${name}/process`)?.state ?? 'down',
      interfaceUp: !takesAddress(faults, name),
      ports: Object.fromEntries(ports.map(({ service, port }) => [portName(service, port), port])),
      failedPorts: Object.fromEntries(
        failed.map(({ service, port, failure }) => [portName(service, port), failure]),
      ),
    };
  });
}

/** The name under which a port stands in the ready line. */
export function portName(service: string, port: number): string {
  return service === 'c2s' && port === 5223 ? 'c2s-tls' : service;
}

function takesAddress(faults: readonly FaultView[], node: string): boolean {
  return faults.some(({ kind, target, state }) => ADDRESS_FAULTS.has(kind) && target === node && isOn(state));
}

function linkView(
  link: WorldLink,
  world: World,
  plan: TopologyPlan,
  { faults, end }: { faults: readonly FaultView[]; end: DialEnd | undefined },
): LinkView {
  const { id, service, from, to, port, open, jid } = link;
  const addressOf = (name: string): string => plan.processes.find((one) => one.name === name)?.address ?? '';
  const waiting = (way: 'ab' | 'ba'): number =>
    world.frames.filter(({ link: of, direction }) => of === id && direction === way).length;
  const lying = faults.filter(({ target, state }) => isOn(state) && means(target, id));
  const parts = parseRoute(id);
  const acceptor = open ? to : (parts?.to ?? to);
  return {
    id,
    service,
    dialler: { node: from, address: addressOf(from), port: 0, ...end, external: from === 'outside' },
    acceptor: { node: acceptor, address: addressOf(acceptor), port, external: acceptor === 'outside' },
    open,
    waiting: { ab: waiting('ab'), ba: waiting('ba') },
    held: heldBy(faults, [from, acceptor]),
    faults: lying.map(({ id: fault, kind, direction = 'both' }) => ({ id: fault, kind, direction })),
    ...(jid === '' ? {} : { jid }),
  };
}

function means(target: string, link: string): boolean {
  const route = parseRoute(target);
  return route !== undefined && routeMeans(route, link);
}

function heldBy(faults: readonly FaultView[], nodes: readonly string[]): string[] {
  return faults
    .filter(({ kind, target, state }) => ADDRESS_FAULTS.has(kind) && isOn(state) && nodes.includes(target))
    .map(({ kind, target }) => `${kind} ${target}`);
}

function clientViews({ machines, clientLinks }: World): ClientView[] {
  const links = new Map(clientLinks.map(([client, link, jid]) => [client, { link, jid }]));
  return machines
    .filter(({ machine }) => machine === 'client-session')
    .map(({ node, state }) => {
      const { link, jid } = links.get(node) ?? { link: '', jid: '' };
      return { name: node.replace(/^client:/, ''), node: parseRoute(link)?.to ?? '', jid, state, link };
    });
}

function faultsOn({ faults, machines }: World): FaultView[] {
  const states = new Map(
    machines.filter(({ machine }) => machine === 'fault').map((one) => [one.instance, one.state]),
  );
  return faults.flatMap((fault) => {
    const state = states.get(fault.id);
    // Over by itself.
    return state === undefined ? [] : [faultView(fault, state)];
  });
}

function faultView({ id, kind, target, settings }: WorldFault, state: string): FaultView {
  const { options = {}, ...rest } = JSON.parse(settings) as Partial<FaultView>;
  return { ...rest, id, kind, target, state, options };
}

function isOn(state: string): boolean {
  return state.startsWith('on');
}

/** How 5.2.3 chooses; the trace does not say which quirks were on. */
const RULES: BalancingRules = { tieByArrival: true, deadSlotKept: true, fullJidStringHash: true };

/** Whether a MUC process connects for a domain, to a server that runs: the trace says nothing when the last of either goes. */
function isOffered(domain: string, { processes }: TopologyPlan, nodes: readonly NodeView[]): boolean {
  const takes = ({ externals }: ProcessPlan, wanted: ExternalItem['type']): boolean =>
    externals.some((item) => item.domain === domain && item.type === wanted);
  const isUp = (name: string): boolean =>
    nodes.some((node) => node.name === name && node.state === 'running');
  return (
    processes.some((process) => takes(process, 'connect')) &&
    processes.some((process) => takes(process, 'accept') && isUp(process.name))
  );
}

function roomsView(rooms: World['rooms'][number], { machines }: World): RoomDomainView {
  const { domain, verdict, reason, percent, lists } = rooms;
  const servers = lists
    .split('; ')
    .filter(Boolean)
    .map((text) => serverDomain(domain, text));
  const alive = machines.filter(({ machine }) => machine === 'room');
  const names = [...new Set(alive.map(roomOf))].filter((room) => room.endsWith(`@${domain}`));
  return {
    domain,
    verdict,
    reasons: reason === '' ? [] : [reason as RoomSplitReason],
    share: percent / 100,
    fragile: false,
    servers,
    rooms: names.map((room) => {
      const jid = parseJid(room);
      const targets = servers.map((server) => (jid ? roomTargets(server, jid) : []));
      return {
        room,
        aliveOn: alive.filter((one) => roomOf(one) === room).map(({ node }) => node),
        targets: Object.fromEntries(servers.map(({ server }, index) => [server, targets[index] ?? []])),
        split: isApart(targets),
      };
    }),
  };
}

/** `server1 ReceiverBareJidLB muc1 muc2(gone)` */
function serverDomain(domain: string, text: string): ServerDomain {
  const [server = '', loadBalancer = '', ...slots] = text.split(' ');
  return {
    server,
    domain,
    loadBalancer: loadBalancer as ServerDomain['loadBalancer'],
    rules: RULES,
    slots: slots.map((name) => ({
      link: '',
      peer: name.replace('(gone)', ''),
      remoteAddress: '',
      connected: !name.endsWith('(gone)'),
    })),
  };
}

function roomOf({ instance }: MachineView): string {
  return instance.slice(instance.indexOf('/room/') + '/room/'.length);
}

function pendingItems({ frames, links }: World): PendingItem[] {
  const first = new Set<string>();
  const known = new Map(links.map((link) => [link.id, link]));
  return frames.map(({ id, seq, node, link, direction, text }) => {
    const on = known.get(link);
    const way = `${link} ${direction}`;
    const isFirst = !first.has(way);
    first.add(way);
    return {
      id: `f${id}`,
      kind: 'frame',
      deliverable: isFirst,
      ...(isFirst ? {} : { held: 'behind' }),
      node,
      link,
      direction,
      ...(on ? { to: direction === 'ab' ? on.to : on.from, service: on.service } : {}),
      seq,
      text,
    };
  });
}

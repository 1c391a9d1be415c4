/** What stands on the canvas: cards and lines, from the store's lists. No positions, nothing of React Flow. */
import type { LinkView } from '#core/shared/api/results.js';
import { outsideHosts } from '#core/shared/config/outside-hosts.js';
import type { TopologyPlan } from '#core/shared/config/topology-plan.js';
import type { MachineView } from '#core/shared/trace/machine-fold.js';
import type { LabState } from '../store/lab-store.js';
import { databaseName } from './database-name.js';
import { acceptedLink, dialledHost, dialPhase, diallerName, linkEnds, linkPhase } from './link-machines.js';
import type { DialFold, LinkPhase, Machines } from './link-machines.js';

export type CardKind = 'process' | 'client' | 'outside' | 'outsideServer' | 'unknownHost' | 'database';

export interface CardShape {
  /** Process name, `client:NAME`, `outside:NODE:SERVICE`, `server:NAME`, `host:NAME`, `db:URI`. */
  id: string;
  kind: CardKind;
  /** What it shows as its name. */
  name: string;
  /** Process that it stands by (clients, outside, outside servers). */
  near: string;
}

export interface LineShape {
  /** Id of the link; `dial INSTANCE` where there is none; `db PROCESS`. */
  id: string;
  source: string;
  target: string;
  /** `c2s`, `cl-comp`, `ext` …, or `database`. */
  service: string;
}

/** What a line shows now. */
export interface LineLook {
  phase: LinkPhase;
  service: string;
  /** States of the machines at both ends; empty: none there. */
  dialler: string;
  acceptor: string;
  /** Why nothing moves, or the error of the last dial. */
  reason: string;
  /** False: no socket any more, so nothing can be dropped. */
  socket: boolean;
}

export interface CanvasShape {
  cards: CardShape[];
  lines: LineShape[];
  looks: Map<string, LineLook>;
}

type Lists = Pick<LabState, 'plan' | 'links' | 'clients' | 'machines'>;

/** Draws the lists of a moment. */
export function canvasShape(lists: Lists, dials: DialFold): CanvasShape {
  const { plan, links, clients, machines } = lists;
  const shape = new ShapeBuilder(plan, dials);
  for (const { name } of plan?.processes ?? []) shape.card({ id: name, kind: 'process', name, near: '' });
  for (const { name, node } of clients)
    shape.card({ id: `client:${name}`, kind: 'client', name, near: node });
  for (const link of links) shape.link(link, machines);
  // What an acceptor believes in first: its dialler may believe in the same link.
  for (const machine of machines.values()) shape.ghost(machine, machines);
  for (const machine of machines.values()) shape.dialler(machine);
  for (const { name, databaseUri } of plan?.processes ?? [])
    if (databaseUri) shape.database(name, databaseUri);
  return shape.result();
}

class ShapeBuilder {
  private readonly cards = new Map<string, CardShape>();
  private readonly lines: LineShape[] = [];
  private readonly looks = new Map<string, LineLook>();
  private readonly hosts: Map<string, string>;
  private readonly outside: Map<string, string>;
  private readonly dials: DialFold;

  constructor(plan: TopologyPlan | undefined, dials: DialFold) {
    this.dials = dials;
    this.hosts = processByHost(plan);
    this.outside = plan ? outsideHosts(plan) : new Map<string, string>();
  }

  card(card: CardShape): void {
    if (!this.cards.has(card.id)) this.cards.set(card.id, card);
  }

  link(link: LinkView, machines: Machines): void {
    const ends = linkEnds(link, machines, this.dials);
    const { id, service, held, open } = link;
    this.line(id, link, {
      phase: linkPhase(link, ends),
      service,
      dialler: ends.dialler?.state ?? '',
      acceptor: ends.acceptor?.state ?? '',
      reason: held.join(', '),
      socket: open,
    });
  }

  /** A link that is no more while the machine that accepted it has not noticed. */
  ghost(machine: MachineView, machines: Machines): void {
    const id = machine.state.includes('socketGone') ? acceptedLink(machine) : undefined;
    const [from] = id?.split('>') ?? [];
    if (id === undefined || from === undefined || this.looks.has(id)) return;
    const service = machine.instance.slice(machine.node.length + 1).split('/')[0] ?? '';
    const end = { address: '', port: 0 };
    const dialler = { ...end, node: from, external: from === 'outside' };
    const acceptor = { ...end, node: machine.node, external: false };
    const ends = linkEnds({ id, service, dialler, acceptor }, machines, this.dials);
    const states = { dialler: ends.dialler?.state ?? '', acceptor: machine.state };
    this.line(id, { dialler, acceptor }, { phase: 'gone', service, ...states, reason: '', socket: false });
  }

  /** A dialler that has no socket: the line that should be there. */
  dialler(machine: MachineView): void {
    const name = diallerName(machine);
    if (!name) return;
    const { instance, state } = machine;
    const link = this.dials.linkOf(instance) ?? '';
    const reason = this.dials.failureOf(instance);
    const phase = dialPhase(state, reason);
    if (!phase || this.looks.has(link)) return;
    const { node, service, host } = name;
    const target = this.hosts.get(host.toLowerCase()) ?? this.hostCard(host, node);
    this.push(
      { id: `dial ${instance}`, source: node, target, service },
      { phase, service, dialler: state, acceptor: '', reason: reason ?? '', socket: false },
    );
  }

  /** A host that is no process: a server outside the lab, or nobody. */
  private hostCard(host: string, near: string): string {
    const isServer = this.outside.has(host.toLowerCase());
    const id = `${isServer ? 'server' : 'host'}:${host}`;
    this.card({ id, kind: isServer ? 'outsideServer' : 'unknownHost', name: host, near });
    return id;
  }

  database(process: string, uri: string): void {
    const name = databaseName(uri);
    this.card({ id: `db:${name}`, kind: 'database', name, near: process });
    this.lines.push({ id: `db ${process}`, source: process, target: `db:${name}`, service: 'database' });
  }

  result(): CanvasShape {
    const { lines, looks } = this;
    return {
      cards: [...this.cards.values()],
      lines: lines.filter(({ source }) => this.cards.has(source)),
      looks,
    };
  }

  private line(
    id: string,
    { dialler, acceptor }: Pick<LinkView, 'dialler' | 'acceptor'>,
    look: LineLook,
  ): void {
    const source = dialler.external ? `outside:${acceptor.node}:${look.service}` : dialler.node;
    // A client that has been removed keeps its card as long as somebody believes in its link.
    if (dialler.external) this.card({ id: source, kind: 'outside', name: look.service, near: acceptor.node });
    else if (source.startsWith('client:'))
      this.card({ id: source, kind: 'client', name: source.slice('client:'.length), near: acceptor.node });
    const target = acceptor.external ? this.hostCard(dialledHost(id), dialler.node) : acceptor.node;
    this.push({ id, source, target, service: look.service }, look);
  }

  private push(line: LineShape, look: LineLook): void {
    this.lines.push(line);
    this.looks.set(line.id, look);
  }
}

/** Host names (and the addresses of `lab.yaml`) → process. */
function processByHost(plan: TopologyPlan | undefined): Map<string, string> {
  const hosts = new Map<string, string>();
  const byAddress = new Map<string, string>();
  for (const { name, hostname, address } of plan?.processes ?? []) {
    hosts.set(hostname.toLowerCase(), name);
    hosts.set(address, name);
    byAddress.set(address, name);
  }
  for (const [host, address] of Object.entries(plan?.hosts ?? {})) {
    const process = byAddress.get(address);
    if (process !== undefined) hosts.set(host.toLowerCase(), process);
  }
  return hosts;
}

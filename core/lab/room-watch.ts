/**
 * Watches whether the servers agree where each room is. It looks again when a component connection comes, goes, or is
 * found to be dead, and writes each change into the trace. No server sees what it sees: each knows its own list only.
 */
import { ComponentProtocol } from '#core/server/ext/component-protocol.js';
import type { RoomDomainView } from '#core/shared/api/room-domain-view.js';
import { roomVerdict } from '#core/shared/routing/room-split.js';
import { isApart, roomTargets, type ServerDomain } from '#core/shared/routing/room-targets.js';
import type { TraceRow } from '#core/shared/trace/trace-schema.js';
import { parseJid } from '#core/shared/xmpp/jid.js';
import type { LabProcess } from './lab-process.js';
import type { LabParts } from './lab-parts.js';

/** Machines whose every step may change a list or who has one. */
const WATCHED: ReadonlySet<string> = new Set(['component-acceptor', 'node']);

interface Ground extends Pick<LabParts, 'kernel' | 'machines' | 'trace'> {
  readonly processes: readonly LabProcess[];
}

export class RoomWatch {
  private readonly ground: Ground;
  /** Domain → what was last written of it. */
  private readonly said = new Map<string, string>();
  private due = false;

  constructor(ground: Ground) {
    this.ground = ground;
  }

  /** Looks at each event as it is recorded; the look at the lists follows at the end of the step. */
  sees(row: TraceRow): void {
    if (!this.due && mayChange(row)) this.look(row[0]);
  }

  /** Looks again at the end of the step: something that `cause` stands for may have changed the lists. */
  look(cause: number): void {
    this.due = true;
    this.ground.kernel.soon(cause, () => {
      this.due = false;
      for (const [domain, servers] of this.domains()) this.say(domain, servers);
    });
  }

  /** Every domain that a MUC process connects for, as the servers see it now. */
  views(): RoomDomainView[] {
    const rooms = this.roomsByProcess();
    return [...this.domains()].map(([domain, servers]) => ({
      domain,
      ...roomVerdict(servers),
      servers: servers.map((server) => ({ ...server, slots: server.slots.map(plain) })),
      rooms: [...rooms]
        .filter(([room]) => parseJid(room)?.domain === domain)
        .map(([room, processes]) => roomView(room, processes, servers)),
    }));
  }

  private say(domain: string, servers: readonly ServerDomain[]): void {
    const { verdict, reasons, share } = roomVerdict(servers);
    const percent = Math.round(share * 100);
    const lists = servers.map(listText).join('; ');
    const now = JSON.stringify([verdict, reasons, percent, verdict === 'split' ? lists : '']);
    const before = this.said.get(domain);
    if (before === now || (before === undefined && verdict === 'unserved')) return;
    this.said.set(domain, now);
    this.ground.trace.record('rooms.verdict', '', [domain, verdict, reasons[0] ?? '', percent, lists]);
  }

  /** Domain → the servers that run and take components for it, in file order. */
  private domains(): Map<string, ServerDomain[]> {
    const mucDomains = new Set(this.ground.processes.flatMap(mucDomainsOf));
    const found = new Map<string, ServerDomain[]>();
    for (const process of this.ground.processes) {
      for (const entry of extOf(process)?.domains(mucDomains) ?? []) {
        found.set(entry.domain, [...(found.get(entry.domain) ?? []), { server: process.name, ...entry }]);
      }
    }
    return found;
  }

  /** Room → processes in which it is alive. */
  private roomsByProcess(): Map<string, string[]> {
    const found = new Map<string, string[]>();
    for (const { machine, instance, node } of this.ground.machines.all()) {
      if (machine !== 'room') continue;
      const room = instance.slice(instance.indexOf('/room/') + '/room/'.length);
      found.set(room, [...(found.get(room) ?? []), node]);
    }
    return found;
  }
}

function mayChange(row: TraceRow): boolean {
  const [, , , , kind, values] = row;
  if (kind === 'machine.transition' || kind === 'machine.stopped') return WATCHED.has(values[0]);
  return kind === 'link.fin' || kind === 'link.reset' || kind === 'link.closed';
}

/** Domains for which a process offers a MUC to servers. */
function mucDomainsOf({ plan }: LabProcess): string[] {
  if (!plan.components.some(({ className }) => /muc/i.test(className))) return [];
  return plan.externals.filter(({ type }) => type === 'connect').map(({ domain }) => domain);
}

function extOf({ server }: LabProcess): ComponentProtocol | undefined {
  return server?.components.find((component) => component instanceof ComponentProtocol);
}

function roomView(room: string, processes: string[], servers: readonly ServerDomain[]) {
  const jid = parseJid(room);
  const targets = servers.map((server) => (jid ? roomTargets(server, jid) : []));
  const byServer = Object.fromEntries(servers.map(({ server }, index) => [server, targets[index] ?? []]));
  return { room, aliveOn: processes, targets: byServer, split: isApart(targets) };
}

function plain({ link, peer, remoteAddress, connected }: ServerDomain['slots'][number]) {
  return { link, peer, remoteAddress, connected };
}

/** `server1 ReceiverBareJidLB muc1 muc2(gone)` */
function listText({ server, loadBalancer, slots }: ServerDomain): string {
  return [
    server,
    loadBalancer,
    ...slots.map(({ peer, connected }) => (connected ? peer : `${peer}(gone)`)),
  ].join(' ');
}

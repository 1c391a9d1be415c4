/**
 * Which machines stand at the two ends of a link, and what the line between two cards says about them. A dialler's
 * instance does not name its link: the trace does, because the timer that made it dial is the cause of `link.dialled`.
 */
import type { LinkView } from '#core/shared/api/results.js';
import type { MachineView } from '#core/shared/trace/machine-fold.js';
import type { TraceEvent } from '#core/shared/trace/trace-event.js';

/** What a line can say. `waiting` and `refused` lines have no socket: somebody dials again and again. */
export type LinkPhase = 'connecting' | 'connected' | 'gone' | 'held' | 'waiting' | 'refused';

export type Machines = ReadonlyMap<string, MachineView>;

export interface LinkEnds {
  dialler: MachineView | undefined;
  acceptor: MachineView | undefined;
}

/**
 * A dialler machine as its instance names it: `server1/cl-comp/dial vm-128-158 1`, `muc1/ext/dial DOMAIN HOST`,
 * `cm1/ext-comp/dial HOST:PORT`.
 */
export interface DiallerName {
  node: string;
  service: string;
  /** Host name that it dials. */
  host: string;
}

/** Remembers which link each dialler has dialled last, and whether that was refused. */
export class DialFold {
  /** Dialler instance → its newest link. */
  private readonly links = new Map<string, string>();
  /** Link → dialler instance. */
  private readonly owners = new Map<string, string>();
  /** Dialler instance → error code of its last try. */
  private readonly failures = new Map<string, string>();
  /** Client's node (`client:alice`) → its newest session machine. */
  private readonly sessions = new Map<string, string>();
  private timer = { seq: 0, label: '' };

  /** Takes in one event; events come in order, each once. */
  take({ kind, seq, node, cause, data }: TraceEvent): void {
    if (kind === 'timer.fired') this.timer = { seq, label: String(data.label) };
    else if (kind === 'machine.started' && data.machine === 'client-session')
      this.sessions.set(node, String(data.instance));
    else if (kind === 'link.dialled' && cause === this.timer.seq)
      this.dialled(String(data.link), this.timer.label);
    else if (kind === 'link.failed' || kind === 'link.opened') {
      const owner = this.owners.get(String(data.link));
      if (owner === undefined) return;
      if (kind === 'link.failed') this.failures.set(owner, String(data.error));
      else this.failures.delete(owner);
    } else if (kind === 'machine.stopped') this.forget(String(data.instance));
  }

  ownerOf(link: string): string | undefined {
    return this.owners.get(link);
  }

  linkOf(instance: string): string | undefined {
    return this.links.get(instance);
  }

  /** Session machine of a client's node; undefined for every other node. */
  sessionOf(node: string): string | undefined {
    return this.sessions.get(node);
  }

  failureOf(instance: string): string | undefined {
    return this.failures.get(instance);
  }

  private dialled(link: string, instance: string): void {
    const before = this.links.get(instance);
    if (before !== undefined) this.owners.delete(before);
    this.links.set(instance, link);
    this.owners.set(link, instance);
  }

  private forget(instance: string): void {
    const link = this.links.get(instance);
    if (link !== undefined) this.owners.delete(link);
    this.links.delete(instance);
    this.failures.delete(instance);
  }
}

/** What each dialling machine writes behind `dial `. */
const HOST_OF_DIAL: Readonly<Record<string, (rest: string) => string | undefined>> = {
  'cluster-dialler': (rest) => rest.split(' ')[0],
  'component-dialler': (rest) => rest.split(' ')[1],
  'ext-comp-dialler': (rest) => /^(.+):\d+$/.exec(rest)?.[1],
};
const ACCEPTORS = new Set(['cluster-acceptor', 'component-acceptor', 'ext-comp-acceptor']);

/** What a dialler's instance says; undefined for every other machine. */
export function diallerName({ machine, instance }: MachineView): DiallerName | undefined {
  const hostOf = HOST_OF_DIAL[machine];
  if (!hostOf) return undefined;
  const match = /^(.+)\/([^/]+)\/dial (.+)$/.exec(instance);
  const [node, service, host] = [match?.[1], match?.[2], hostOf(match?.[3] ?? '')];
  return node !== undefined && service !== undefined && host !== undefined
    ? { node, service, host }
    : undefined;
}

/** Id of the link whose accepted end a machine is; undefined for every other machine. */
export function acceptedLink({ machine, instance, node }: MachineView): string | undefined {
  if (ACCEPTORS.has(machine)) return instance.split('/accept ')[1];
  if (machine !== 'c2s-stream' && machine !== 's2s-acceptor') return undefined;
  return /^[^/]+\/(.+)$/.exec(instance.slice(node.length + 1))?.[1];
}

/** Host name that a link was dialled by, where nobody in the lab has it: `muc1>prosody:5347#2` → `prosody`. */
export function dialledHost(link: string): string {
  return /^[^>]*>(.+):\d+#\d+$/.exec(link)?.[1] ?? link;
}

/** The machines at both ends. A client dials once a session, so its session belongs to its link. */
export function linkEnds(
  link: Pick<LinkView, 'id' | 'service' | 'dialler' | 'acceptor'>,
  machines: Machines,
  dials: DialFold,
): LinkEnds {
  const { id, service, dialler, acceptor } = link;
  const owner = dials.ownerOf(id);
  const prefix = `${acceptor.node}/${service}/`;
  return {
    dialler: machines.get(owner ?? dials.sessionOf(dialler.node) ?? ''),
    acceptor: machines.get(`${prefix}accept ${id}`) ?? machines.get(prefix + id),
  };
}

const UP = /^(connected\.live|bound\.live|open\.bound|online)$/;

/** What one machine believes of its connection. */
export function phaseOf(state: string): LinkPhase {
  if (state.includes('socketGone')) return 'gone';
  return UP.test(state) ? 'connected' : 'connecting';
}

/** What the line of an existing link says: the worse of its two ends, and a fault before both. */
export function linkPhase(link: Pick<LinkView, 'open' | 'held'>, ends: LinkEnds): LinkPhase {
  if (link.held.length > 0) return 'held';
  const phases = [ends.dialler, ends.acceptor].flatMap((end) => (end ? [phaseOf(end.state)] : []));
  if (phases.includes('gone')) return 'gone';
  if (!link.open || phases.includes('connecting')) return 'connecting';
  return 'connected';
}

/** What the line of a dialler without a socket says; undefined: it has one, or dials no more. */
export function dialPhase(state: string, failure: string | undefined): LinkPhase | undefined {
  if (state.includes('socketGone')) return 'gone';
  if (state !== 'waiting' && state !== 'connecting' && state !== 'closed') return undefined;
  return failure === undefined ? 'waiting' : 'refused';
}

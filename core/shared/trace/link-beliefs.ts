/**
 * What the two ends of every link believe, folded from the trace, and where they do not believe the same: one goes on
 * using a connection that the other has lost, or never had.
 */
import type { TraceRow } from './trace-schema.js';

export type EndStatus = 'opening' | 'up' | 'gone';

export interface EndBelief {
  node: string;
  /** Instance of the machine; empty: it has none, or is outside the lab. */
  instance: string;
  /** `connected.live`; empty: there is no machine. */
  state: string;
  status: EndStatus;
  /** Lab time in ms since which it is so. */
  since: number;
}

export interface BeliefMismatch {
  link: string;
  /** Instance of the machine that has dialled. */
  dialler: string;
  /** Goes on believing. */
  believer: EndBelief;
  /** `gone`: it has lost the connection, or its process; `opening`: for it there is none yet. */
  other: EndBelief;
  /** Lab time in ms since when. */
  since: number;
}

interface Ends {
  dialler: EndBelief;
  acceptor: EndBelief;
}

const UP = /^(connected|bound)(\.|$)|^open\.bound$|^online$/;
const GONE =
  /^(waiting|closed|unlisted|givenUp|rejected|offline|refused|authFailed|connectionLost|streamError|conflict)/;

/** What a machine in that state takes its connection for. */
export function statusOf(state: string): EndStatus {
  if (UP.test(state)) return 'up';
  return GONE.test(state) ? 'gone' : 'opening';
}

/** A process that answers no more. */
const OFF: ReadonlySet<string> = new Set(['down', 'crashed']);

export class BeliefFold {
  private readonly links = new Map<string, Ends>();
  /** Instance → its link, at which end. */
  private readonly ends = new Map<string, { link: string; end: keyof Ends }>();
  /** Client's node → its newest session machine. */
  private readonly sessions = new Map<string, string>();
  private timer = { seq: 0, label: '' };

  /** Takes in one row; rows come in order, each once. */
  take(row: TraceRow): void {
    const [seq, time, node, cause, kind, values] = row;
    const at = time / 1000;
    switch (kind) {
      case 'timer.fired':
        this.timer = { seq, label: values[0] };
        return;
      case 'link.dialled':
        return this.dialled(values[0], values[2], cause === this.timer.seq ? this.timer.label : '', at);
      case 'link.opened':
        return this.opened(values[0], values[1], at);
      case 'link.failed':
        return this.forget(values[0]);
      case 'link.timedOut':
      case 'link.reset':
        return this.lost(values[0], node, at);
      case 'machine.started':
        return this.started(values[0], values[1], node, values[2], at);
      case 'machine.transition':
        if (values[0] === 'node') return OFF.has(values[3]) ? this.nodeGone(node, at) : undefined;
        return this.moved(values[1], values[3], at);
      case 'machine.stopped':
        return this.stopped(values[1], at);
      default:
    }
  }

  /** The link's ends as they are now; undefined: both have let go of it. */
  of(link: string): Readonly<Ends> | undefined {
    return this.links.get(link);
  }

  mismatch(link: string): BeliefMismatch | undefined {
    const ends = this.links.get(link);
    if (!ends) return undefined;
    const { dialler, acceptor } = ends;
    if (dialler.status === acceptor.status) return undefined;
    const believer = dialler.status === 'up' ? dialler : acceptor;
    const other = believer === dialler ? acceptor : dialler;
    if (believer.status !== 'up' || (other.instance === '' && other.status !== 'gone')) return undefined;
    const since = Math.max(believer.since, other.since);
    return { link, dialler: dialler.instance, believer, other, since };
  }

  /** In the order in which the links were dialled. */
  mismatches(): BeliefMismatch[] {
    return [...this.links.keys()].flatMap((link) => this.mismatch(link) ?? []);
  }

  private dialled(link: string, from: string, label: string, since: number): void {
    const instance = label === '' ? (this.sessions.get(from) ?? '') : label;
    // Who dials anew has let go of the connection before.
    const before = this.ends.get(instance);
    if (before) this.set(before.link, before.end, 'gone', since);
    if (instance !== '') this.ends.set(instance, { link, end: 'dialler' });
    const end = (node: string): EndBelief => ({ node, instance: '', state: '', status: 'opening', since });
    this.links.set(link, { dialler: { ...end(from), instance }, acceptor: end('') });
  }

  private opened(link: string, acceptor: string, since: number): void {
    const ends = this.links.get(link);
    if (ends) ends.acceptor = { ...ends.acceptor, node: acceptor, since };
  }

  private started(machine: string, instance: string, node: string, state: string, at: number): void {
    if (machine === 'client-session') this.sessions.set(node, instance);
    const link = acceptedLink(instance, node);
    const ends = link === undefined ? undefined : this.links.get(link);
    if (link === undefined || !ends) return;
    ends.acceptor = { node, instance, state, status: statusOf(state), since: at };
    this.ends.set(instance, { link, end: 'acceptor' });
  }

  private moved(instance: string, state: string, at: number): void {
    const place = this.ends.get(instance);
    const ends = place && this.links.get(place.link);
    if (!ends) return;
    ends[place.end].state = state;
    this.set(place.link, place.end, statusOf(state), at);
  }

  private stopped(instance: string, at: number): void {
    const place = this.ends.get(instance);
    if (place) this.set(place.link, place.end, 'gone', at);
  }

  /** An end without a machine, such as one outside the lab, has only its socket. */
  private lost(link: string, node: string, at: number): void {
    const ends = this.links.get(link);
    if (!ends) return;
    for (const end of ['dialler', 'acceptor'] as const)
      if (ends[end].instance === '' && (node === '' || ends[end].node === node))
        this.set(link, end, 'gone', at);
  }

  private nodeGone(node: string, at: number): void {
    for (const [link, ends] of this.links)
      for (const end of ['dialler', 'acceptor'] as const)
        if (ends[end].node === node) this.set(link, end, 'gone', at);
  }

  private set(link: string, end: keyof Ends, status: EndStatus, at: number): void {
    const ends = this.links.get(link);
    if (!ends) return;
    if (ends[end].status !== status) Object.assign(ends[end], { status, since: at });
    if (ends.dialler.status === 'gone' && ends.acceptor.status === 'gone') this.forget(link);
  }

  private forget(link: string): void {
    const ends = this.links.get(link);
    this.links.delete(link);
    for (const instance of [ends?.dialler.instance, ends?.acceptor.instance])
      if (instance !== undefined && this.ends.get(instance)?.link === link) this.ends.delete(instance);
  }
}

/** `server1/cl-comp/accept LINK`, `server1/c2s/LINK`. */
function acceptedLink(instance: string, node: string): string | undefined {
  if (!instance.startsWith(`${node}/`) || !instance.includes('>')) return undefined;
  return /^[^/]+\/(?:accept )?(.+>.+)$/.exec(instance.slice(node.length + 1))?.[1];
}

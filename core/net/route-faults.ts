/** What lies on routes rather than on single links: it is put on the links that are there, and on those to come. */
import { routeMeans, type RouteSelector } from '#core/shared/faults/route-selector.js';
import type { DialError } from './connection.js';
import type { Link } from './link.js';

/** Puts something on a link, and gives what takes it away again. */
export type Attach = (link: Link) => () => void;

interface DialJudge {
  /** undefined: the fault lies on the links as well. */
  label: FaultLabel | undefined;
  route: RouteSelector;
  judge: () => DialVerdict | undefined;
}

/** What becomes of a dial: `error` at once or after `afterMs` of lab time. */
export interface DialVerdict {
  error: DialError;
  afterMs: number;
  /** Nobody has answered the SYN: it is sent again and judged anew, until `afterMs` are over. */
  lost?: true;
}

/** Which fault lies there. */
export interface FaultLabel {
  readonly id: string;
  readonly kind: string;
  readonly direction: 'ab' | 'ba' | 'both';
}

interface Lying {
  label: FaultLabel;
  route: RouteSelector;
  attach: Attach;
  /** How to take it off each link it lies on. */
  undo: Map<Link, () => void>;
}

export class RouteFaults {
  private readonly lying = new Set<Lying>();
  private readonly dials = new Set<DialJudge>();

  /** @returns what takes it off all links again */
  put(label: FaultLabel, route: RouteSelector, links: readonly Link[], attach: Attach): () => void {
    const lying: Lying = { label, route, attach, undo: new Map() };
    this.lying.add(lying);
    links.forEach((link) => lay(lying, link));
    return () => {
      this.lying.delete(lying);
      lying.undo.forEach((undo) => undo());
      lying.undo.clear();
    };
  }

  /** Asked of every dial that the route means, when its SYN would go out. */
  judgeDials(label: FaultLabel | undefined, route: RouteSelector, judge: DialJudge['judge']): () => void {
    const entry = { label, route, judge };
    this.dials.add(entry);
    return () => void this.dials.delete(entry);
  }

  linkMade(link: Link): void {
    this.lying.forEach((lying) => lay(lying, link));
  }

  linkGone(link: Link): void {
    this.lying.forEach(({ undo }) => undo.delete(link));
  }

  /** Which faults lie on a link, in the order in which they were put on; those of its route's dials behind them. */
  on(link: Link): FaultLabel[] {
    const lying = [...this.lying].filter(({ undo }) => undo.has(link));
    const judging = [...this.dials].filter(({ route }) => routeMeans(route, link.id));
    return [...lying, ...judging]
      .flatMap(({ label }) => label ?? [])
      .map(({ id, kind, direction }) => ({ id, kind, direction }));
  }

  dialVerdict(link: string): DialVerdict | undefined {
    for (const { route, judge } of this.dials) {
      const verdict = routeMeans(route, link) ? judge() : undefined;
      if (verdict) return verdict;
    }
    return undefined;
  }
}

function lay(lying: Lying, link: Link): void {
  if (routeMeans(lying.route, link.id)) lying.undo.set(link, lying.attach(link));
}

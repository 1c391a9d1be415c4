/** What lies on routes rather than on single links: it is put on the links that are there, and on those to come. */
import { routeMeans, type RouteSelector } from '#core/shared/faults/route-selector.js';
import type { DialError } from './connection.js';
import type { Link } from './link.js';

/** Puts something on a link, and gives what takes it away again. */
export type Attach = (link: Link) => () => void;

/** What becomes of a dial: `error` at once or after `afterMs` of lab time. */
export interface DialVerdict {
  error: DialError;
  afterMs: number;
}

interface Lying {
  route: RouteSelector;
  attach: Attach;
  /** How to take it off each link it lies on. */
  undo: Map<Link, () => void>;
}

export class RouteFaults {
  private readonly lying = new Set<Lying>();
  private readonly dials = new Set<{ route: RouteSelector; judge: () => DialVerdict | undefined }>();

  /** @returns what takes it off all links again */
  put(route: RouteSelector, links: readonly Link[], attach: Attach): () => void {
    const lying: Lying = { route, attach, undo: new Map() };
    this.lying.add(lying);
    links.forEach((link) => lay(lying, link));
    return () => {
      this.lying.delete(lying);
      lying.undo.forEach((undo) => undo());
      lying.undo.clear();
    };
  }

  /** Asked of every dial that the route means, when its SYN would go out. */
  judgeDials(route: RouteSelector, judge: () => DialVerdict | undefined): () => void {
    const entry = { route, judge };
    this.dials.add(entry);
    return () => void this.dials.delete(entry);
  }

  linkMade(link: Link): void {
    this.lying.forEach((lying) => lay(lying, link));
  }

  linkGone(link: Link): void {
    this.lying.forEach(({ undo }) => undo.delete(link));
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

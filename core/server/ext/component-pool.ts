/** The connections of each component domain (§6.2, §6.5). */
import type { ComponentSlot } from '#core/shared/routing/component-choice.js';

export interface ComponentConnection extends ComponentSlot {
  /** Everything that is not handled locally goes this way (the dialling side, §6.2). */
  readonly takesEverything: boolean;
  sendStanza(text: string): void;
}

/** Names that are remembered after they have gone: who may bind any name could make up new ones for ever. */
const MOST_KNOWN = 10_000;

export class ComponentPool {
  /** In order of arrival. */
  private readonly domains = new Map<string, ComponentConnection[]>();
  /** Domains that have had a connection once: the log tells "never" from "not now" (§6.5 step 4). */
  private readonly known = new Set<string>();

  add(domain: string, connection: ComponentConnection): void {
    const pool = this.domains.get(domain) ?? [];
    pool.push(connection);
    this.domains.set(domain, pool);
    this.remember(domain);
  }

  /** True when it was the last one of its domain. */
  remove(domain: string, connection: ComponentConnection): boolean {
    const pool = this.domains.get(domain);
    const index = pool?.indexOf(connection) ?? -1;
    if (!pool || index < 0) return false;
    pool.splice(index, 1);
    if (pool.length > 0) return false;
    this.domains.delete(domain);
    return true;
  }

  /** In order of arrival; `orderSlots` gives the order that the load balancer counts in. */
  get(domain: string): readonly ComponentConnection[] {
    return this.domains.get(domain) ?? [];
  }

  /** Whether a connection is bound, for whichever domain. */
  holds(connection: ComponentConnection): boolean {
    return [...this.domains.values()].some((pool) => pool.includes(connection));
  }

  /** The pool whose connections take everything, on the dialling side. */
  takingEverything(): readonly ComponentConnection[] {
    for (const pool of this.domains.values()) if (pool[0]?.takesEverything) return pool;
    return [];
  }

  bound(): string[] {
    return [...this.domains.keys()];
  }

  private remember(domain: string): void {
    this.known.delete(domain);
    this.known.add(domain);
    const [oldest] = this.known;
    if (this.known.size > MOST_KNOWN && oldest !== undefined) this.known.delete(oldest);
  }

  wasKnown(domain: string): boolean {
    return this.known.has(domain);
  }
}

/** Stanza patterns that pause the lab when a matching frame has been sent and waits to be delivered. */
import type { StanzaPattern } from '#core/shared/api/stanza-pattern.js';
import { matchesStanza } from './stanza-match.js';

interface Breakpoint {
  id: string;
  pattern: StanzaPattern;
  link: string | undefined;
  node: string | undefined;
}

export class Breakpoints {
  private readonly points = new Map<string, Breakpoint>();
  private last = 0;

  set(pattern: StanzaPattern, where: { link?: string | undefined; node?: string | undefined }): string {
    this.last += 1;
    const id = `break-${this.last}`;
    this.points.set(id, { id, pattern, link: where.link, node: where.node });
    return id;
  }

  /** Number of breakpoints taken away: one, or all of them when none is named. */
  clear(id?: string): number {
    if (id !== undefined) return this.points.delete(id) ? 1 : 0;
    const count = this.points.size;
    this.points.clear();
    return count;
  }

  list(): { id: string; description: string }[] {
    return [...this.points.values()].map(({ id, pattern }) => ({ id, description: JSON.stringify(pattern) }));
  }

  get none(): boolean {
    return this.points.size === 0;
  }

  /** The breakpoint that a frame hits, if any. */
  hit(text: string, where: { link: string; node: string }): string | undefined {
    for (const { id, pattern, link, node } of this.points.values()) {
      if (link !== undefined && link !== where.link) continue;
      if (node !== undefined && node !== where.node) continue;
      if (matchesStanza(text, pattern)) return id;
    }
    return undefined;
  }
}

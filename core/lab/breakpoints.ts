/** What stops the lab when it happens: a stanza that is sent, a machine, a stage of a link, a line of a log. */
import { breakpointKind, type BreakpointSpec, type BreakpointView } from '#core/shared/api/breakpoint.js';
import type { TraceRow } from '#core/shared/trace/trace-schema.js';
import { matchesStanza } from './stanza-match.js';
import { machineMoved, onLink } from './stepping/row-match.js';

interface Breakpoint {
  id: string;
  spec: BreakpointSpec;
  enabled: boolean;
  hits: number;
}

export interface BreakpointHit {
  id: string;
  intercept: boolean;
}

export class Breakpoints {
  private readonly points = new Map<string, Breakpoint>();
  private last = 0;

  set(spec: BreakpointSpec): string {
    this.last += 1;
    const id = `break-${this.last}`;
    this.points.set(id, { id, spec, enabled: spec.enabled ?? true, hits: 0 });
    return id;
  }

  /** False: there is no such breakpoint. */
  enable(id: string, on: boolean): boolean {
    const point = this.points.get(id);
    if (point) point.enabled = on;
    return point !== undefined;
  }

  /** Number of breakpoints taken away: one, or all of them when none is named. */
  clear(id?: string): number {
    if (id !== undefined) return this.points.delete(id) ? 1 : 0;
    const count = this.points.size;
    this.points.clear();
    return count;
  }

  list(): BreakpointView[] {
    return [...this.points.values()].map(({ id, spec, enabled, hits }) => {
      const kind = breakpointKind(spec);
      return { id, kind, enabled, hits, spec, description: JSON.stringify(spec[kind]) };
    });
  }

  /** Nothing is waited for. */
  get none(): boolean {
    return this.points.size === 0;
  }

  /** The breakpoint that a frame stops the lab at, if any; those that it meets are counted. */
  frameSent(text: string, where: { link: string; node: string }): BreakpointHit | undefined {
    return this.meet(({ pattern, link, node }) => {
      if (pattern === undefined || !onLink(where.link, link)) return false;
      return (node === undefined || node === where.node) && matchesStanza(text, pattern);
    });
  }

  /** The same for an event of the trace. */
  happened(row: TraceRow): BreakpointHit | undefined {
    return this.meet((spec) => matchesSpec(row, spec));
  }

  private meet(matches: (spec: BreakpointSpec) => boolean): BreakpointHit | undefined {
    let first: BreakpointHit | undefined;
    for (const point of this.points.values()) {
      if (!point.enabled || !matches(point.spec)) continue;
      point.hits += 1;
      if (point.hits <= (point.spec.ignore ?? 0)) continue;
      if (point.spec.once) point.enabled = false;
      first ??= { id: point.id, intercept: point.spec.intercept ?? false };
    }
    return first;
  }
}

function matchesSpec(row: TraceRow, { machine, stage, log, link, node }: BreakpointSpec): boolean {
  const [, , where, , kind, values] = row;
  if (node !== undefined && node !== where) return false;
  if (stage !== undefined) return kind === `link.${stage}` && onLink(values[0] as string, link);
  if (machine !== undefined) return machineMoved(row, machine);
  if (log === undefined || kind !== 'node.log') return false;
  const [level, logger, text] = row[5] as [string, string, string];
  const { contains } = log;
  if (log.level !== undefined && log.level !== level) return false;
  if (log.logger !== undefined && !logger.includes(log.logger)) return false;
  return contains === undefined || text.includes(contains);
}

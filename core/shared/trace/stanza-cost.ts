/** What one stanza has cost: everything that its sending led to, followed along the causes of the trace. */
import type { TraceRow } from './trace-schema.js';
import { utf8Length } from './utf8-length.js';

export interface StanzaCost {
  /** The `frame.sent` that it began with. */
  seq: number;
  /** Queues of components that packets have left because of it. */
  hops: number;
  /** Frames that have been written because of it, itself included, and their bytes in UTF-8. */
  crossings: number;
  bytes: number;
  /** Where it has gone: every queue and every link, in the order of the first time. */
  components: { node: string; component: string; hops: number }[];
  links: { link: string; frames: number; bytes: number }[];
}

/**
 * Follows a stanza.
 * @param rows of the trace from `seq` on, in order
 * @param seq of its `frame.sent`
 */
export function stanzaCost(rows: Iterable<TraceRow>, seq: number): StanzaCost {
  const fold = new CostFold(seq);
  for (const row of rows) fold.take(row);
  return fold.cost;
}

export class CostFold {
  readonly cost: StanzaCost;
  private readonly caused = new Set<number>();

  constructor(seq: number) {
    this.cost = { seq, hops: 0, crossings: 0, bytes: 0, components: [], links: [] };
  }

  /** Takes in one row from `seq` on; rows come in order, each once. */
  take(row: TraceRow): void {
    const [seq, , node, cause, kind, values] = row;
    if (seq !== this.cost.seq && !this.caused.has(cause)) return;
    this.caused.add(seq);
    if (kind === 'packet.hop') this.hop(node, values[0]);
    else if (kind === 'frame.sent') this.crossing(values[0], utf8Length(values[3]));
  }

  private hop(node: string, component: string): void {
    const { cost } = this;
    const same = (known: { node: string; component: string }): boolean =>
      known.node === node && known.component === component;
    cost.hops += 1;
    const known = cost.components.find(same);
    if (known) known.hops += 1;
    else cost.components.push({ node, component, hops: 1 });
  }

  private crossing(link: string, bytes: number): void {
    const { cost } = this;
    cost.crossings += 1;
    cost.bytes += bytes;
    const known = cost.links.find((one) => one.link === link);
    if (!known) cost.links.push({ link, frames: 1, bytes });
    else Object.assign(known, { frames: known.frames + 1, bytes: known.bytes + bytes });
  }
}

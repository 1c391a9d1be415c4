import type { CommandArgs } from '#core/shared/api/commands.js';
import { HostError } from '#core/shared/api/host-error.js';
import type { CommandResult } from '#core/shared/api/results.js';
import { CostFold, type StanzaCost } from '#core/shared/trace/stanza-cost.js';
import { TrafficFold } from '#core/shared/trace/traffic-fold.js';
import type { LabSession } from '../lab-session.js';
import type { TraceLog } from '../trace-log.js';
import type { Area } from './handlers.js';

/** Rows read at a time. */
const CHUNK = 5000;
/** Rows without anything of a stanza after which it is taken to have come to its end. */
const QUIET_ROWS = 100_000;

export function trafficCommands(session: LabSession): Area<'traffic'> {
  return {
    'traffic.get': (args) => traffic(session, args),
    'traffic.stanza': ({ seq }) => cost(session.lab.trace, seq),
  };
}

function traffic(
  session: LabSession,
  { since, node, link }: CommandArgs<'traffic.get'>,
): CommandResult<'traffic.get'> {
  const { trace, traffic: whole } = session.lab;
  const fold = since === undefined ? whole : foldSince(trace, since);
  const ofNode = new Set(
    node === undefined ? [] : session.lab.network.allLinks().flatMap((one) => linkOf(one, node)),
  );
  return {
    seq: trace.length,
    links: fold
      .links()
      .filter((one) => (link ?? one.link) === one.link && (node === undefined || ofNode.has(one.link))),
    nodes: fold.nodes().filter((one) => link === undefined && (node ?? one.node) === one.node),
  };
}

function linkOf(link: { id: string; a: { node: string }; b: { node: string } }, node: string): string[] {
  return link.a.node === node || link.b.node === node ? [link.id] : [];
}

function foldSince(trace: TraceLog, since: number): TrafficFold {
  const fold = new TrafficFold();
  for (let from = Math.max(1, since); from <= trace.length; from += CHUNK)
    for (const row of trace.range(from, Math.min(trace.length, from + CHUNK - 1))) fold.take(row);
  return fold;
}

function cost(trace: TraceLog, seq: number): StanzaCost {
  if (trace.range(seq, seq)[0]?.[4] !== 'frame.sent') throw new HostError('no-frame', { seq });
  const fold = new CostFold(seq);
  for (let from = seq, last = seq; from <= trace.length && from - last < QUIET_ROWS; from += CHUNK) {
    const { hops, crossings } = fold.cost;
    for (const row of trace.range(from, Math.min(trace.length, from + CHUNK - 1))) fold.take(row);
    if (fold.cost.hops > hops || fold.cost.crossings > crossings) last = from;
  }
  return fold.cost;
}

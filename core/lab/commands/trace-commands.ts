import { HostError } from '#core/shared/api/host-error.js';
import type { CommandArgs } from '#core/shared/api/commands.js';
import type { TraceEvent } from '#core/shared/trace/trace-event.js';
import { followsCauses } from '#core/shared/trace/query/match-filter.js';
import { traceEvent } from '#core/shared/trace/trace-event.js';
import type { TraceRow } from '#core/shared/trace/trace-schema.js';
import { worldViews } from '#core/shared/trace/world/world-views.js';
import { isQuirk, quirkDefault, QUIRKS } from '#core/shared/quirks.js';
import type { LabSession } from '../lab-session.js';
import { causesOf } from '../trace-causes.js';
import { diagramPart } from '../trace-diagram.js';
import { filterExpression } from '../trace-filter.js';
import { searchBackwards, searchForwards } from '../trace-search.js';
import type { Area } from './handlers.js';

const DEFAULT_LIMIT = 1000;
const MOST_FOUND = 100_000;
const MOST_CAUSES = 1000;
/** Events behind one that are searched for what it has led to. */
const CAUSES_REACH = 200_000;

/** Starts and stops the feed behind `trace.subscribe`; the host owns it. */
export interface OwnFeed {
  start(args: CommandArgs<'trace.subscribe'>): void;
  stop(): void;
}

export function traceCommands(
  session: LabSession,
  feed: OwnFeed,
): Area<'trace'> & Area<'state'> & Area<'breakpoint'> & Area<'quirk'> {
  return {
    'trace.query': (args) => ({ events: query(session, args), last: session.lab.trace.length }),
    'trace.diagram': (args) => diagramPart(session.lab, args),
    'trace.subscribe': (args) => {
      feed.start(args);
      return { from: args.from ?? session.lab.trace.length + 1 };
    },
    'trace.unsubscribe': () => {
      feed.stop();
      return { last: session.lab.trace.length };
    },
    'trace.find': (args) => find(session, args),
    'trace.causes': (args) => causes(session, args),
    'trace.stepBefore': ({ seq = session.lab.trace.length }) => {
      if (seq > session.lab.trace.length) throw new HostError('unknown-event', { seq });
      return { seq: session.lab.journal.stepBefore(seq) };
    },
    'trace.hash': () => ({ hash: session.lab.trace.digest(), events: session.lab.trace.length }),
    'state.at': ({ seq, branch: id }) => {
      const branch = session.branches.need(id);
      if (seq > branch.trace.length) throw new HostError('unknown-event', { seq });
      const { pictures } = branch;
      const [plan, now] = [branch.planAt(seq), branch.planAt(Infinity)];
      const views = worldViews(pictures.at(seq), plan, (link) => pictures.endOf(link));
      return plan === now ? views : { ...views, plan: { ...plan, positions: now.positions ?? {} } };
    },
    'breakpoint.set': (spec) => ({ breakpoint: session.breakpoints.set(spec) }),
    'breakpoint.enable': ({ breakpoint, on }) => {
      if (!session.breakpoints.enable(breakpoint, on))
        throw new HostError('unknown-breakpoint', { breakpoint });
      return { on };
    },
    'breakpoint.list': () => ({ breakpoints: session.breakpoints.list() }),
    'breakpoint.clear': ({ breakpoint }) => ({ cleared: session.breakpoints.clear(breakpoint) }),
    'quirk.list': () => ({
      profile: session.lab.profile,
      quirks: QUIRKS.map(({ name, source }) => ({
        name,
        on: session.lab.quirk(name),
        usual: quirkDefault(name, session.lab.profile),
        source,
      })),
    }),
    'quirk.set': ({ quirk, on }) => {
      if (!isQuirk(quirk)) throw new HostError('unknown-quirk', { quirk });
      session.lab.setQuirk(quirk, on);
      return { on };
    },
  };
}

/** Without `from`, the newest events that match; with it, the first ones from there on. */
function query(
  session: LabSession,
  { from, to, filter, limit = DEFAULT_LIMIT }: CommandArgs<'trace.query'>,
): TraceEvent[] {
  const { trace } = session.lab;
  const wanted = filterExpression(filter);
  const bounds = { from: from ?? 1, to: to ?? trace.length };
  const found: TraceRow[] = [];
  const newest = from === undefined;
  const backwards = newest && followsCauses(wanted) === undefined;
  for (const row of (backwards ? searchBackwards : searchForwards)(trace, wanted, bounds)) {
    found.push(row);
    if (found.length >= limit && (backwards || !newest)) break;
    if (found.length >= 2 * limit) found.splice(0, limit);
  }
  if (backwards) found.reverse();
  return (newest ? found.slice(-limit) : found).map(traceEvent);
}

function find(
  session: LabSession,
  { from, to, filter, limit = MOST_FOUND }: CommandArgs<'trace.find'>,
): { seqs: number[]; count: number; last: number } {
  const { trace } = session.lab;
  const bounds = { from: from ?? 1, to: to ?? trace.length };
  const seqs = Array.from(searchForwards(trace, filterExpression(filter), bounds), (row) => row[0]);
  const count = seqs.length;
  return { seqs: from === undefined ? seqs.slice(-limit) : seqs.slice(0, limit), count, last: trace.length };
}

function causes(session: LabSession, { seq, limit = MOST_CAUSES }: CommandArgs<'trace.causes'>) {
  const { trace } = session.lab;
  if (seq > trace.length) throw new HostError('unknown-event', { seq });
  const { chain, effects, more } = causesOf(trace, seq, limit, CAUSES_REACH);
  return { chain: chain.map(traceEvent), effects: effects.map(traceEvent), more };
}

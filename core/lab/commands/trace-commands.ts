import { HostError } from '#core/shared/api/host-error.js';
import type { CommandArgs } from '#core/shared/api/commands.js';
import type { TraceEvent } from '#core/shared/trace/trace-event.js';
import { traceEvent } from '#core/shared/trace/trace-event.js';
import { worldViews } from '#core/shared/trace/world/world-views.js';
import { isQuirk, quirkDefault, QUIRKS } from '#core/shared/quirks.js';
import type { LabSession } from '../lab-session.js';
import { rowFilter } from '../trace-filter.js';
import type { Area } from './handlers.js';

const DEFAULT_LIMIT = 1000;
/** Rows read at a time. */
const CHUNK = 5000;

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
    'trace.subscribe': (args) => {
      feed.start(args);
      return { from: args.from ?? session.lab.trace.length + 1 };
    },
    'trace.unsubscribe': () => {
      feed.stop();
      return { last: session.lab.trace.length };
    },
    'trace.hash': () => ({ hash: session.lab.trace.digest(), events: session.lab.trace.length }),
    'state.at': ({ seq, branch: id }) => {
      const branch = session.branches.need(id);
      if (seq > branch.trace.length) throw new HostError('unknown-event', { seq });
      return worldViews(branch.pictures.at(seq), branch.options.topology);
    },
    'breakpoint.set': ({ pattern, link, node }) => ({
      breakpoint: session.breakpoints.set(pattern, { link, node }),
    }),
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
  const last = Math.min(to ?? trace.length, trace.length);
  const wanted = rowFilter(filter);
  const found: TraceEvent[] = [];
  for (let start = Math.max(1, from ?? 1); start <= last; start += CHUNK) {
    for (const row of trace.range(start, Math.min(last, start + CHUNK - 1))) {
      if (!wanted(row)) continue;
      found.push(traceEvent(row));
      if (from !== undefined && found.length >= limit) return found;
    }
    if (found.length > limit + CHUNK) found.splice(0, found.length - limit);
  }
  return found.slice(-limit);
}

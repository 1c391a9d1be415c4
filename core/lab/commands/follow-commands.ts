import type { CommandArgs } from '#core/shared/api/commands.js';
import { HostError } from '#core/shared/api/host-error.js';
import { JourneyFold } from '#core/shared/trace/journey/journey-fold.js';
import type { FrameLeg } from '#core/shared/trace/journey/journey.js';
import { journeyStart } from '#core/shared/trace/journey/journey-start.js';
import type { Lab } from '../lab.js';
import type { LabSession } from '../lab-session.js';
import type { Area } from './handlers.js';

/** Rows read at a time. */
const CHUNK = 5000;
/** Rows without anything of a stanza after which it is taken to have come to its end. */
const QUIET_ROWS = 100_000;
/** Journeys that a window looks at are taken up where they were left. */
const KEPT = 4;

interface Followed {
  start: number;
  fold: JourneyFold;
  /** First row that has not been read. */
  next: number;
  /** Row behind which nothing of it was found. */
  last: number;
}

export function followCommands(session: LabSession): Pick<Area<'stanza'>, 'stanza.follow'> {
  let kept: Followed[] = [];
  let of: Lab | undefined;
  const followed = (lab: Lab, start: number): Followed => {
    if (of !== lab) [of, kept] = [lab, []];
    const known = kept.find((one) => one.start === start) ?? begin(start);
    kept = [known, ...kept.filter((one) => one !== known)].slice(0, KEPT);
    return known;
  };
  return {
    'stanza.follow': (args) => {
      const { lab } = session;
      const start = startOf(lab, args);
      const one = args.until === undefined ? followed(lab, start) : begin(start);
      readOn(lab, one, Math.min(args.until ?? lab.trace.length, lab.trace.length));
      // Who holds what is known of now, not of then.
      return args.until === undefined ? one.fold.journey((leg) => heldBy(lab, leg)) : one.fold.journey();
    },
  };
}

function startOf({ trace }: Lab, { seq, here = false }: CommandArgs<'stanza.follow'>): number {
  const start = journeyStart((at) => trace.recent(at) ?? trace.range(at, at)[0], seq, here);
  if (start === undefined) throw new HostError('no-stanza', { seq });
  return start;
}

function begin(start: number): Followed {
  return { start, fold: new JourneyFold(start), next: start, last: start };
}

function readOn({ trace }: Lab, one: Followed, to: number): void {
  while (one.next <= to && one.next - one.last < QUIET_ROWS) {
    const end = Math.min(to, one.next + CHUNK - 1);
    const before = one.fold.taken;
    for (const row of trace.range(one.next, end)) one.fold.take(row);
    if (one.fold.taken > before) one.last = end;
    one.next = end + 1;
  }
}

function heldBy(lab: Lab, { link, direction }: FrameLeg): string[] {
  return lab.network.link(link)?.[direction].heldBy ?? [];
}

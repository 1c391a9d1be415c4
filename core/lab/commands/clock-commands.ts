import { HostError } from '#core/shared/api/host-error.js';
import type { CommandArgs } from '#core/shared/api/commands.js';
import type { ClockView } from '#core/shared/api/results.js';
import type { LabSession } from '../lab-session.js';
import { rowFilter } from '../trace-filter.js';
import type { Area } from './handlers.js';

/** An ordered run without a bound of its own ends after this much lab time, in ms. */
const LONGEST_RUN_MS = 24 * 60 * 60 * 1000;

export function clockCommands(session: LabSession): Area<'clock'> {
  return {
    'clock.get': () => session.clock(),
    'clock.pause': async () => {
      await session.lab.stepper.pause();
      return session.clockChanged();
    },
    'clock.resume': ({ speed }) => {
      session.speed = speed ?? session.speed;
      session.lab.stepper.live(session.speed);
      return session.clockChanged();
    },
    'clock.speed': ({ speed }) => {
      session.speed = speed;
      if (session.lab.stepper.mode === 'live') session.lab.stepper.live(speed);
      return session.clockChanged();
    },
    'clock.step': async ({ count = 1 }) => {
      needPaused(session);
      const stepped: string[] = [];
      for (let done = 0; done < count; done += 1) {
        const id = await session.lab.stepper.step();
        if (id === undefined) break;
        stepped.push(id);
      }
      return { ...session.clockChanged(), stepped };
    },
    'clock.runUntil': (args) => runUntil(session, args),
  };
}

export function needPaused(session: LabSession): void {
  const { mode, running } = session.lab.stepper;
  if (mode === 'live' || running) throw new HostError('not-paused');
}

async function runUntil(
  session: LabSession,
  { time, forMs, event }: CommandArgs<'clock.runUntil'>,
): Promise<ClockView & { end: string }> {
  const { stepper, clock, trace } = session.lab;
  const wanted = rowFilter(event);
  // Not awaited: a pause that comes from here on finds the run and ends it.
  const entered = stepper.ordered();
  const now = clock.now() / 1000;
  const untilMs = time ?? now + (forMs ?? LONGEST_RUN_MS);
  let seen = trace.length;
  const met = (): boolean => {
    if (event === undefined) return false;
    while (seen < trace.length) {
      seen += 1;
      const row = trace.recent(seen);
      if (row && wanted(row)) return true;
    }
    return false;
  };
  const end = await stepper.run({ until: Math.round(untilMs * 1000), met });
  await entered;
  // Whoever has stopped it has said how it goes on.
  if (end !== 'stopped') await stepper.pause();
  return { ...session.clockChanged(), end };
}

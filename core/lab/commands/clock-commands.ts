import { HostError } from '#core/shared/api/host-error.js';
import type { CommandArgs } from '#core/shared/api/commands.js';
import type { ClockView } from '#core/shared/api/results.js';
import type { LabSession } from '../lab-session.js';
import type { TaskBound } from '../kernel.js';
import type { Lab } from '../lab.js';
import type { OrderedRun } from '../stepper.js';
import { stopCondition } from '../stepping/stop-condition.js';
import { WideSteps } from '../stepping/step-kinds.js';
import type { Area } from './handlers.js';

/** An ordered run without a bound of its own ends after this much lab time, in ms. */
const LONGEST_RUN_MS = 24 * 60 * 60 * 1000;
/** A run that waits for something, without a bound of its own, ends after so many events. */
const MOST_EVENTS = 1_000_000;

export function clockCommands(session: LabSession): Area<'clock'> {
  return {
    'clock.get': () => session.clock(),
    'clock.pause': async () => {
      const { stepper, network } = session.lab;
      await stepper.pause();
      const outside = network.allLinks().filter(({ a, b, open }) => open && (a.external || b.external));
      return { ...session.clockChanged(), cannotHold: outside.map(({ id }) => id) };
    },
    'clock.resume': async ({ speed }) => {
      if (speed === 'fast') return runFast(session);
      session.speed = speed ?? session.speed;
      session.lab.stepper.live(session.speed);
      return session.clockChanged();
    },
    'clock.speed': ({ speed }) => {
      session.speed = speed;
      if (session.lab.stepper.mode === 'live') session.lab.stepper.live(speed);
      return session.clockChanged();
    },
    'clock.step': async (args) => {
      needPaused(session);
      const stepped = await stepAsAsked(session, args);
      return { ...session.clockChanged(), stepped, inside: session.lab.stepper.inside };
    },
    'clock.advanceTo': async ({ timer, others = 'wait' }) => {
      needPaused(session);
      const { stepper, clock } = session.lab;
      const number = Number(/^t(\d+)$/.exec(timer)?.[1] ?? 0);
      const armed = (): boolean => clock.timers().some(({ id }) => id === number);
      if (!armed()) throw new HostError('unknown-pending', { id: timer });
      if (others === 'run') return await runTo(session, { until: Infinity, met: () => !armed() });
      if (!(await stepper.deliver(timer))) throw new HostError('not-deliverable', { id: timer });
      return { ...session.clockChanged(), end: 'met' };
    },
    'clock.runUntil': (args) => runUntil(session, args),
  };
}

export function needPaused(session: LabSession): void {
  const { mode, running } = session.lab.stepper;
  if (mode === 'live' || running) throw new HostError('not-paused');
}

function stepAsAsked(session: LabSession, args: CommandArgs<'clock.step'>): Promise<string[]> {
  const { kind = 'next', count = 1 } = args;
  const { lab, stops } = session;
  const goOn = (): boolean => session.stops === stops;
  if (kind === 'into' || kind === 'over' || kind === 'out') return stepInside(lab, kind);
  if (kind !== 'next') return stepWide(lab, new WideSteps(lab, goOn), args);
  return stepOften(lab, count, goOn);
}

async function stepOften({ stepper }: Lab, count: number, goOn: () => boolean): Promise<string[]> {
  const stepped: string[] = [];
  for (let done = 0; done < count && (done === 0 || goOn()); done += 1) {
    const id = await stepper.step();
    if (id === undefined) break;
    stepped.push(id);
  }
  return stepped;
}

async function stepInside(lab: Lab, kind: 'into' | 'over' | 'out'): Promise<string[]> {
  const { stepper } = lab;
  if (stepper.inside) return goOnInside(lab, BOUNDS[kind]);
  return namesOf(await (kind === 'into' ? stepper.into() : stepper.step()));
}

const BOUNDS = { into: 'task', over: 'family', out: 'all' } as const satisfies Record<string, TaskBound>;

async function stepWide(lab: Lab, wide: WideSteps, args: CommandArgs<'clock.step'>): Promise<string[]> {
  const { kind, node = '', link = '', seq = 0 } = args;
  if (kind === 'frame') return wide.frame();
  if (kind === 'node') {
    const isThere = lab.process(node) ?? lab.clients.get(node.replace(/^client:/, ''));
    if (!isThere) throw new HostError('unknown-node', { node });
    return wide.node(node);
  }
  if (kind === 'link') {
    if (!lab.network.link(link)) throw new HostError('unknown-link', { link });
    return wide.link(link);
  }
  if (seq > lab.trace.length) throw new HostError('unknown-event', { seq });
  return wide.journey(seq);
}

function goOnInside({ stepper }: Lab, bound: TaskBound): string[] {
  stepper.goOn(bound);
  return [];
}

function namesOf(id: string | undefined): string[] {
  return id === undefined ? [] : [id];
}

/** Ordered, until something ends it or nothing is left; the answer comes at once. */
function runFast(session: LabSession): ClockView {
  void runTo(session, { until: Infinity });
  return session.clockChanged();
}

/** The bounds are no wishes: a run that one of them has ended has not met what it waited for, and says which it was. */
async function runUntil(
  session: LabSession,
  { time, forMs, events, ...wish }: CommandArgs<'clock.runUntil'>,
): Promise<ClockView & { end: string }> {
  const { clock, trace } = session.lab;
  const untilMs = time ?? clock.now() / 1000 + (forMs ?? LONGEST_RUN_MS);
  const isBounded = [time, forMs, events, wish.seq].some((bound) => bound !== undefined);
  const most = events ?? (isBounded ? Infinity : MOST_EVENTS);
  // Counted from where the run begins: the change of the mode is an event as well.
  let last: number | undefined;
  const isMet = stopCondition(trace, wish);
  let spent = false;
  const met = (): boolean => {
    last ??= trace.length + most;
    if (isMet()) return true;
    spent = trace.length >= last;
    return spent;
  };
  const answer = await runTo(session, { until: Math.round(untilMs * 1000), met });
  return spent && answer.end === 'met' ? { ...answer, end: 'events' } : answer;
}

async function runTo(session: LabSession, run: OrderedRun): Promise<ClockView & { end: string }> {
  const { stops } = session;
  const { stepper } = session.lab;
  // Not awaited: a pause that comes from here on finds the run and ends it.
  const entered = stepper.ordered();
  const end = await stepper.run(run);
  await entered;
  if (end === 'stopped') {
    // Whoever has stopped it has said how it goes on.
    return { ...session.clockChanged(), end: session.stops > stops ? 'breakpoint' : end };
  }
  await stepper.pause();
  return { ...session.clockChanged(), end };
}

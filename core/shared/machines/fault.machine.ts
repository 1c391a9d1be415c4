/** A fault that somebody has put on: waits for its stage or its time, comes and goes, and is healed. */
import { assign, setup } from 'xstate';

interface Timing {
  /** Waits for a stage before it comes on. */
  staged: boolean;
  /** ms until it comes on for the first time. */
  startMs: number;
  /** ms that it stays on; 0: until it is healed. */
  durationMs: number;
  /** ms from the end of one time to the beginning of the next; 0: there is no next. */
  gapMs: number;
  /** Times left; 0: no bound. */
  times: number;
  /** It is over as soon as it has happened. */
  once: boolean;
}

type Context = Timing & { kind: string; target: string; done: number };

export const faultMachine = setup({
  types: {
    context: {} as Context,
    input: {} as Timing & { kind: string; target: string },
    events: {} as { type: 'stage.reached' } | { type: 'fault.healed' } | { type: 'fault.ended' },
  },
  delays: {
    startDelay: ({ context }) => context.startMs,
    duration: ({ context }) => context.durationMs,
    gap: ({ context }) => context.gapMs,
  },
  guards: {
    waitsForStage: ({ context }) => context.staged,
    waitsForTime: ({ context }) => context.startMs > 0,
    happensOnce: ({ context }) => context.once,
    isBounded: ({ context }) => context.durationMs > 0,
    comesAgain: ({ context }) => context.gapMs > 0 && (context.times === 0 || context.done < context.times),
  },
  actions: { putOn: () => undefined, takeOff: () => undefined },
}).createMachine({
  id: 'fault',
  description: 'A fault, from the moment it is put on until it is healed',
  context: ({ input }) => ({ ...input, done: 0 }),
  initial: 'placed',
  states: {
    placed: {
      description: 'Somebody has put it on',
      always: [
        { guard: 'waitsForStage', target: 'armed', description: 'It waits for a stage' },
        { guard: 'waitsForTime', target: 'scheduled', description: 'It has a time to begin' },
        { target: 'on', description: 'At once' },
      ],
    },
    armed: {
      description: 'Waits until a machine or a stanza gets where it has been told',
      on: {
        'stage.reached': [
          {
            guard: 'waitsForTime',
            target: 'scheduled',
            description: 'The stage was reached; a while after it',
          },
          { target: 'on', description: 'The stage was reached' },
        ],
        'fault.healed': { target: 'healed', description: 'Taken away before anything happened' },
      },
    },
    scheduled: {
      description: 'Waits for its time',
      after: { startDelay: { target: 'on', description: 'Its time has come' } },
      on: { 'fault.healed': { target: 'healed', description: 'Taken away before anything happened' } },
    },
    on: {
      description: 'In effect',
      entry: [assign({ done: ({ context }) => context.done + 1 }), 'putOn'],
      exit: 'takeOff',
      initial: 'begun',
      on: {
        'fault.healed': { target: 'healed', description: 'Somebody has healed it' },
        'fault.ended': { target: 'past', description: 'A pattern has run its course' },
      },
      states: {
        begun: {
          description: 'It has just come on',
          always: [
            { guard: 'happensOnce', target: '#fault.past', description: 'Over as soon as it has happened' },
            { guard: 'isBounded', target: 'forAWhile', description: 'It has a duration' },
            { target: 'untilHealed', description: 'It stays' },
          ],
        },
        forAWhile: {
          description: 'Ends by itself',
          after: { duration: { target: '#fault.past', description: 'Its duration is over' } },
        },
        untilHealed: { description: 'Stays until somebody heals it' },
      },
    },
    past: {
      description: 'Over, this time',
      always: [
        { guard: 'comesAgain', target: 'between', description: 'It comes again' },
        { target: 'healed', description: 'That was the last time' },
      ],
    },
    between: {
      description: 'Off until its next time',
      after: { gap: { target: 'on', description: 'Again' } },
      on: { 'fault.healed': { target: 'healed', description: 'Somebody has healed it' } },
    },
    healed: { description: 'Taken away; nothing of it is left', type: 'final' },
  },
});

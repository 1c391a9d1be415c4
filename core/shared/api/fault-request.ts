/** How a fault is asked for: what `fault.apply` takes, beside kind and target. */
import { z } from 'zod';
import { stanzaPattern } from './stanza-pattern.js';

/** Lab time is counted in whole microseconds: thirty years of it stay exact. */
const LONGEST_MS = 1e12;
const millis = z.number().nonnegative().max(LONGEST_MS);
/** What came again sooner would keep the lab from anything else, or its time from going on at all. */
const SHORTEST_PERIOD_MS = 1;

/** A machine enters a state (`bound` means `bound.live` too) or refuses an event. */
const machineStage = z
  .object({
    machine: z.string(),
    node: z.string().optional(),
    instance: z.string().optional(),
    /** Entered state. */
    state: z.string().optional(),
    /** Refused event; instead of `state`. */
    refused: z.string().optional(),
    /** The how-manieth time counts; default the first. */
    nth: z.number().int().positive().optional(),
  })
  .strict();

/** A frame that matches is sent (it still waits on its link then), or has been delivered. */
const stanzaStage = z
  .object({
    stanza: stanzaPattern,
    /** Selector of links: `server1>server2:5277`. */
    link: z.string().optional(),
    at: z.enum(['sent', 'delivered']).optional(),
    nth: z.number().int().positive().optional(),
  })
  .strict();

export const faultStage = z.union([machineStage, stanzaStage]);
export type FaultStage = z.infer<typeof faultStage>;

/** Which frames a fault of frames touches, beside its probability. */
export const faultFrames = z
  .object({
    match: stanzaPattern.optional(),
    /** As many that match go through first. */
    skip: z.number().int().nonnegative().optional(),
    /** As many after those are touched; default: all. */
    count: z.number().int().positive().optional(),
  })
  .strict();
export type FaultFrames = z.infer<typeof faultFrames>;

/** On for the first time after `afterMs`; then again each `everyMs` (at least 1), `times` times in all (default: without end). */
export const faultSchedule = z
  .object({
    afterMs: millis.optional(),
    everyMs: millis.min(SHORTEST_PERIOD_MS).optional(),
    times: z.number().int().positive().optional(),
  })
  .strict();
export type FaultSchedule = z.infer<typeof faultSchedule>;

export const faultRequest = z
  .object({
    kind: z.string(),
    /** Node, link or route selector, port (`server1:5270`), name, database, as the kind asks (`fault.kinds`). With `when`, absent means: the link on which it happens. */
    target: z.string().optional(),
    /** Short for `options: {how}`. */
    how: z.string().optional(),
    /** Of a link: from dialler to acceptor (`ab`), back (`ba`), or both (default). */
    direction: z.enum(['ab', 'ba', 'both']).optional(),
    options: z.record(z.string(), z.union([z.number(), z.string()])).optional(),
    /** Chance that a frame (or, for faults without frames, an occurrence) is hit; default 1. */
    probability: z.number().gt(0).max(1).optional(),
    frames: faultFrames.optional(),
    /** Healed by itself after so much lab time, in ms. */
    durationMs: millis.positive().optional(),
    schedule: faultSchedule.optional(),
    /** Put on at a stage: armed until then. */
    when: faultStage.optional(),
  })
  .strict();
export type FaultRequest = z.infer<typeof faultRequest>;

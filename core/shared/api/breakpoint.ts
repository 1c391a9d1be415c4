/** What a breakpoint waits for: exactly one of a stanza, a machine, a stage of a link and a line of a log. */
import { z } from 'zod';
import { stanzaPattern } from './stanza-pattern.js';

/** A running machine: every given part must be the same. */
const machineWanted = z
  .object({
    machine: z.string().optional(),
    instance: z.string().optional(),
    /** It enters this state, or one within it. */
    state: z.string().optional(),
    /** It refuses an event: this one, or any (`*`). */
    refuses: z.string().optional(),
  })
  .strict()
  .refine(({ state, refuses }) => state === undefined || refuses === undefined, {
    message: 'state or refuses, not both',
  });

export const LINK_STAGES = ['dialled', 'opened', 'failed', 'fin', 'reset', 'timedOut', 'closed'] as const;
export type LinkStage = (typeof LINK_STAGES)[number];

const logWanted = z
  .object({ level: z.string().optional(), logger: z.string().optional(), contains: z.string().optional() })
  .strict();

export const breakpointSpec = z
  .object({
    /** A frame that a process has sent, and that waits now. */
    pattern: stanzaPattern.optional(),
    machine: machineWanted.optional(),
    stage: z.enum(LINK_STAGES).optional(),
    log: logWanted.optional(),
    /** Only on this link, or with no `#number` on every connection between the two. */
    link: z.string().optional(),
    node: z.string().optional(),
    enabled: z.boolean().optional(),
    /** Hits that are only counted before it stops the lab. */
    ignore: z.number().int().nonnegative().max(1_000_000).optional(),
    /** Stops the lab once, and is off then. */
    once: z.boolean().optional(),
    /** The window is to open the frame in its editor. */
    intercept: z.boolean().optional(),
  })
  .strict()
  .refine((spec) => kindsOf(spec).length === 1, { message: 'one of pattern, machine, stage, log' })
  .refine(({ intercept, pattern }) => !intercept || pattern !== undefined, {
    message: 'intercept needs a pattern',
  });
export type BreakpointSpec = z.infer<typeof breakpointSpec>;

export const BREAKPOINT_KINDS = ['pattern', 'machine', 'stage', 'log'] as const;
export type BreakpointKind = (typeof BREAKPOINT_KINDS)[number];

function kindsOf(spec: Partial<Record<BreakpointKind, unknown>>): BreakpointKind[] {
  return BREAKPOINT_KINDS.filter((kind) => spec[kind] !== undefined);
}

export function breakpointKind(spec: BreakpointSpec): BreakpointKind {
  return kindsOf(spec)[0] ?? 'pattern';
}

export interface BreakpointView {
  id: string;
  kind: BreakpointKind;
  enabled: boolean;
  /** How often what it waits for has happened while it was on. */
  hits: number;
  spec: BreakpointSpec;
  /** What it waits for, as JSON. */
  description: string;
}

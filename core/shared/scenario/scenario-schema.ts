/** Scenario format v1: what a file may say, and what it becomes. Steps are read one by one in `parse-step.ts`. */
import { z } from 'zod';
import type { CommandName } from '../api/commands.js';
import { choice, type Choice } from '../explore/choice.js';
import { exploreSettings, type ExploreSettings } from '../explore/explore-settings.js';
import { isQuirk } from '../quirks.js';
import type { Expectation, Prohibition } from './condition-schema.js';

export const LONGEST_SCENARIO = 10_000;

const onOff = z.union([
  z.boolean(),
  z.literal('on').transform(() => true),
  z.literal('off').transform(() => false),
]);

/** Unquoted, YAML reads 5.2 as a number. */
const profile = z.union([
  z.enum(['5.2', '7.1']),
  z.literal(5.2).transform(() => '5.2' as const),
  z.literal(7.1).transform(() => '7.1' as const),
]);

const quirks = z.record(z.string(), onOff).superRefine((switches, context) => {
  for (const name of Object.keys(switches)) {
    if (isQuirk(name)) continue;
    context.addIssue({ code: 'custom', path: [name], params: { code: 'scenario.unknown-quirk' } });
  }
});

/** What `start` may say: over the same keys at the top of the file. */
export const startSchema = z.strictObject({ profile: profile.optional(), quirks: quirks.optional() });

/** The file but for its steps. */
export const fileParts = {
  format: z.literal(1).optional(),
  scenario: z.string().min(1),
  about: z.string().optional(),
  topology: z.string().min(1).optional(),
  files: z.record(z.string(), z.string()).optional(),
  seed: z.int().prefault(1),
  profile: profile.prefault('5.2'),
  quirks: quirks.prefault({}),
  /** For `cluster-lab explore`; `run` reads over it. */
  explore: exploreSettings.prefault({}),
  /** What `explore` has found: the usual course with these choices, under its invariants, instead of what the seed picks. */
  choices: z.array(choice).optional(),
};

export const fileSchema = z.strictObject({
  ...fileParts,
  steps: z.array(z.unknown()).min(1).max(LONGEST_SCENARIO),
});

export interface StepWords {
  note?: string;
}

export type Step = StepWords &
  (
    | { kind: 'start'; options: z.output<typeof startSchema> }
    | { kind: 'wait'; ms: number }
    /** `fails`: the error code that the command is to be refused with. */
    | { kind: 'command'; command: CommandName; args: Readonly<Record<string, unknown>>; fails?: string }
    | { kind: 'expect'; expectation: Expectation }
    | { kind: 'never'; prohibition: Prohibition }
  );

export interface Scenario {
  /** File it was read from, as it was given. */
  file: string;
  title: string;
  about: string;
  /** Folder of the topology relative to the file, or the texts of its files by name. */
  topology: { path: string } | { files: { name: string; text: string }[] };
  seed: number;
  profile: '5.2' | '7.1';
  quirks: Record<string, boolean>;
  explore: ExploreSettings;
  choices?: Choice[];
  steps: Step[];
  /** Line of each step. */
  lines: number[];
}

/**
 * What a session file says, version by version checked (docs/sessions.md): a header, then each branch with the entries of
 * its journal. One line of JSON each.
 */
import { z } from 'zod';

export const SESSION_FORMAT = 'cluster-lab-session';
/** The version that is written; older ones are brought up to it (`migrations.ts`). */
export const SESSION_VERSION = 1;
/** Ending of a session file's name. */
export const SESSION_ENDING = '.clab';

const text = z.string();
const source = z.object({ path: text, text }).strict();
const seq = z.int().nonnegative();

export const bookmarkSchema = z.object({ branch: text, seq, title: text.max(200) }).strict();

/** Why a redacted journal ends early: what an outside program has proved with its password cannot be made up. */
const cutSchema = z
  .object({ branch: text, event: seq, reason: z.enum(['scram', 'digest', 'handshake']) })
  .strict();

export const headerSchema = z
  .object({
    format: z.literal(SESSION_FORMAT),
    version: z.literal(SESSION_VERSION),
    /** Version of the program that has written it; another one may play it otherwise. */
    lab: text.optional(),
    /** Name of the topology. */
    name: text,
    files: z.array(source.extend({ processName: text })),
    labYaml: source.optional(),
    /** Card → place on the canvas, as the user left them. */
    positions: z.record(text, z.object({ x: z.number(), y: z.number() }).strict()),
    /** The branch that ran. */
    current: text,
    /** Its newest event. */
    at: seq,
    speed: z.number().positive().max(1000),
    bookmarks: z.array(bookmarkSchema),
    /** What the window wants to find again; nobody else looks into it. */
    view: z.json().optional(),
    redacted: z.boolean(),
    cuts: z.array(cutSchema).optional(),
  })
  .strict();

export const branchSchema = z
  .object({
    branch: text.regex(/^branch-\d{1,9}$/),
    parent: text.optional(),
    forkSeq: seq,
    origin: z.enum(['opened', 'fork', 'rerun']),
    title: text.max(200),
    leftOut: seq,
    differsAt: seq.optional(),
    seed: z.int(),
    profile: z.enum(['5.2', '7.1']),
    quirks: z.record(text, z.boolean()),
    /** Lines that follow. */
    entries: seq,
    /** Events of its trace, and the trace's hash; absent: not known (a session that was interrupted, or redacted). */
    events: seq.optional(),
    hash: text.optional(),
  })
  .strict();

const time = z.number().nonnegative();
const outsideSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('arrived'), node: text, address: text, port: z.int() }).strict(),
  z.object({ kind: z.literal('bytes'), link: text, base64: z.base64() }).strict(),
  z.object({ kind: z.literal('end'), link: text }).strict(),
  z.object({ kind: z.literal('closed'), link: text, reset: z.boolean() }).strict(),
  z.object({ kind: z.literal('answered'), link: text, code: text }).strict(),
]);

/** An entry of the journal; what a command takes is checked by the command's own schema. */
export const entrySchema = z.union([
  z.tuple([z.literal('step'), seq, time, text, z.union([z.literal(0), z.literal(1)])]),
  z.tuple([z.literal('mode'), seq, time, z.enum(['live', 'paused', 'ordered'])]),
  z.tuple([z.literal('command'), seq, time, text, z.unknown()]),
  z.tuple([
    z.literal('note'),
    seq,
    time,
    z.enum(['lab.ready', 'scenario.step']),
    z.array(z.union([text, z.number()])),
  ]),
  z.tuple([z.literal('outside'), seq, time, outsideSchema]),
]);

export type SessionHeader = z.infer<typeof headerSchema>;
export type SessionBranch = z.infer<typeof branchSchema>;
export type SessionCut = z.infer<typeof cutSchema>;
export type Bookmark = z.infer<typeof bookmarkSchema>;

export interface SessionFile {
  header: SessionHeader;
  /** Each with the lines of its journal. */
  branches: { meta: SessionBranch; lines: string[] }[];
}

/**
 * Every command of the host API with the schema of its arguments: the one list that the lab implements, the transports
 * check against, and docs/host-api.md describes. Arguments and results are JSON.
 */
import { z } from 'zod';
import { TIGASE_VERSIONS } from '../config/catalogue/entry.js';
import { faultRequest } from './fault-request.js';
import { bookmarkSchema } from '../session/session-schema.js';
import { breakpointSpec } from './breakpoint.js';
import { MOST_RUN_EVENTS } from './run-bounds.js';
import { stanzaPattern } from './stanza-pattern.js';

const node = z.object({ node: z.string() }).strict();
const none = z.object({}).strict();
/** Lab time is counted in whole microseconds: thirty years of it stay exact. */
const LONGEST_MS = 1e12;
const item = z.object({ id: z.string() }).strict();

/** How far a step goes. */
export const STEP_KINDS = ['next', 'frame', 'node', 'link', 'into', 'over', 'out', 'journey'] as const;

const kept = z
  .object({
    id: z.string().optional(),
    link: z.string().optional(),
    direction: z.enum(['ab', 'ba']).optional(),
  })
  .strict()
  .refine(({ id, link }) => (id === undefined) !== (link === undefined), { message: 'id or link' });

/** Their number and sizes are bounded as those of a folder are (`topology-limits.ts`). */
const pastedTexts = z.array(z.object({ name: z.string(), text: z.string() }).strict());
/** `process`: what a file's process is called; default: what its name says. `lab.yaml` is none. */
const topologyTexts = z.array(
  z.object({ name: z.string(), text: z.string(), process: z.string().min(1).optional() }).strict(),
);

/** Which trace events are meant: every given part must match. */
export const filterParts = z
  .object({
    kinds: z.array(z.string()).optional(),
    node: z.string().optional(),
    link: z.string().optional(),
    machine: z.string().optional(),
    instance: z.string().optional(),
    /** Text that any field contains. */
    contains: z.string().optional(),
    /** Events that `seq` led to, and so on. */
    causedBy: z.number().int().optional(),
  })
  .strict();
/** In parts, or in the language of docs/trace-filter.md. */
export const traceFilter = z.union([filterParts, z.string().max(4000)]);
export type TraceFilter = z.infer<typeof traceFilter>;

export const COMMAND_SCHEMAS = {
  /** Opens a topology from a folder (`path`) or from given texts, and boots it. Replaces the one that is open. */
  'topology.open': z
    .object({
      path: z.string().optional(),
      files: pastedTexts.optional(),
      /** What a topology of given texts is called; default `pasted`. A folder has a name already. */
      name: z.string().min(1).optional(),
      seed: z.number().int().optional(),
      profile: z.enum(['5.2', '7.1']).optional(),
      quirks: z.record(z.string(), z.boolean()).optional(),
      speed: z.number().positive().max(1000).optional(),
      /** Boots in real time × speed instead of as fast as it goes. */
      slowBoot: z.boolean().optional(),
      /** How it goes on after the boot; default `live`. */
      mode: z.enum(['live', 'paused', 'ordered']).optional(),
    })
    .strict(),
  'topology.get': none,
  /**
   * The lab goes on by these texts: all files of the topology, by their paths inside its folder. Only processes that the
   * difference touches are stopped or started anew.
   */
  'topology.apply': z.object({ files: topologyTexts }).strict(),
  /** Writes texts (default: those that run) to where the topology came from, or into another folder. */
  'topology.save': z
    .object({
      files: topologyTexts.optional(),
      folder: z.string().min(1).optional(),
      /** Also over what somebody else has changed in the meantime. */
      overwrite: z.boolean().optional(),
    })
    .strict(),
  /** Keeps where all cards stand that the user has moved; those that are not named stand where the layout wants them. */
  'topology.place': z
    .object({ positions: z.record(z.string(), z.object({ x: z.number(), y: z.number() }).strict()) })
    .strict(),
  /** Topologies that come with the lab. */
  'examples.list': none,
  'lint.run': z
    .object({
      path: z.string().optional(),
      files: pastedTexts.optional(),
      /** The Tigase that the files are for; default 5.2. */
      profile: z.enum(TIGASE_VERSIONS).optional(),
    })
    .strict(),
  'node.list': none,
  'node.get': node,
  'node.start': node,
  'node.stop': node,
  'node.crash': node,
  'node.restart': node,
  /** Every running machine with its state, or those of one node. */
  'machine.list': z.object({ node: z.string().optional() }).strict(),
  /** What Tigase's ad-hoc command for a new external component does: the item is as in `--external` (§6.7). */
  'component.add': z.object({ node: z.string(), item: z.string().max(1000) }).strict(),
  'link.list': none,
  'link.drop': z.object({ link: z.string(), how: z.enum(['reset', 'fin']).optional() }).strict(),
  'fault.list': none,
  /** Every kind of fault there is: what it is put on, and its options. */
  'fault.kinds': none,
  /** Puts a fault on; docs/faults.md has a section for each kind. */
  'fault.apply': faultRequest,
  'fault.heal': z.object({ fault: z.string() }).strict(),
  'fault.healAll': none,
  /** Where each server sends the rooms of each MUC domain, and whether they agree. */
  'rooms.get': none,
  'clock.get': none,
  'clock.pause': none,
  /** Live from now on. */
  'clock.resume': z
    .object({ speed: z.union([z.number().positive().max(1000), z.literal('fast')]).optional() })
    .strict(),
  /** Paused: lets as much happen as `kind` says, then settles; default `next`, one frame or one timer. */
  'clock.step': z
    .object({
      kind: z.enum(STEP_KINDS).optional(),
      /** Of `next`: how often. */
      count: z.number().int().positive().max(100_000).optional(),
      /** Of `node` and `link`. */
      node: z.string().optional(),
      link: z.string().optional(),
      /** Of `journey`: where it begins. */
      seq: z.number().int().positive().optional(),
    })
    .strict()
    .refine(({ kind, node }) => kind !== 'node' || node !== undefined, { path: ['node'], message: 'needed' })
    .refine(({ kind, link }) => kind !== 'link' || link !== undefined, { path: ['link'], message: 'needed' })
    .refine(({ kind, seq }) => kind !== 'journey' || seq !== undefined, { path: ['seq'], message: 'needed' }),
  /** Paused: a timer fires at its due time; what is due before it happens first (`run`), or waits (default). */
  'clock.advanceTo': z.object({ timer: z.string(), others: z.enum(['run', 'wait']).optional() }).strict(),
  'clock.speed': z.object({ speed: z.number().positive().max(1000) }).strict(),
  /**
   * Ordered: as fast as it goes, until something of what is given happens; then paused. `time`, `forMs` and `events` bound it:
   * lab time (ms), lab time from now (ms), and at most so many events more. Without any of them: a day, a million events.
   */
  'clock.runUntil': z
    .object({
      time: z.number().nonnegative().max(LONGEST_MS).optional(),
      forMs: z.number().nonnegative().max(LONGEST_MS).optional(),
      events: z.number().int().positive().max(MOST_RUN_EVENTS).optional(),
      event: traceFilter.optional(),
      /** Number of an event of the trace. */
      seq: z.number().int().positive().optional(),
      /** A frame is sent that matches. */
      stanza: stanzaPattern.optional(),
      /** A machine enters a state. */
      machine: z
        .object({
          machine: z.string().optional(),
          instance: z.string().optional(),
          node: z.string().optional(),
          state: z.string(),
        })
        .strict()
        .optional(),
      /** Anything happens in that node. */
      node: z.string().optional(),
    })
    .strict(),
  'pending.list': none,
  'pending.deliver': item,
  'pending.drop': item,
  'pending.duplicate': item,
  'pending.edit': z.object({ id: z.string(), text: z.string() }).strict(),
  'pending.delay': z.object({ id: z.string(), ms: z.number().positive().max(LONGEST_MS) }).strict(),
  /** A user holds one frame (`id`) or all that goes one way on a link (`link`, `direction`; both ways without one). */
  'pending.hold': kept,
  'pending.release': kept,
  /** A built-in client: its own socket to c2s of `node`. It logs in and sends initial presence unless told not to. */
  'client.add': z
    .object({
      name: z.string(),
      node: z.string(),
      /** Bare or full JID; default NAME@first virtual host. */
      jid: z.string().optional(),
      password: z.string().optional(),
      mechanism: z.enum(['PLAIN', 'SCRAM-SHA-1']).optional(),
      presence: z.boolean().optional(),
    })
    .strict(),
  'client.list': none,
  /** Sends a stanza as the client would, once or `times` in a row. */
  'client.send': z
    .object({
      client: z.string(),
      stanza: z.string(),
      times: z.number().int().min(1).max(10_000).optional(),
    })
    .strict(),
  /** Logs out with `</stream:stream>`; `how` makes it vanish by FIN or RST instead. */
  'client.remove': z
    .object({ client: z.string(), how: z.enum(['logout', 'fin', 'reset']).optional() })
    .strict(),
  /** Lets a client log in again as it was added: a new connection and session, the old one logs out. */
  'client.login': z.object({ client: z.string() }).strict(),
  'client.inbox': z.object({ client: z.string(), since: z.number().int().optional() }).strict(),
  /** Puts a stanza on a link as if the process at that end had sent it. */
  'stanza.inject': z
    .object({ link: z.string(), direction: z.enum(['ab', 'ba']), stanza: z.string() })
    .strict(),
  /**
   * The way of the stanza that event `seq` belongs to, from the client that sent it; with `here`, from that event on.
   * `until`: as it was at that event.
   */
  'stanza.follow': z
    .object({
      seq: z.number().int().positive(),
      here: z.boolean().optional(),
      until: z.number().int().positive().optional(),
    })
    .strict(),
  /** Pauses the lab, between two steps, when something happens; of a frame: when it has been sent and waits. */
  'breakpoint.set': breakpointSpec,
  'breakpoint.enable': z.object({ breakpoint: z.string(), on: z.boolean() }).strict(),
  'breakpoint.list': none,
  'breakpoint.clear': z.object({ breakpoint: z.string().optional() }).strict(),
  'trace.query': z
    .object({
      from: z.number().int().optional(),
      to: z.number().int().optional(),
      filter: traceFilter.optional(),
      limit: z.number().int().positive().max(10_000).optional(),
    })
    .strict(),
  /**
   * What a diagram draws of `limit` events (default 8192): of those from `from` on, or without it of the newest ones (up
   * to `to`). `components`: with the way of packets inside the processes.
   */
  'trace.diagram': z
    .object({
      from: z.number().int().positive().optional(),
      to: z.number().int().positive().optional(),
      limit: z.number().int().positive().max(32_768).optional(),
      components: z.boolean().optional(),
    })
    .strict(),
  'trace.subscribe': z.object({ from: z.number().int().optional(), filter: traceFilter.optional() }).strict(),
  'trace.unsubscribe': none,
  'trace.hash': none,
  /** Numbers of all events that match, ascending: the newest `limit` of them, or with `from` the first ones from there on. */
  'trace.find': z
    .object({
      from: z.number().int().optional(),
      to: z.number().int().optional(),
      filter: traceFilter,
      limit: z.number().int().positive().max(1_000_000).optional(),
    })
    .strict(),
  /** What led to event `seq`, up to the root, and what it led to. */
  'trace.causes': z
    .object({ seq: z.number().int().positive(), limit: z.number().int().positive().max(10_000).optional() })
    .strict(),
  /** The moment before the step that led to event `seq` (default: the newest one of the branch that runs). */
  'trace.stepBefore': z.object({ seq: z.number().int().positive().optional() }).strict(),
  /** Marks event `seq` of the branch that runs; a second one on the same event replaces the first. */
  'bookmark.set': z.object({ seq: z.number().int().positive(), text: z.string().max(200) }).strict(),
  'bookmark.list': none,
  'bookmark.remove': z.object({ seq: z.number().int().positive() }).strict(),
  /** The whole picture at event `seq` of a branch (default: the open one); looking back changes nothing. */
  'state.at': z.object({ seq: z.number().int().nonnegative(), branch: z.string().optional() }).strict(),
  /** Frames, bytes and packet hops by link and by node; from the start, or of what was sent from `since` (a `seq`) on. */
  'traffic.get': z
    .object({
      since: z.number().int().positive().optional(),
      node: z.string().optional(),
      link: z.string().optional(),
    })
    .strict(),
  /** What one frame has led to: `seq` of its `frame.sent`. */
  'traffic.stanza': z.object({ seq: z.number().int().positive() }).strict(),
  /** The runs of the open topology: a tree. */
  'branch.list': none,
  /** Goes back to event `seq` of a branch (default: the one that runs) and stops there: a new branch, to go another way. */
  'branch.fork': z
    .object({
      seq: z.number().int().nonnegative(),
      branch: z.string().optional(),
      title: z.string().max(200).optional(),
    })
    .strict(),
  /** Plays a branch to its end: from then on it is the one that runs. */
  'branch.switch': z.object({ branch: z.string() }).strict(),
  /** Does what was done in a branch at the same lab times under other settings. */
  'branch.rerun': z
    .object({
      branch: z.string().optional(),
      profile: z.enum(['5.2', '7.1']).optional(),
      quirks: z.record(z.string(), z.boolean()).optional(),
      seed: z.number().int().optional(),
      title: z.string().max(200).optional(),
    })
    .strict(),
  'branch.rename': z.object({ branch: z.string(), title: z.string().max(200) }).strict(),
  'branch.remove': z.object({ branch: z.string() }).strict(),
  /** The session as one file: to `path`, or without one as the answer. `redact`: invents other secrets and passwords. */
  'session.save': z.object({ path: z.string().optional(), redact: z.boolean().optional() }).strict(),
  /** Opens a session file in place of what is open: plays its journals, and stands paused where it was saved. */
  'session.open': z.object({ path: z.string().optional(), base64: z.string().optional() }).strict(),
  /** Keeps with the session what a window wants to find again; without arguments it only says what is kept. */
  'session.view': z
    .object({ view: z.json().optional(), bookmarks: z.array(bookmarkSchema).max(10_000).optional() })
    .strict(),
  /** Sessions of labs that have ended without saying so. */
  'session.recoverable': none,
  'session.recover': z.object({ session: z.string() }).strict(),
  'session.discard': z.object({ session: z.string() }).strict(),
  /** Compares two runs: the first event that differs, and what happened to each subject. */
  'compare.run': z.object({ left: z.string(), right: z.string() }).strict(),
  /** Events of two branches side by side, up to `limit` rows of each (default 300) from `from` on; a side left out begins at the same time. */
  'compare.events': z
    .object({
      left: z.string(),
      right: z.string(),
      from: z
        .object({
          left: z.number().int().positive().optional(),
          right: z.number().int().positive().optional(),
        })
        .strict(),
      limit: z.number().int().positive().max(1000).optional(),
    })
    .strict(),
  'quirk.list': none,
  'quirk.set': z.object({ quirk: z.string(), on: z.boolean() }).strict(),
} as const;

export type CommandName = keyof typeof COMMAND_SCHEMAS;
export type CommandArgs<Name extends CommandName> = z.infer<(typeof COMMAND_SCHEMAS)[Name]>;

export const COMMAND_NAMES = Object.keys(COMMAND_SCHEMAS) as CommandName[];

export function isCommand(name: string): name is CommandName {
  return Object.hasOwn(COMMAND_SCHEMAS, name);
}

/** What `expect` and `never` can speak of, format v1. The first key of a condition, its subject, says which one it is. */
import { z } from 'zod';
import { filterParts } from '../api/commands.js';
import { TRACE_FIELDS, TRACE_KINDS } from '../trace/trace-schema.js';
import { duration } from './duration.js';

/** Trace events: every given part must match; `data` compares fields as text. */
const eventFilter = filterParts
  .omit({ causedBy: true })
  .extend({
    kinds: z.array(z.enum(TRACE_KINDS)).min(1).optional(),
    data: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
  })
  .superRefine(({ kinds = TRACE_KINDS, data = {} }, context) => {
    const known = new Set<string>(kinds.flatMap((kind) => [...TRACE_FIELDS[kind]]));
    for (const field of Object.keys(data)) {
      if (known.has(field)) continue;
      context.addIssue({ code: 'unrecognized_keys', keys: [field], path: ['data'], input: data });
    }
  });
export type EventFilter = z.output<typeof eventFilter>;

const attributes = z.record(z.string(), z.string());

/** An element at any depth inside a frame; a bare text is its name. */
const childPattern = z.union([
  z.string(),
  z.strictObject({
    name: z.string(),
    xmlns: z.string().optional(),
    attrs: attributes.optional(),
    /** The element's own text, exactly. */
    text: z.string().optional(),
  }),
]);
export type ChildPattern = z.output<typeof childPattern>;

/** A frame: every given part must match. A bare JID in `from` and `to` stands for its resources as well. */
const framePattern = z.strictObject({
  name: z.string().optional(),
  from: z.string().optional(),
  to: z.string().optional(),
  type: z.string().optional(),
  id: z.string().optional(),
  attrs: attributes.optional(),
  /** One inner element, or several that must all be there. */
  child: z.union([childPattern, z.array(childPattern).min(1)]).optional(),
  contains: z.string().optional(),
  /** Text that must not be in it. */
  lacks: z.string().optional(),
});
export type FramePattern = z.output<typeof framePattern>;

const nodeAndPort = z.strictObject({
  node: z.string(),
  port: z.int().min(1).max(65_535),
  service: z.string().optional(),
  open: z.boolean(),
});

const linkCount = z.strictObject({
  /** Component whose port it is: `c2s`, `cl-comp`, `ext`. */
  service: z.string().optional(),
  /** Node that dialled, and node that accepted. */
  from: z.string().optional(),
  to: z.string().optional(),
  /** Only links that a fault holds, or only those that none does. */
  held: z.boolean().optional(),
  /** How many of them are open. */
  open: z.int().min(0),
});

/** The parts of each condition, by subject. `trace`, `frame` and `receives` look back at what happened, the rest at now. */
const PARTS = {
  trace: { trace: eventFilter },
  frame: {
    frame: framePattern,
    how: z.enum(['sent', 'delivered', 'dropped']).optional(),
    /** Who sent it (`sent`), or whom it was for (`delivered`, `dropped`). */
    node: z.string().optional(),
    link: z.string().optional(),
    service: z.string().optional(),
  },
  receives: { client: z.string(), receives: framePattern },
  machine: {
    machine: z.string(),
    state: z.string(),
    node: z.string().optional(),
    instance: z.string().optional(),
  },
  listener: { listener: nodeAndPort },
  links: { links: linkCount },
  client: { client: z.string(), state: z.string() },
} as const;

const howMany = { count: z.int().min(0).optional(), atLeast: z.int().min(1).optional() };
const within = { within: duration.prefault('10 s') };
const lookingBack = { ...howMany, ...within, since: z.enum(['command', 'start']).optional() };
const lasting = { for: duration.optional() };

export const EXPECT_SCHEMAS = {
  trace: z.strictObject({ ...PARTS.trace, ...lookingBack }),
  frame: z.strictObject({ ...PARTS.frame, ...lookingBack }),
  receives: z.strictObject({ ...PARTS.receives, ...lookingBack }),
  machine: z.strictObject({ ...PARTS.machine, ...howMany, ...within }),
  listener: z.strictObject({ ...PARTS.listener, ...within }),
  links: z.strictObject({ ...PARTS.links, ...within }),
  client: z.strictObject({ ...PARTS.client, ...within }),
} as const;

export const NEVER_SCHEMAS = {
  trace: z.strictObject({ ...PARTS.trace, ...lasting }),
  frame: z.strictObject({ ...PARTS.frame, ...lasting }),
  receives: z.strictObject({ ...PARTS.receives, ...lasting }),
  machine: z.strictObject({ ...PARTS.machine, ...lasting }),
  listener: z.strictObject({ ...PARTS.listener, ...lasting }),
  links: z.strictObject({ ...PARTS.links, ...lasting }),
  client: z.strictObject({ ...PARTS.client, ...lasting }),
} as const;

export type Subject = keyof typeof PARTS;

export const SUBJECTS = Object.keys(PARTS) as Subject[];

type Tagged<Schemas extends Record<Subject, z.ZodType>> = {
  [S in Subject]: { subject: S } & z.output<Schemas[S]>;
}[Subject];

export type Expectation = Tagged<typeof EXPECT_SCHEMAS>;
export type Prohibition = Tagged<typeof NEVER_SCHEMAS>;
/** What both have: which events, or which state of things, are meant. */
export type Condition = Expectation | Prohibition;

/** The subject of a condition as written: the first of the known ones; `client` alone is about its state. */
export function subjectOf(written: object): Subject | undefined {
  return SUBJECTS.find((subject) => Object.hasOwn(written, subject));
}

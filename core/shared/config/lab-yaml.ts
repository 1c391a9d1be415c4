/** `lab.yaml`, the optional file beside a topology's properties: one schema, and an error with its line for all else. */
import { isMap, isNode, isPair, isScalar, LineCounter, parseDocument, type Document } from 'yaml';
import { z } from 'zod';
import { parseJid } from '../xmpp/jid.js';
import type { Finding } from './lint/finding.js';
import { isLoopbackAddress, isTestNetAddress } from './loopback-address.js';
import type { SourceRange } from './source-range.js';

export const LAB_YAML_NAME = 'lab.yaml';

const loopback = z.string().refine(isLoopbackAddress, { params: { code: 'Y4' } });
const hostAddress = z
  .string()
  .refine((text) => isLoopbackAddress(text) || isTestNetAddress(text), { params: { code: 'Y4' } });
const accountJid = z.string().refine((text) => parseJid(text)?.local !== undefined);
const onOff = z.union([
  z.boolean(),
  z.literal('on').transform(() => true),
  z.literal('off').transform(() => false),
]);

/** A hundred years, in seconds. */
const MOST_AHEAD_S = 3_155_760_000;

const usersObject = z.strictObject({
  strict: z.boolean().default(false),
  accounts: z.array(z.strictObject({ jid: accountJid, password: z.string() })).default([]),
});

const labYamlSchema = z.strictObject({
  /** Extra names that resolve inside the lab. */
  hosts: z.record(z.string(), hostAddress).default({}),
  processes: z
    .record(
      z.string(),
      z.strictObject({
        hostname: z.string().min(1).optional(),
        address: loopback.optional(),
        /** Addresses under which other processes see its connections: process name → IPv4 address (NAT, several cards). */
        seenAs: z.record(z.string(), z.ipv4()).optional(),
        /** Seconds by which the clock of the process's machine is ahead of the others'. */
        clockAhead: z.number().min(-MOST_AHEAD_S).max(MOST_AHEAD_S).optional(),
      }),
    )
    .default({}),
  users: z
    .union([z.literal('strict').transform(() => ({ strict: true, accounts: [] })), usersObject])
    .default({ strict: false, accounts: [] }),
  quirks: z.record(z.string(), onOff).default({}),
  lint: z.strictObject({ off: z.array(z.string()).default([]) }).default({ off: [] }),
  standIns: z.record(z.string(), z.enum(['missing', 'stand-in'])).default({}),
  errorCodes: z
    .record(
      z.string(),
      z.strictObject({
        code: z.int().min(0),
        type: z.enum(['auth', 'cancel', 'continue', 'modify', 'wait']),
        text: z.string(),
      }),
    )
    .default({}),
  canvas: z.record(z.string(), z.strictObject({ x: z.number(), y: z.number() })).default({}),
});

export type LabYaml = z.output<typeof labYamlSchema>;

export type LabYamlResult = { ok: true; value: LabYaml } | { ok: false; problems: Finding[] };

/** What holds when there is no `lab.yaml`. */
export function defaultLabYaml(): LabYaml {
  return labYamlSchema.parse({});
}

/** Reads a `lab.yaml`. Problems: Y1 not YAML, Y2 unknown key, Y3 wrong value, Y4 not a loopback address. Never throws. */
export function parseLabYaml(file: string, text: string): LabYamlResult {
  const lines = new LineCounter();
  const places: Places = { file, lines };
  try {
    const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
    if (document.errors.length > 0) {
      const problems = document.errors.map((error) =>
        problem('Y1', rangeOf(places, error.pos), { reason: error.code }),
      );
      return { ok: false, problems };
    }
    const parsed = labYamlSchema.safeParse(document.toJS({ maxAliasCount: 100 }) ?? {});
    if (parsed.success) return { ok: true, value: parsed.data };
    return { ok: false, problems: parsed.error.issues.flatMap((issue) => describe(places, document, issue)) };
  } catch {
    // Nesting that exhausts the stack, or aliases that multiply: not a file for this purpose.
    return { ok: false, problems: [problem('Y1', rangeOf(places, [0, 0]), { reason: 'TOO_COMPLEX' })] };
  }
}

/** Range of a key in a `lab.yaml` that was read without problems; the file's start when it is not there. */
export function labYamlKeyRange(file: string, text: string, path: readonly string[]): SourceRange {
  const { document, lines } = documentOf(text);
  return keyRange({ file, lines }, document, path);
}

/** Range of a value in a `lab.yaml` that was read without problems. */
export function labYamlValueRange(
  file: string,
  text: string,
  path: readonly (number | string)[],
): SourceRange {
  const { document, lines } = documentOf(text);
  return valueRange({ file, lines }, document, path);
}

/** Whoever asks for one place of a text asks for others, one after the other. */
let readLast: { text: string; document: Document; lines: LineCounter } | undefined;

function documentOf(text: string): { document: Document; lines: LineCounter } {
  if (readLast?.text === text) return readLast;
  const lines = new LineCounter();
  readLast = { text, document: parseDocument(text, { lineCounter: lines }), lines };
  return readLast;
}

interface Places {
  file: string;
  lines: LineCounter;
}

type Path = readonly PropertyKey[];

function problem(code: string, range: SourceRange, params: Finding['params']): Finding {
  return { code, severity: 'error', range, params };
}

function describe(places: Places, document: Document, issue: z.core.$ZodIssue): Finding[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => {
      const path = [...issue.path, key];
      return problem('Y2', keyRange(places, document, path), { key: path.join('.') });
    });
  }
  if (issue.code === 'invalid_union') {
    const deeper = issue.errors
      .flat()
      .filter((inner) => inner.code === 'unrecognized_keys' || inner.path.length > 0);
    const relative = deeper.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }));
    if (relative.length > 0) return relative.flatMap((inner) => describe(places, document, inner));
  }
  const code = issue.code === 'custom' && issue.params?.['code'] === 'Y4' ? 'Y4' : 'Y3';
  const expected = issue.code === 'invalid_type' ? { expected: issue.expected } : { expected: issue.code };
  return [
    problem(code, valueRange(places, document, issue.path), { key: issue.path.join('.'), ...expected }),
  ];
}

function keyRange(places: Places, document: Document, path: Path): SourceRange {
  const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  const pairs = isMap(parent) ? parent.items : [];
  const pair = pairs.find(
    (item) => isPair(item) && isScalar(item.key) && String(item.key.value) === path.at(-1),
  );
  return nodeRange(places, pair?.key) ?? rangeOf(places, [0, 0]);
}

/** Where a value stands; for one that is missing, the innermost key above it that is there. */
function valueRange(places: Places, document: Document, path: Path): SourceRange {
  const node = path.length === 0 ? document.contents : document.getIn(path, true);
  const found = nodeRange(places, node);
  if (found !== undefined || path.length === 0) return found ?? rangeOf(places, [0, 0]);
  const parent = path.slice(0, -1);
  const isThere = parent.length === 0 || document.hasIn(parent);
  return isThere && parent.length > 0
    ? keyRange(places, document, parent)
    : valueRange(places, document, parent);
}

function nodeRange(places: Places, node: unknown): SourceRange | undefined {
  if (!isNode(node) || !node.range) return undefined;
  return rangeOf(places, [node.range[0], node.range[1]]);
}

function rangeOf(places: Places, [from, to]: readonly [number, number]): SourceRange {
  const start = places.lines.linePos(from);
  const end = places.lines.linePos(Math.max(from, to));
  return {
    file: places.file,
    line: Math.max(1, start.line),
    column: Math.max(1, start.col),
    endLine: Math.max(1, end.line),
    endColumn: Math.max(1, end.col),
  };
}

/** Bytes of a session file → what it says. Whatever is wrong with it is a `HostError` with its line. */
import { gunzipSync } from 'node:zlib';
import { ACTING_COMMANDS } from '#core/shared/api/acting-commands.js';
import { COMMAND_SCHEMAS, isCommand } from '#core/shared/api/commands.js';
import { HostError } from '#core/shared/api/host-error.js';
import { isObject, migrated } from '#core/shared/session/migrations.js';
import {
  branchSchema,
  entrySchema,
  headerSchema,
  SESSION_FORMAT,
  SESSION_VERSION,
  type SessionFile,
} from '#core/shared/session/session-schema.js';

/** Bytes of a session when it is unpacked; more is refused. */
const MOST_BYTES = 256 * 1024 * 1024;

/** @param bytes packed with gzip, or the bare lines */
export function readSession(bytes: Uint8Array, mostBytes = MOST_BYTES): SessionFile {
  const lines = linesOf(unpacked(bytes, mostBytes));
  return structured(current(lines.map(parsed)));
}

function unpacked(bytes: Uint8Array, most: number): string {
  const isPacked = bytes[0] === 0x1f && bytes[1] === 0x8b;
  if (!isPacked && bytes.length > most) throw tooLarge(most);
  try {
    const plain = isPacked ? gunzipSync(bytes, { maxOutputLength: most }) : bytes;
    return new TextDecoder('utf-8', { fatal: true }).decode(plain);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge(most);
    if (code === 'Z_BUF_ERROR') throw new HostError('session-cut-short');
    throw new HostError(isPacked ? 'session-damaged' : 'not-a-session');
  }
}

function tooLarge(most: number): HostError {
  return new HostError('session-too-large', { most: Math.floor(most / 1024 / 1024) });
}

function linesOf(text: string): string[] {
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

function parsed(line: string, index: number): unknown {
  try {
    return JSON.parse(line) as unknown;
  } catch {
    if (index === 0) throw new HostError('not-a-session');
    throw broken(index + 1, 'JSON');
  }
}

function broken(line: number, reason: string): HostError {
  return new HostError('session-broken', { line, reason });
}

/** The lines as the newest version would have them. */
function current(lines: unknown[]): unknown[] {
  const [head] = lines;
  if (!isObject(head) || head['format'] !== SESSION_FORMAT) throw new HostError('not-a-session');
  const { version } = head;
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 0) throw broken(1, 'version');
  if (version > SESSION_VERSION) throw new HostError('session-newer', { version, known: SESSION_VERSION });
  return migrated(lines, version);
}

function structured(lines: unknown[]): SessionFile {
  const header = checked(headerSchema, lines[0], 1);
  const branches: SessionFile['branches'] = [];
  let at = 1;
  while (at < lines.length) {
    const meta = checked(branchSchema, lines[at], at + 1);
    const first = at + 1;
    if (first + meta.entries > lines.length) throw new HostError('session-cut-short');
    const entries = lines.slice(first, first + meta.entries);
    entries.forEach((entry, index) => checkEntry(entry, first + index + 1));
    if (branches.some((other) => other.meta.branch === meta.branch)) throw broken(at + 1, meta.branch);
    branches.push({ meta, lines: entries.map((entry) => JSON.stringify(entry)) });
    at = first + meta.entries;
  }
  const ids = new Set(branches.map(({ meta }) => meta.branch));
  if (!ids.has(header.current)) throw new HostError('session-cut-short');
  const orphan = branches.find(({ meta }) => meta.parent !== undefined && !ids.has(meta.parent));
  if (orphan) throw broken(1, orphan.meta.parent ?? '');
  return { header, branches };
}

function checkEntry(entry: unknown, line: number): void {
  if (isStep(entry)) return;
  const [kind, , , name, args] = checked(entrySchema, entry, line);
  if (kind !== 'command') return;
  if (!isCommand(name) || !ACTING_COMMANDS.has(name)) throw broken(line, name.slice(0, 100));
  checked<unknown>(COMMAND_SCHEMAS[name], args, line);
}

/** The one that there are hundreds of thousands of. */
function isStep(entry: unknown): boolean {
  if (!Array.isArray(entry) || entry.length !== 5 || entry[0] !== 'step') return false;
  const [, at, time, item, picked] = entry as unknown[];
  return (
    Number.isSafeInteger(at) &&
    (at as number) >= 0 &&
    Number.isFinite(time) &&
    (time as number) >= 0 &&
    typeof item === 'string' &&
    (picked === 0 || picked === 1)
  );
}

interface Schema<T> {
  safeParse(
    value: unknown,
  ):
    | { success: true; data: T }
    | { success: false; error: { issues: { path: PropertyKey[]; message: string }[] } };
}

function checked<T>(schema: Schema<T>, value: unknown, line: number): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw broken(line, `${issue?.path.map(String).join('.') ?? ''} ${issue?.message ?? ''}`.trim());
}

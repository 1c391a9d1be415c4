/** Brings what older versions have written up to the version that is read. */
import { SESSION_VERSION } from './session-schema.js';

/** A file as its lines say, unchecked: the header first. */
export type RawLines = unknown[];

type Migration = (lines: RawLines) => RawLines;

/** `MIGRATIONS[n]` makes version n + 1 of version n. */
const MIGRATIONS: readonly Migration[] = [fromBeforeBranches];

/** @param version of `lines`, not newer than the one that is read */
export function migrated(lines: RawLines, version: number): RawLines {
  return MIGRATIONS.slice(version, SESSION_VERSION).reduce((older, migrate) => migrate(older), lines);
}

/** Version 0 knew one run, whose settings stood in the header; places on the canvas and bookmarks were not kept. */
function fromBeforeBranches([head, ...entries]: RawLines): RawLines {
  const { seed = 1, profile = '5.2', quirks = {}, events, hash, ...header } = isObject(head) ? head : {};
  const at = typeof events === 'number' ? events : 0;
  const branch = {
    branch: 'branch-1',
    forkSeq: 0,
    origin: 'opened',
    title: '',
    leftOut: 0,
    ...{ seed, profile, quirks, entries: entries.length },
    ...(events === undefined ? {} : { events }),
    ...(hash === undefined ? {} : { hash }),
  };
  const rest = { positions: {}, current: 'branch-1', at, speed: 1, bookmarks: [], redacted: false };
  return [{ ...rest, ...header, version: 1 }, branch, ...entries];
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

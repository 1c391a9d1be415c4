/** What the `session.` commands say. */
import type { Finding } from '../config/lint/finding.js';
import type { Bookmark, SessionCut } from '../session/session-schema.js';
import type { NodeView } from './results.js';

/** A session whose lab has ended without saying so. */
export interface RecoverableSession {
  id: string;
  /** Name of its topology. */
  name: string;
  /** When its last line was written: ms since 1970, real time. */
  writtenAt: number;
}

export interface SavedSession {
  /** What a file of it is best called: `seed.clab`. */
  name: string;
  /** Where it was written; absent: `base64` has it. */
  path?: string;
  base64?: string;
  bytes: number;
  /** Secrets that were replaced; 0 when nobody asked for it. */
  secrets: number;
  /** Journals that end early, because a password of an outside program stood behind them. */
  cuts: SessionCut[];
}

/** How playing the journal of a branch has gone. */
export interface PlayedBranch {
  branch: string;
  entries: number;
  played: number;
  events: number;
  /** Whether the trace is the same to the letter; undefined: the file does not say what it was. */
  same?: boolean;
}

export interface OpenedSession {
  nodes: NodeView[];
  findings: Finding[];
  branches: PlayedBranch[];
  cuts: SessionCut[];
  bookmarks: Bookmark[];
  view?: unknown;
}

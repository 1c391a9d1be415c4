/** Where sessions are kept; core knows no folders, so whoever opens the lab brings this along. */
import type { RecoverableSession } from '#core/shared/api/session-view.js';

export interface SessionStorage {
  /** Rejects with `session-unreadable`. */
  read(path: string): Promise<Uint8Array>;
  /** Resolves to where it was written; rejects with `session-unwritable`. */
  write(path: string, bytes: Uint8Array): Promise<string>;
  /** Sessions of labs that have ended without saying so, the newest first. */
  recoverable(): Promise<RecoverableSession[]>;
  /** Head and journals as `SessionSink` was given them, as far as they got; rejects with `unknown-session`. */
  recover(id: string): Promise<InterruptedSession>;
  /** False when there is none of that id. */
  discard(id: string): Promise<boolean>;
  /** Keeps the open session while it runs; without it nothing is kept. */
  readonly sink?: SessionSink;
}

export interface InterruptedSession {
  head: string;
  /** Branch → its lines. */
  journals: Record<string, string[]>;
}

/** Takes a session as it grows. Must be quick, and never throws. */
export interface SessionSink {
  /** What `recover` gives back as the head; replaces the one before. */
  head(text: string): void;
  /** The journal of a branch as it stands. */
  branch(id: string, lines: readonly string[]): void;
  /** One more line of that branch; `now`: somebody has done something, which must not be lost. */
  line(id: string, line: string, now: boolean): void;
  /** The branch is gone. */
  drop(id: string): void;
  /** No session is open. */
  clear(): void;
}

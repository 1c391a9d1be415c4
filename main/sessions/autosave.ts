/**
 * Keeps the open session in a folder of its own while it runs: `session.json` (settings of the session and its branches)
 * and for each branch `branch-N.jsonl`, its journal. Written without waiting for the disk: what the system has survives
 * the end of this process. A folder that cannot be written to (a full disk) ends the keeping, not the lab.
 */
import {
  closeSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import type { SessionSink } from '#core/lab/session/session-storage.js';
import { ownMark } from './process-mark.js';
import { autosaveFolder } from './state-folder.js';

export const HEAD_FILE = 'session.json';
export const MARK_FILE = 'process.json';
export const JOURNAL_ENDING = '.jsonl';

/** Longest that a line waits, in ms of real time. */
const FLUSH_MS = 500;
/** Characters that wait at most. */
const MOST_WAITING = 1 << 16;
const PRIVATE_FOLDER = 0o700;
const PRIVATE_FILE = 0o600;

/** Takes away what a process keeps that is being ended. */
export function forgetKept(pid: number, folder = autosaveFolder()): void {
  try {
    for (const name of readdirSync(folder)) {
      if (name.startsWith(`${pid}-`)) rmSync(path.join(folder, name), { recursive: true, force: true });
    }
  } catch {
    // Nothing was kept.
  }
}

export class Autosave implements SessionSink {
  readonly folder: string;
  private readonly files = new Map<string, number>();
  private waiting: { id: string; lines: string[]; size: number } = { id: '', lines: [], size: 0 };
  private timer: ReturnType<typeof setTimeout> | undefined;
  private there = false;
  private readonly trouble: (error: unknown) => void;
  private broken = false;

  /** @param trouble hears, once, why nothing more is kept */
  constructor(folder: string, trouble: (error: unknown) => void) {
    this.folder = folder;
    this.trouble = trouble;
  }

  head(text: string): void {
    this.attempt(() => {
      this.makeFolder();
      const file = path.join(this.folder, HEAD_FILE);
      writeFileSync(`${file}.new`, text, { mode: PRIVATE_FILE });
      renameSync(`${file}.new`, file);
    });
  }

  branch(id: string, lines: readonly string[]): void {
    this.attempt(() => {
      this.flush();
      this.makeFolder();
      this.shut(id);
      const fd = openSync(this.pathOf(id), 'w', PRIVATE_FILE);
      this.files.set(id, fd);
      this.append(fd, lines);
    });
  }

  line(id: string, line: string, now: boolean): void {
    if (this.broken) return;
    if (this.waiting.id !== id) this.attempt(() => this.flush());
    this.waiting.id = id;
    this.waiting.lines.push(line);
    this.waiting.size += line.length;
    if (now || this.waiting.size > MOST_WAITING) this.attempt(() => this.flush());
    else this.timer ??= setTimeout(() => this.attempt(() => this.flush()), FLUSH_MS).unref();
  }

  drop(id: string): void {
    this.attempt(() => {
      this.shut(id);
      rmSync(this.pathOf(id), { force: true });
    });
  }

  clear(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.waiting = { id: '', lines: [], size: 0 };
    try {
      for (const id of [...this.files.keys()]) this.shut(id);
      if (this.there) rmSync(this.folder, { recursive: true, force: true });
    } catch (error) {
      this.end(error);
    }
    this.there = false;
  }

  private flush(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    const { id, lines } = this.waiting;
    this.waiting = { id: '', lines: [], size: 0 };
    const fd = this.files.get(id);
    if (fd !== undefined) this.append(fd, lines);
  }

  private append(fd: number, lines: readonly string[]): void {
    if (lines.length === 0) return;
    const bytes = Buffer.from(`${lines.join('\n')}\n`);
    for (let at = 0; at < bytes.length;) at += writeSync(fd, bytes, at);
  }

  private makeFolder(): void {
    if (this.there) return;
    mkdirSync(this.folder, { recursive: true, mode: PRIVATE_FOLDER });
    writeFileSync(path.join(this.folder, MARK_FILE), JSON.stringify(ownMark()), { mode: PRIVATE_FILE });
    this.there = true;
  }

  private shut(id: string): void {
    const fd = this.files.get(id);
    this.files.delete(id);
    if (fd !== undefined) closeSync(fd);
  }

  private pathOf(id: string): string {
    return path.join(this.folder, `${id}${JOURNAL_ENDING}`);
  }

  private attempt(work: () => void): void {
    if (this.broken) return;
    try {
      work();
    } catch (error) {
      this.end(error);
    }
  }

  private end(error: unknown): void {
    if (this.broken) return;
    this.broken = true;
    this.trouble(error);
  }
}

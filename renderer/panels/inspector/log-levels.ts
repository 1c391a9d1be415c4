/** Levels of java.util.logging, as Tigase uses them, and which lines a filter lets through. */
import type { TraceEvent } from '#core/shared/trace/trace-event.js';

/** Most serious first. */
export const LEVELS = ['SEVERE', 'WARNING', 'INFO', 'CONFIG', 'FINE', 'FINER', 'FINEST'] as const;

/** That level and what is more serious; or what was printed on the console only. */
export type LevelFilter = 'all' | 'console' | (typeof LEVELS)[number];

type Line = Pick<TraceEvent, 'kind' | 'data'>;

export function levelOf({ kind, data }: Line): string {
  return kind === 'node.console' ? 'console' : String(data.level);
}

export function passes(line: Line, filter: LevelFilter, text: string): boolean {
  return passesLevel(levelOf(line), filter) && contains(line, text.trim().toLowerCase());
}

function passesLevel(level: string, filter: LevelFilter): boolean {
  if (filter === 'all') return true;
  if (filter === 'console' || level === 'console') return filter === level;
  const order: readonly string[] = LEVELS;
  return order.indexOf(level) <= order.indexOf(filter);
}

function contains({ data }: Line, text: string): boolean {
  if (text === '') return true;
  return `${data.logger ?? ''} ${data.text}`.toLowerCase().includes(text);
}

/** Topologies that were opened from this window, newest first. */
import type { CommandArgs } from '#core/shared/api/commands.js';
import { keep, readKept } from '#renderer/ui/use-kept.js';

type Opening = Pick<CommandArgs<'topology.open'>, 'path' | 'files'>;

export interface Recent extends Opening {
  title: string;
}

const KEY = 'recent';
const MOST = 6;
/** Texts beyond this are not kept: a browser gives a page some megabytes in all. */
const MOST_CHARACTERS = 200_000;

export function recentTopologies(): Recent[] {
  const kept = readKept<unknown>(KEY, []);
  return Array.isArray(kept) ? kept.filter(isRecent) : [];
}

export function remember(opening: Opening): void {
  const recent: Recent = { ...opening, title: titleOf(opening) };
  if (JSON.stringify(recent).length > MOST_CHARACTERS) return;
  const others = recentTopologies().filter(({ title }) => title !== recent.title);
  keep(KEY, [recent, ...others].slice(0, MOST));
}

export function forgetAll(): void {
  keep(KEY, []);
}

function titleOf({ path, files = [] }: Opening): string {
  return path ?? files.map(({ name }) => name).join(', ');
}

function isRecent(value: unknown): value is Recent {
  return typeof value === 'object' && value !== null && 'title' in value && typeof value.title === 'string';
}

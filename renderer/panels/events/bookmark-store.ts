/** The bookmarks of the branch that runs, as the lab keeps them. */
import { useEffect } from 'react';
import { createStore } from 'zustand/vanilla';
import { useStore } from 'zustand';
import type { CommandResult } from '#core/shared/api/results.js';
import { useFeed } from '#renderer/store/feed-context.js';
import type { LabFeed } from '#renderer/store/lab-feed.js';
import { useLab } from '#renderer/store/use-lab.js';

export type BookmarkView = CommandResult<'bookmark.list'>['bookmarks'][number];

const store = createStore<{ bookmarks: BookmarkView[] }>(() => ({ bookmarks: [] }));

export function useBookmarks(): BookmarkView[] {
  const feed = useFeed();
  // Another topology, branch or session has others.
  const plan = useLab((state) => state.plan);
  useEffect(() => void list(feed), [feed, plan]);
  return useStore(store, (state) => state.bookmarks);
}

async function list({ host }: LabFeed): Promise<void> {
  const answer = await host.call('bookmark.list', {}).catch(() => undefined);
  store.setState({ bookmarks: answer?.bookmarks ?? [] });
}

export async function setBookmark(feed: LabFeed, seq: number, text: string): Promise<void> {
  const answer = await feed.act('bookmark.set', { seq, text });
  if (answer) store.setState({ bookmarks: answer.bookmarks });
}

export async function removeBookmark(feed: LabFeed, seq: number): Promise<void> {
  await feed.act('bookmark.remove', { seq });
  await list(feed);
}

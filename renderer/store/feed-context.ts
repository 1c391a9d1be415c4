import { createContext, useContext } from 'react';
import type { LabFeed } from './lab-feed.js';

export const FeedContext = createContext<LabFeed | undefined>(undefined);

/** The feed of this window: commands and the store's upkeep. */
export function useFeed(): LabFeed {
  const feed = useContext(FeedContext);
  if (!feed) throw new Error('no feed around this component');
  return feed;
}

import { useEffect } from 'react';
import { useFeed } from '#renderer/store/feed-context.js';
import { useLab } from '#renderer/store/use-lab.js';
import { refreshFiles } from './refresh-files.js';

/** Keeps the files that run up to date, as long as the workbench is there. */
export function useFilesSync(): void {
  const feed = useFeed();
  const plan = useLab((state) => state.plan);
  useEffect(() => {
    if (!plan) return undefined;
    let stale = false;
    // When the lab has gone, the message line says so.
    refreshFiles(feed.host, () => stale).catch(() => undefined);
    return () => {
      stale = true;
    };
  }, [feed, plan]);
}

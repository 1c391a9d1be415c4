import { useEffect } from 'react';
import { useFeed } from '#renderer/store/feed-context.js';
import { useLab } from '#renderer/store/use-lab.js';
import { takeUpFiles } from './files-store.js';

/** Keeps the files that run up to date, as long as the workbench is there. */
export function useFilesSync(): void {
  const feed = useFeed();
  const plan = useLab((state) => state.plan);
  useEffect(() => {
    if (!plan) return undefined;
    let stale = false;
    const asked = Promise.all([feed.host.call('topology.get', {}), feed.host.call('quirk.list', {})]);
    asked.then(
      ([texts, { profile }]) => {
        if (!stale) takeUpFiles(texts.plan, profile, texts);
      },
      // The lab has gone: the message line says so.
      () => undefined,
    );
    return () => {
      stale = true;
    };
  }, [feed, plan]);
}

import { useEffect, useState } from 'react';
import { useFeed } from '#renderer/store/feed-context.js';
import { useLab } from '#renderer/store/use-lab.js';

/** Texts of the open topology's files, by path. */
export function useSources(): ReadonlyMap<string, string> {
  const feed = useFeed();
  const plan = useLab((state) => state.plan);
  const [texts, setTexts] = useState<ReadonlyMap<string, string>>(new Map());
  useEffect(() => {
    let stale = false;
    feed.host.call('topology.get', {}).then(
      ({ files }) => {
        if (!stale) setTexts(new Map(files.map(({ path, text }) => [path, text])));
      },
      () => undefined,
    );
    return () => {
      stale = true;
    };
  }, [feed, plan]);
  return texts;
}

import { useEffect, useState } from 'react';
import type { NodeDetails } from '#core/shared/api/results.js';
import { useFeed } from '#renderer/store/feed-context.js';
import { useLab } from '#renderer/store/use-lab.js';

/** Real time between two looks while the lab runs, in ms. */
const LOOK_MS = 1000;

/** What only the lab knows of a process, such as its queues; asked for while it is looked at. */
export function useNodeDetails(node: string): NodeDetails | undefined {
  const { host } = useFeed();
  const [details, setDetails] = useState<NodeDetails>();
  const live = useLab((state) => state.clock?.mode === 'live');
  // While time stands still, only a new event can have changed anything.
  const seq = useLab((state) => (state.clock?.mode === 'live' ? 0 : state.clock?.seq));
  useEffect(() => {
    let wanted = true;
    const look = (): void => {
      if (document.hidden) return;
      host.call('node.get', { node }).then(
        (answer) => wanted && setDetails(answer.node),
        // The topology was closed or the connection lost: other panels say so.
        () => undefined,
      );
    };
    look();
    const timer = live ? setInterval(look, LOOK_MS) : undefined;
    return () => {
      wanted = false;
      clearInterval(timer);
    };
  }, [host, node, live, seq]);
  return details;
}

import { useEffect, useMemo, useRef, useState } from 'react';
import { filtered, type Diagram, type DiagramFilter } from '#core/shared/trace/diagram/diagram.js';
import { useFeed } from '#renderer/store/feed-context.js';
import { DiagramSource } from './diagram-source.js';

/** The diagram of the open run as far as it has come, filtered; grows at most once an animation frame. */
export function useDiagram(filter: DiagramFilter): Diagram {
  const { host } = useFeed();
  const source = useRef<DiagramSource>(undefined);
  const [grown, setGrown] = useState(0);
  useEffect(() => {
    let asked = 0;
    const soon = (): void => {
      asked ||= requestAnimationFrame(() => {
        asked = 0;
        setGrown((count) => count + 1);
      });
    };
    const made = new DiagramSource(host, soon);
    source.current = made;
    soon();
    return () => {
      cancelAnimationFrame(asked);
      made.end();
    };
  }, [host]);
  return useMemo(() => {
    const fold = source.current?.fold;
    return grown === 0 || !fold ? { lifelines: [], items: [] } : filtered(fold, filter);
  }, [grown, filter]);
}

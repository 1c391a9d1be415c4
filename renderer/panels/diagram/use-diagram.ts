import { useEffect, useMemo, useState } from 'react';
import type { Arrangement } from '#core/shared/trace/diagram/arrangement.js';
import type { Diagram, DiagramFilter } from '#core/shared/trace/diagram/diagram.js';
import type { DiagramFold } from '#core/shared/trace/diagram/diagram-fold.js';
import { ShownDiagram } from '#core/shared/trace/diagram/shown-diagram.js';
import { useFeed } from '#renderer/store/feed-context.js';
import { DiagramSource } from './diagram-source.js';

const UNREAD = { fold: undefined, grown: 0 };
const NOTHING: Diagram = { lifelines: [], items: [] };

/** The diagram of the open run as far as it has come, filtered; grows at most once an animation frame. */
export function useDiagram(filter: DiagramFilter, arrangement: Arrangement): Diagram {
  const { host } = useFeed();
  const components = arrangement.opened.size > 0;
  const [{ fold, grown }, setRead] = useState<{ fold: DiagramFold | undefined; grown: number }>(UNREAD);
  useEffect(() => {
    let asked = 0;
    const soon = (): void => {
      asked ||= requestAnimationFrame(() => {
        asked = 0;
        setRead(({ grown: count }) => ({ fold: made.fold, grown: count + 1 }));
      });
    };
    const made = new DiagramSource(host, components, soon);
    soon();
    return () => {
      cancelAnimationFrame(asked);
      made.end();
    };
  }, [host, components]);
  const shown = useMemo(
    () => (fold ? new ShownDiagram(fold, filter, arrangement) : undefined),
    [fold, filter, arrangement],
  );
  return useMemo(() => (grown > 0 && shown ? shown.now() : NOTHING), [grown, shown]);
}

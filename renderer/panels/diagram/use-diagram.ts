import { useEffect, useMemo, useState } from 'react';
import type { Arrangement } from '#core/shared/trace/diagram/arrangement.js';
import type { Diagram, DiagramFilter } from '#core/shared/trace/diagram/diagram.js';
import type { DiagramFold } from '#core/shared/trace/diagram/diagram-fold.js';
import { ShownDiagram } from '#core/shared/trace/diagram/shown-diagram.js';
import { useFeed } from '#renderer/store/feed-context.js';
import { diagramSource } from './diagram-source.js';

interface Read {
  fold: DiagramFold | undefined;
  /** Share of the run that has been read, 0 to 1; undefined: all of it. */
  progress: number | undefined;
  grown: number;
}

const UNREAD: Read = { fold: undefined, progress: undefined, grown: 0 };
const NOTHING: Diagram = { lifelines: [], items: [] };

/**
 * The diagram of the open run as far as it has come, filtered; grows at most once an animation frame.
 * @param around event that somebody looks at when the diagram is opened; default: the newest
 */
export function useDiagram(
  filter: DiagramFilter,
  arrangement: Arrangement,
  around: number | undefined,
): { diagram: Diagram; progress: number | undefined } {
  const { host } = useFeed();
  const components = arrangement.opened.size > 0;
  const [{ fold, progress, grown }, setRead] = useState(UNREAD);
  useEffect(() => {
    let asked = 0;
    const source = diagramSource(host, components);
    const soon = (): void => {
      asked ||= requestAnimationFrame(() => {
        asked = 0;
        const { fold: now, progress: share } = source;
        setRead(({ grown: count }) => ({ fold: now, progress: share, grown: count + 1 }));
      });
    };
    source.begin(soon, around);
    soon();
    return () => {
      cancelAnimationFrame(asked);
      source.end();
    };
  }, [host, components, around]);
  const shown = useMemo(
    () => (fold ? new ShownDiagram(fold, filter, arrangement) : undefined),
    [fold, filter, arrangement],
  );
  const diagram = useMemo(() => (grown > 0 && shown ? shown.now() : NOTHING), [grown, shown]);
  return { diagram, progress };
}

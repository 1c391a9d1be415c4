import { useCallback, useMemo, useSyncExternalStore } from 'react';
import type { Arrangement } from '#core/shared/trace/diagram/arrangement.js';
import type { Diagram, DiagramFilter } from '#core/shared/trace/diagram/diagram.js';
import { ShownDiagram } from '#core/shared/trace/diagram/shown-diagram.js';
import { useFeed } from '#renderer/store/feed-context.js';
import { diagramSource } from './diagram-source.js';

/**
 * The diagram of the open run as far as it has come, filtered. It grows with the store, so that the window is drawn once
 * for both.
 * @param around event that somebody looks at when the diagram is opened; default: the newest
 */
export function useDiagram(
  filter: DiagramFilter,
  arrangement: Arrangement,
  around: number | undefined,
): { diagram: Diagram; progress: number | undefined } {
  const { host } = useFeed();
  const components = arrangement.opened.size > 0;
  const source = useMemo(() => diagramSource(host, components), [host, components]);
  const subscribe = useCallback(
    (hear: () => void) => {
      source.begin(hear, around);
      return () => source.end();
    },
    [source, around],
  );
  const version = useSyncExternalStore(subscribe, () => source.version);
  const { fold, progress } = source;
  const shown = useMemo(() => new ShownDiagram(fold, filter, arrangement), [fold, filter, arrangement]);
  const diagram = useMemo(() => shown.now(), [shown, version]);
  return { diagram, progress };
}

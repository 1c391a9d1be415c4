import { useNodesInitialized, useReactFlow } from '@xyflow/react';
import { useEffect, useRef, type RefObject } from 'react';

/** Legend and controls stand above the cards. */
export const FIT = {
  padding: { top: '52px', left: '16px', right: '16px', bottom: '20px' },
  maxZoom: 1,
} as const;

/**
 * Shows everything after the topology was opened, when a card has come or gone and when the window has another size: as
 * long as the user has not moved the view.
 * @returns to be called when the user has moved it
 */
export function useFitting(frame: RefObject<HTMLDivElement | null>, cards: number): () => void {
  const { fitView } = useReactFlow();
  const measured = useNodesInitialized();
  const own = useRef(false);
  useEffect(() => {
    const fit = (): void => {
      if (!own.current) void fitView(FIT);
    };
    if (!measured || !frame.current) return;
    fit();
    const size = new ResizeObserver(fit);
    size.observe(frame.current);
    return () => size.disconnect();
  }, [frame, fitView, measured, cards]);
  return () => {
    own.current = true;
  };
}

import { useNodesInitialized, useReactFlow, useStore } from '@xyflow/react';
import { useEffect, useRef, type RefObject } from 'react';

/** Legend and controls stand above the cards. */
export const FIT = {
  padding: { top: '48px', left: '14px', right: '14px', bottom: '16px' },
  maxZoom: 1,
} as const;

/**
 * Shows everything after the topology was opened, when a card has come, gone or grown, and when the window has another
 * size: as long as the user has not moved the view.
 * @returns to be called when the user has moved it
 */
export function useFitting(frame: RefObject<HTMLDivElement | null>): () => void {
  const { fitView } = useReactFlow();
  const measured = useNodesInitialized();
  const sizes = useStore(({ nodes }) =>
    nodes.map(({ id, measured: size }) => `${id} ${size?.height ?? 0}`).join(),
  );
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
  }, [frame, fitView, measured, sizes]);
  return () => {
    own.current = true;
  };
}

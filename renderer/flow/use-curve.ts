import { useInternalNode } from '@xyflow/react';
import { useEffect, useMemo } from 'react';
import type { CardNode } from './flow-model.js';
import { curveBetween, type Box, type Curve } from './line-curve.js';

/** Curves of the lines that are drawn, for the frames that travel on them. */
export const curves = new Map<string, Curve>();
const hearers = new Set<() => void>();

/** Calls `hear` when a line has moved, until the returned function is called. */
export function onCurveMoved(hear: () => void): () => void {
  hearers.add(hear);
  return () => hearers.delete(hear);
}

/** The curve of a line between two cards, wherever they are now; undefined as long as one is not there. */
export function useCurve(id: string, source: string, target: string, aside: number): Curve | undefined {
  const from = useBox(source);
  const to = useBox(target);
  const curve = useMemo(() => (from && to ? curveBetween(from, to, aside) : undefined), [from, to, aside]);
  useEffect(() => {
    if (!curve) return;
    curves.set(id, curve);
    hearers.forEach((hear) => hear());
    return () => void curves.delete(id);
  }, [id, curve]);
  return curve;
}

function useBox(id: string): Box | undefined {
  const node = useInternalNode<CardNode>(id);
  const { x, y } = node?.internals.positionAbsolute ?? {};
  const { width, height } = node?.measured ?? {};
  return useMemo(
    () =>
      x === undefined || y === undefined || width === undefined || height === undefined
        ? undefined
        : { x, y, width, height },
    [x, y, width, height],
  );
}

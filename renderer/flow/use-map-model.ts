import { applyNodeChanges, type NodeChange } from '@xyflow/react';
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { TopologyPlan } from '#core/shared/config/topology-plan.js';
import { useFeed } from '../store/feed-context.js';
import { useCanvas } from './canvas-store.js';
import { edgesFor, nodesFor, settled, type CardNode, type LineEdge } from './flow-model.js';
import { forgetPlaces, keepPlace, keptPlaces, placeSaver, takeUpPlaces } from './kept-places.js';
import { processPlaces } from './layout.js';

interface MapModel {
  nodes: CardNode[];
  edges: LineEdge[];
  change: (changes: NodeChange<CardNode>[]) => void;
  /** Keeps where a card has been dragged to. */
  moved: (node: CardNode) => void;
  /** Puts every card back to where the layout wants it. */
  arrange: () => void;
}

/** Cards and lines for React Flow; made anew only when one comes or goes. */
export function useMapModel(plan: TopologyPlan): MapModel {
  const cards = useCanvas((state) => state.cards);
  const lines = useCanvas((state) => state.lines);
  const places = useMemo(() => processPlaces(plan), [plan]);
  const [nodes, setNodes] = useState<CardNode[]>([]);
  const edges = useMemo(() => edgesFor(lines), [lines]);
  const feed = useFeed();
  const saver = useMemo(() => placeSaver(feed, plan.name), [feed, plan]);
  useEffect(() => {
    takeUpPlaces(plan);
    return saver.stop;
  }, [plan, saver]);
  useEffect(() => {
    setNodes((old) => nodesFor(cards, old, places, keptPlaces(plan.name)));
  }, [cards, places, plan]);
  const change = useCallback(
    (changes: NodeChange<CardNode>[]) =>
      setNodes((old) => {
        const changed = applyNodeChanges(changes, old);
        // A card that has something to explain is higher than before.
        return changes.some(({ type }) => type === 'dimensions')
          ? settled(changed, keptPlaces(plan.name))
          : changed;
      }),
    [plan],
  );
  const moved = useCallback(
    (node: CardNode) => {
      keepPlace(plan.name, node.id, node.position);
      saver.soon();
    },
    [plan, saver],
  );
  const arrange = useCallback(() => {
    forgetPlaces(plan.name);
    saver.soon();
    const wanted = processPlaces({ ...plan, positions: {} });
    setNodes((old) => {
      const back = old.map((node) => ({ ...node, position: wanted[node.id] ?? node.position }));
      return settled(back, {});
    });
  }, [plan, saver]);
  return { nodes, edges, change, moved, arrange };
}

import { useMemo } from 'react';
import { useFiles } from '../files/files-store.js';
import { useLab } from '../store/use-lab.js';
import { boxOf } from './clear-place.js';
import type { CardNode, LineEdge } from './flow-model.js';
import { keptPlaces } from './kept-places.js';
import { addsToMap, NOTHING_PLANNED, plannedModel, type PlannedModel } from './planned-model.js';

/** What the edited files would change on the map; nothing while it shows the past. */
export function usePlanned(
  topology: string,
  cards: readonly CardNode[],
  lines: readonly LineEdge[],
): PlannedModel {
  const past = useLab((state) => state.past !== undefined);
  // What is only marked on cards and lines does not have the map drawn anew.
  const difference = useFiles((state) => (addsToMap(state.difference) ? state.difference : undefined));
  return useMemo(
    () =>
      past || !difference
        ? NOTHING_PLANNED
        : plannedModel(difference, keptPlaces(topology), cards.map(boxOf), lines),
    [past, difference, topology, cards, lines],
  );
}

/** Which panels beside the canvas are folded away. */
import { createStore } from 'zustand/vanilla';
import { useStore } from 'zustand';

export const SIDES = ['left', 'bottom', 'right'] as const;
export type Side = (typeof SIDES)[number];

interface Sides {
  folded: Readonly<Record<Side, boolean>>;
  /** How somebody wants them who is not at the panels themselves; undefined: they are as they are. */
  wanted: Readonly<Record<Side, boolean>> | undefined;
}

export const sidesStore = createStore<Sides>(() => ({
  folded: { left: false, bottom: false, right: false },
  wanted: undefined,
}));

export function useSides(): Sides {
  return useStore(sidesStore);
}

export function setFolded(side: Side, isFolded: boolean): void {
  const { folded } = sidesStore.getState();
  if (folded[side] !== isFolded) sidesStore.setState({ folded: { ...folded, [side]: isFolded } });
}

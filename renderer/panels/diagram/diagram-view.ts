/**
 * What of the run the two diagrams show, and how: plain data, so that it can be kept and had again. Another topology
 * begins with the usual view.
 */
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { ALL_SORTS, type DiagramItem } from '#core/shared/trace/diagram/diagram.js';
import { labStore } from '#renderer/store/lab-store.js';

const LARGEST_SCALE = 1000;
const SMALLEST_SCALE = 0.001;

export interface DiagramViewState {
  /** What is drawn of the run. */
  sorts: DiagramItem['sort'][];
  /** Names of lifelines that are left out. */
  hidden: string[];
  /** Only items with this text; empty: all. */
  contains: string;
  /** Names of lifelines from left to right, as far as somebody has moved one. */
  order: string[];
  /** Processes whose components have lifelines of their own. */
  opened: string[];
  clientsAsOne: boolean;
  /** Height of a millisecond of lab time in px. */
  scale: number;
}

export const USUAL_VIEW: DiagramViewState = {
  sorts: ALL_SORTS.filter((sort) => sort !== 'timer' && sort !== 'state'),
  hidden: [],
  contains: '',
  order: [],
  opened: [],
  clientsAsOne: false,
  scale: 1,
};

export const diagramView = createStore<DiagramViewState>(() => USUAL_VIEW);

labStore.subscribe(({ plan }, before) => {
  if (plan?.name !== before.plan?.name) setDiagramView(USUAL_VIEW);
});

export function useDiagramView(): DiagramViewState {
  return useStore(diagramView);
}

export function setDiagramView(part: Partial<DiagramViewState>): void {
  diagramView.setState(part);
}

/** `by` times as much of the page for a millisecond. */
export function zoomDiagram(by: number): void {
  setDiagramView({ scale: within(diagramView.getState().scale * by) });
}

/** Takes a view that was kept, by another version perhaps: of what it does not understand the usual is shown. */
export function restoreDiagramView(kept: unknown): void {
  if (typeof kept !== 'object' || kept === null) return;
  const { sorts, hidden, contains, order, opened, clientsAsOne, scale } = kept as Record<string, unknown>;
  setDiagramView({
    sorts: Array.isArray(sorts) ? ALL_SORTS.filter((sort) => sorts.includes(sort)) : USUAL_VIEW.sorts,
    hidden: namesIn(hidden),
    contains: typeof contains === 'string' ? contains : '',
    order: namesIn(order),
    opened: namesIn(opened),
    clientsAsOne: clientsAsOne === true,
    scale: typeof scale === 'number' && scale > 0 ? within(scale) : USUAL_VIEW.scale,
  });
}

function within(scale: number): number {
  return Math.min(LARGEST_SCALE, Math.max(SMALLEST_SCALE, scale));
}

function namesIn(kept: unknown): string[] {
  return Array.isArray(kept) ? kept.filter((name) => typeof name === 'string') : [];
}

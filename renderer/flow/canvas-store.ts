/** The canvas's own fold of the store: new lists only where something has changed, so that cards and lines stay. */
import { createStore } from 'zustand/vanilla';
import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import type { NodeView } from '#core/shared/api/results.js';
import { labStore, log, shownPlan, type LabState } from '../store/lab-store.js';
import { canvasShape, type CanvasShape } from './canvas-shape.js';
import { DialFold } from './link-machines.js';
import { LogReader } from './log-reader.js';

interface CanvasState extends CanvasShape {
  /** By name; the same object as long as nothing of the process has changed. */
  nodes: Map<string, NodeView>;
}

const canvasStore = createStore<CanvasState>(() => ({
  cards: [],
  lines: [],
  looks: new Map(),
  nodes: new Map(),
}));

export function useCanvas<Part>(select: (shape: CanvasState) => Part): Part {
  return useStore(canvasStore, useShallow(select));
}

export function useNodeView(name: string): NodeView | undefined {
  return useStore(canvasStore, ({ nodes }) => nodes.get(name));
}

/** Keeps the canvas's shape up to date until the returned function is called. */
export function followLab(): () => void {
  let dials = new DialFold();
  const reader = new LogReader();
  const update = (state: LabState, before: LabState | undefined): void => {
    const { again, events } = reader.take(log.all());
    if (again) dials = new DialFold();
    for (const event of events) dials.take(event);
    if (before && !again && !changed(state, before)) return;
    const lists = { ...state, plan: shownPlan(state) };
    const shape = canvasShape(lists, state.past ? dialsUntil(state.past.seq) : dials);
    canvasStore.setState(reuse(canvasStore.getState(), shape, state.nodes), true);
  };
  update(labStore.getState(), undefined);
  return labStore.subscribe(update);
}

/** Dials that were being tried at an earlier event. */
function dialsUntil(seq: number): DialFold {
  const dials = new DialFold();
  for (const event of log.all()) {
    if (event.seq > seq) break;
    dials.take(event);
  }
  return dials;
}

function changed(now: LabState, before: LabState): boolean {
  return (['nodes', 'links', 'machines', 'clients', 'plan'] as const).some(
    (list) => now[list] !== before[list],
  );
}

function reuse(old: CanvasState, fresh: CanvasShape, nodes: readonly NodeView[]): CanvasState {
  return {
    cards: same(old.cards, fresh.cards) ? old.cards : fresh.cards,
    lines: same(old.lines, fresh.lines) ? old.lines : fresh.lines,
    looks: reuseEach(old.looks, fresh.looks),
    nodes: reuseEach(old.nodes, new Map(nodes.map((node) => [node.name, node]))),
  };
}

function reuseEach<Value>(
  old: ReadonlyMap<string, Value>,
  fresh: ReadonlyMap<string, Value>,
): Map<string, Value> {
  const kept = new Map<string, Value>();
  for (const [id, value] of fresh) {
    const before = old.get(id);
    kept.set(id, before !== undefined && same(before, value) ? before : value);
  }
  return kept;
}

/** Plain data of few fields. */
function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

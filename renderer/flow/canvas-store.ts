/** The canvas's own fold of the store: new lists only where something has changed, so that cards and lines stay. */
import { createStore } from 'zustand/vanilla';
import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import { labStore, log, type LabState } from '../store/lab-store.js';
import { canvasShape, type CanvasShape, type LineLook } from './canvas-shape.js';
import { DialFold } from './link-machines.js';
import { LogReader } from './log-reader.js';

const NOTHING: CanvasShape = { cards: [], lines: [], looks: new Map() };

const canvasStore = createStore<CanvasShape>(() => NOTHING);

export function useCanvas<Part>(select: (shape: CanvasShape) => Part): Part {
  return useStore(canvasStore, useShallow(select));
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
    canvasStore.setState(reuse(canvasStore.getState(), canvasShape(state, dials)), true);
  };
  update(labStore.getState(), undefined);
  return labStore.subscribe(update);
}

function changed(now: LabState, before: LabState): boolean {
  return (['links', 'machines', 'clients', 'plan'] as const).some((list) => now[list] !== before[list]);
}

function reuse(old: CanvasShape, fresh: CanvasShape): CanvasShape {
  const looks = new Map<string, LineLook>();
  for (const [id, look] of fresh.looks) {
    const before = old.looks.get(id);
    looks.set(id, before && same(before, look) ? before : look);
  }
  return {
    cards: same(old.cards, fresh.cards) ? old.cards : fresh.cards,
    lines: same(old.lines, fresh.lines) ? old.lines : fresh.lines,
    looks,
  };
}

/** Plain data of few fields. */
function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

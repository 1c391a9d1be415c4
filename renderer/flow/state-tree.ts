/** Which state lies in which, and in which order a machine comes to them. */
import type { GraphState, MachineGraph } from '#core/shared/machines/machine-graph.js';

export class StateTree {
  readonly states: readonly GraphState[];
  private readonly byId = new Map<string, GraphState>();
  private readonly children = new Map<string, GraphState[]>();

  constructor({ states }: MachineGraph) {
    this.states = states;
    for (const state of states) this.byId.set(state.id, state);
    for (const state of states) {
      if (state.parent === undefined) continue;
      this.children.set(state.parent, [...(this.children.get(state.parent) ?? []), state]);
    }
  }

  has(id: string): boolean {
    return this.byId.has(id);
  }

  parent(id: string): string | undefined {
    return this.byId.get(id)?.parent;
  }

  isCompound(id: string): boolean {
    return this.children.has(id);
  }

  /** Where the machine starts. */
  start(): string {
    const first =
      this.states.find(({ parent, initial }) => parent === undefined && initial) ?? this.states[0];
    return first ? this.leaf(first.id, 'first') : '';
  }

  /** Whether `id` lies in `box`, at any depth; everything lies in the machine itself. */
  isInside(id: string, box: string): boolean {
    if (!this.has(box)) return true;
    const parent = this.byId.get(id)?.parent;
    return parent !== undefined && (parent === box || this.isInside(parent, box));
  }

  /** The state without states inside that stands for `id`: the first one entered, or the last one written. */
  leaf(id: string, which: 'first' | 'last'): string {
    const children = this.children.get(id);
    if (!children) return id;
    const chosen = which === 'first' ? children.find((child) => child.initial) : children.at(-1);
    return this.leaf((chosen ?? children[0])?.id ?? id, which);
  }
}

/** Of arrows between states, those that lead back: the drawing then runs downwards from the first state. */
export function backArrows<Arrow extends { from: string; to: string }>(
  start: string,
  arrows: readonly Arrow[],
): Set<Arrow> {
  const leaving = new Map<string, Arrow[]>();
  for (const arrow of arrows) leaving.set(arrow.from, [...(leaving.get(arrow.from) ?? []), arrow]);
  const [back, open, done] = [new Set<Arrow>(), new Set<string>(), new Set<string>()];
  const visit = (state: string): void => {
    if (done.has(state)) return;
    done.add(state);
    open.add(state);
    for (const arrow of leaving.get(state) ?? []) {
      if (open.has(arrow.to)) back.add(arrow);
      else visit(arrow.to);
    }
    open.delete(state);
  };
  visit(start);
  for (const { from } of arrows) visit(from);
  return back;
}

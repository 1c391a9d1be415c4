/** Transitions gathered into arrows: those that stand for the same are drawn once. */
import type { GraphEdge, MachineGraph } from '#core/shared/machines/machine-graph.js';
import type { StateTree } from './state-tree.js';

/** So many states with the same way out share one arrow: a client's stream, say, can end in any phase of its login. */
const SHARED_BY = 4;

/** All transitions from one place to another: one arrow, one line of its label each. */
export interface GatheredArrow {
  /** A state, or a port. */
  from: string;
  to: string;
  edges: GraphEdge[];
  /** State whose border the arrow starts at; absent: it starts at a port. */
  source?: string;
  target: string;
}

/** Where arrows start that leave several states at once. */
export interface Port {
  id: string;
  /** The states; empty: every state of the box. */
  sources: string[];
  /** The box that it lies in; absent: the machine itself. */
  parent?: string;
}

export interface Gathered {
  arrows: GatheredArrow[];
  ports: Port[];
}

export function gatherArrows(graph: MachineGraph, tree: StateTree): Gathered {
  const ports = new Map<string, Port>();
  const arrows = new Map<string, GatheredArrow>();
  const shared = sharedEdges(graph.edges);
  for (const edge of graph.edges) {
    const port = portOf(edge, shared.get(wayOut(edge)) ?? [], tree);
    if (port) ports.set(port.id, port);
    const from = port?.id ?? edge.source;
    const key = `${from} > ${edge.target}`;
    const { target } = edge;
    const arrow = arrows.get(key) ?? {
      from,
      to: target,
      target,
      edges: [],
      ...(port ? {} : { source: edge.source }),
    };
    arrow.edges.push(edge);
    arrows.set(key, arrow);
  }
  return { arrows: [...arrows.values()], ports: [...ports.values()] };
}

/** Way out → the states that have it. */
function sharedEdges(edges: readonly GraphEdge[]): Map<string, string[]> {
  const sources = new Map<string, string[]>();
  for (const edge of edges) sources.set(wayOut(edge), [...(sources.get(wayOut(edge)) ?? []), edge.source]);
  return sources;
}

function wayOut({ target, label, guard }: GraphEdge): string {
  return `${label} [${guard ?? ''}] ${target}`;
}

function portOf(
  { source, target }: GraphEdge,
  sources: readonly string[],
  tree: StateTree,
): Port | undefined {
  // From anywhere in a box to one of its own states: the box's border will not do.
  const within = !tree.has(source) || (tree.isCompound(source) && tree.isInside(target, source));
  if (within && source !== target) {
    return { id: `${source} (any)`, sources: [], ...(tree.has(source) ? { parent: source } : {}) };
  }
  if (sources.length < SHARED_BY) return undefined;
  const parents = new Set(sources.map((state) => tree.parent(state)));
  const [parent] = parents.size === 1 ? parents : [];
  return { id: sources.join(' '), sources: [...sources], ...(parent === undefined ? {} : { parent }) };
}

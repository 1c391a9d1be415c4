/**
 * A machine's drawing, walked from its definition: nobody draws a state by hand. The ids of the edges are the ones
 * that the trace carries, because both come from `edgeId` of the very transition object. (`toDirectedGraph` of xstate
 * leaves out eventless transitions, so it is not used.)
 */
import type { AnyMachineSnapshot, AnyStateMachine, AnyStateNode } from 'xstate';

/** What this file needs of an xstate transition definition. */
export interface FiredTransition {
  readonly source: Pick<AnyStateNode, 'id' | 'path' | 'transitions' | 'always'>;
  readonly eventType: string;
  readonly target?: readonly { readonly id: string }[] | undefined;
  readonly guard?: unknown;
}

interface DescribedTransition extends FiredTransition {
  readonly description?: string | undefined;
}

export interface GraphState {
  id: string;
  /** Name as the chart shows it. */
  label: string;
  parent?: string;
  initial: boolean;
  final: boolean;
  description?: string;
}

export interface GraphEdge {
  id: string;
  source: string;
  target: string;
  /** Event name; empty: taken by itself; `after 10000 ms` for a delay. */
  label: string;
  guard?: string;
  description?: string;
}

export interface MachineGraph {
  machine: string;
  states: GraphState[];
  edges: GraphEdge[];
}

/** The id of a transition, the same for the drawn arrow and for the micro-step that fired. */
export function edgeId(transition: FiredTransition): string {
  const { source, eventType } = transition;
  const always = source.always?.findIndex((candidate) => (candidate as unknown) === transition) ?? -1;
  if (always >= 0) return `${source.id}|always|${always}`;
  const siblings = source.transitions.get(eventType) ?? [];
  const index = siblings.findIndex((candidate) => (candidate as unknown) === transition);
  return `${source.id}|${eventType}|${Math.max(index, 0)}`;
}

export function machineGraph(machine: AnyStateMachine): MachineGraph {
  const states: GraphState[] = [];
  const edges: GraphEdge[] = [];
  const walk = (node: AnyStateNode): void => {
    for (const child of Object.values<AnyStateNode>(node.states)) {
      states.push(graphState(node, child));
      walk(child);
    }
    const transitions = [...node.transitions.values()].flat();
    for (const transition of [...transitions, ...(node.always ?? [])]) {
      edges.push(...graphEdges(node, transition));
    }
  };
  walk(machine.root);
  return { machine: machine.id, states, edges };
}

function graphState(parent: AnyStateNode, node: AnyStateNode): GraphState {
  return {
    id: node.id,
    label: node.key,
    ...(parent.parent ? { parent: parent.id } : {}),
    initial: parent.config.initial === node.key,
    final: node.type === 'final',
    ...(node.description ? { description: node.description } : {}),
  };
}

function graphEdges(node: AnyStateNode, transition: DescribedTransition): GraphEdge[] {
  const guard = guardName(transition.guard);
  const targets = transition.target ?? [{ id: node.id }];
  return targets.map((target) => ({
    id: edgeId(transition),
    source: node.id,
    target: target.id,
    label: eventLabel(transition.eventType),
    ...(guard ? { guard } : {}),
    ...(transition.description ? { description: transition.description } : {}),
  }));
}

/** `xstate.after.retryDelay.machine.waiting` → `after retryDelay`. */
function eventLabel(eventType: string): string {
  const delay = /^xstate\.after\.([^.]+)\./.exec(eventType);
  return delay ? `after ${delay[1]}` : eventType;
}

function guardName(guard: unknown): string {
  if (typeof guard === 'string') return guard;
  if (typeof guard === 'object' && guard !== null && 'type' in guard) return String(guard.type);
  return guard === undefined ? '' : 'condition';
}

/** `negotiating.headerSent` of a snapshot. */
export function stateText(snapshot: unknown): string {
  const value = (snapshot as { value?: unknown } | undefined)?.value;
  const text = (part: unknown): string => {
    if (typeof part === 'string') return part;
    if (typeof part !== 'object' || part === null) return '';
    return Object.entries(part)
      .map(([key, inner]) => `${key}.${text(inner)}`)
      .join(' ');
  };
  return text(value);
}

/** The guard that kept `eventType` from being taken in `snapshot`; empty when no transition names that event there. */
export function refusingGuard(snapshot: unknown, eventType: string): string {
  const nodes: readonly AnyStateNode[] = (snapshot as AnyMachineSnapshot)._nodes;
  for (const node of nodes) {
    for (const transition of node.transitions.get(eventType) ?? []) {
      const guard = guardName(transition.guard);
      if (guard) return guard;
    }
  }
  return '';
}

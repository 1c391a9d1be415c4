/** What stands on a chart's arrows, and which of its states are lit. */
import type { AnyStateMachine } from 'xstate';
import type { GraphEdge, GraphState } from '#core/shared/machines/machine-graph.js';

/** How long a delayed transition waits, in ms, where the definition says it without knowing the instance. */
export function delayOf(machine: AnyStateMachine, { label }: GraphEdge): number | undefined {
  const name = /^after (.+)$/.exec(label)?.[1];
  if (name === undefined) return undefined;
  const delay: unknown = machine.implementations.delays[name] ?? Number(name);
  return typeof delay === 'number' && Number.isFinite(delay) ? delay : undefined;
}

/** `handshake.accepted [finNoticed]`; `event` is what the reader's language makes of the event. */
export function edgeText(event: string, { guard }: GraphEdge): string {
  return [event, guard === undefined ? '' : `[${guard}]`].filter((part) => part !== '').join(' ');
}

/** Ids of the states that `state` (`connected.live`) is in, with the boxes around them. */
export function currentStates(states: readonly GraphState[], state: string): Set<string> {
  const paths = new Map<string, string>();
  // A box comes before what lies in it.
  for (const { id, label, parent } of states) {
    const outer = parent === undefined ? undefined : paths.get(parent);
    paths.set(id, outer === undefined ? label : `${outer}.${label}`);
  }
  const wanted = state.split(' ');
  const lit = [...paths].filter(([, path]) =>
    wanted.some((one) => one === path || one.startsWith(`${path}.`)),
  );
  return new Set(lit.map(([id]) => id));
}

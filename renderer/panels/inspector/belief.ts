/** Where the two ends of a link do not believe the same. */
import type { MachineView } from '#core/shared/trace/machine-fold.js';
import { phaseOf } from '#renderer/flow/link-machines.js';
import type { LinkShown } from './use-link.js';

export interface Mismatch {
  /** Text `ui.inspector.belief.CODE`. */
  code: 'ghost' | 'half-ghost' | 'differ' | 'alone';
  params: Record<string, string>;
}

export function mismatchOf({ link, present, dialler, acceptor }: LinkShown): Mismatch | undefined {
  if (!link) return undefined;
  const believers = [dialler, acceptor].flatMap((end) => (end && believesUp(end) ? [end] : []));
  const [one, other] = believers;
  if (!one) return undefined;
  if (!present || !link.open) {
    if (other) return { code: 'ghost', params: { one: one.node, other: other.node } };
    return { code: 'half-ghost', params: { one: one.node, state: one.state } };
  }
  if (other) return gapBetween(one, other);
  const silent = one === dialler ? acceptor : dialler;
  if (silent) return differ(one, silent);
  const absent = one === dialler ? link.acceptor.node : link.dialler.node;
  // Of somebody outside, no machine is seen.
  return (one === dialler ? link.acceptor : link.dialler).external
    ? undefined
    : { code: 'alone', params: { one: one.node, other: absent } };
}

function believesUp({ state }: MachineView): boolean {
  const phase = phaseOf(state);
  return phase === 'connected' || phase === 'gone';
}

function gapBetween(one: MachineView, other: MachineView): Mismatch | undefined {
  return phaseOf(one.state) === phaseOf(other.state) ? undefined : differ(one, other);
}

function differ(one: MachineView, other: MachineView): Mismatch {
  return {
    code: 'differ',
    params: { one: one.node, state: one.state, other: other.node, otherState: other.state },
  };
}

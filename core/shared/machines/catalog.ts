/** Every machine there is: what panels, tests and docs go through. */
import type { AnyStateMachine } from 'xstate';
import { c2sStreamMachine } from './c2s-stream.machine.js';
import { clientSessionMachine } from './client-session.machine.js';
import { clusterAcceptorMachine } from './cluster-acceptor.machine.js';
import { clusterDiallerMachine } from './cluster-dialler.machine.js';
import { clusterFormationMachine } from './cluster-formation.machine.js';
import { componentAcceptorMachine } from './component-acceptor.machine.js';
import { componentDiallerMachine } from './component-dialler.machine.js';
import { faultMachine } from './fault.machine.js';
import { extCompAcceptorMachine } from './ext-comp-acceptor.machine.js';
import { extCompDiallerMachine } from './ext-comp-dialler.machine.js';
import { listenerMachine } from './listener.machine.js';
import { nodeMachine } from './node.machine.js';
import { occupantMachine } from './occupant.machine.js';
import { roomMachine } from './room.machine.js';
import { s2sAcceptorMachine } from './s2s-acceptor.machine.js';
import { userSessionMachine } from './user-session.machine.js';

export const MACHINES: readonly AnyStateMachine[] = [
  nodeMachine,
  listenerMachine,
  clusterDiallerMachine,
  clusterAcceptorMachine,
  clusterFormationMachine,
  componentDiallerMachine,
  componentAcceptorMachine,
  extCompDiallerMachine,
  extCompAcceptorMachine,
  c2sStreamMachine,
  userSessionMachine,
  roomMachine,
  occupantMachine,
  s2sAcceptorMachine,
  clientSessionMachine,
  faultMachine,
];

export function machineById(id: string): AnyStateMachine | undefined {
  return MACHINES.find((machine) => machine.id === id);
}

/** Whether a condition is met, and what there is instead. */
import type { Condition } from '#core/shared/scenario/condition-schema.js';
import {
  fieldOf,
  matchesEvent,
  matchesFrame,
  matchesLink,
  matchesState,
} from '#core/shared/scenario/match.js';
import type { TraceRow } from '#core/shared/trace/trace-schema.js';
import type { Lab } from '../lab.js';
import { linkView } from '../views.js';
import { frameElement } from './frame-element.js';
import { rowText, type MachineNow, type TraceWatch } from './trace-watch.js';

type Of<Subject extends Condition['subject']> = Extract<Condition, { subject: Subject }>;

/** Conditions that look back at events; the others look at how things are now. */
export type EventCondition = Of<'trace' | 'frame' | 'receives'>;
export type StateCondition = Of<'machine' | 'listener' | 'links' | 'client'>;

/** What conditions are asked of. */
export interface Scene {
  lab: Lab;
  watch: TraceWatch;
}

/** Events or things shown with a failure. */
const NEAREST = 3;

export function isEventCondition(condition: Condition): condition is EventCondition {
  return condition.subject === 'trace' || condition.subject === 'frame' || condition.subject === 'receives';
}

/** Whether a row of the trace is one that the condition means. What the scenario itself says there never is. */
export function eventTest(condition: EventCondition, watch: TraceWatch): (row: TraceRow) => boolean {
  if (condition.subject === 'trace') {
    const { trace } = condition;
    return (row) => row[4] !== 'scenario.step' && matchesEvent(row, trace);
  }
  const isAbout = frameTest(condition, watch);
  const pattern = condition.subject === 'frame' ? condition.frame : condition.receives;
  return (row) => {
    if (!isAbout(row)) return false;
    const text = watch.frameText(Number(fieldOf(row, 'frame')));
    return matchesFrame(text, pattern, () => frameElement(text));
  };
}

/** The rows in which a matching frame would stand. */
function frameTest(condition: Of<'frame' | 'receives'>, watch: TraceWatch): (row: TraceRow) => boolean {
  if (condition.subject === 'receives') {
    const node = clientNode(condition.client);
    return (row) => row[4] === 'frame.delivered' && row[2] === node;
  }
  const { how = 'sent', node, link, service } = condition;
  const kind = `frame.${how}`;
  return (row) => {
    if (row[4] !== kind || (node !== undefined && row[2] !== node)) return false;
    const id = fieldOf(row, 'link') ?? '';
    if (link !== undefined && !matchesLink(id, link)) return false;
    return service === undefined || watch.serviceOf(id) === service;
  };
}

/** How many there are now of what the condition means: machines, links; 1 or 0 for what is or is not so. */
export function countNow(condition: StateCondition, { lab, watch }: Scene): number {
  switch (condition.subject) {
    case 'machine':
      return machinesOf(condition, watch).filter(({ state }) => matchesState(state, condition.state)).length;
    case 'listener': {
      const { node, port, service, open } = condition.listener;
      const isOpen = lab.network
        .listenersOf(node)
        .some(({ spec, open }) => open && spec.port === port && (service ?? spec.service) === spec.service);
      return isOpen === open ? 1 : 0;
    }
    case 'links':
      return openLinks(condition, lab).length;
    case 'client':
      return matchesState(lab.clients.get(condition.client)?.view().state ?? '', condition.state) ? 1 : 0;
  }
}

/** Whether things are now as the condition says, but for `count` and `atLeast`. */
export function holdsNow(condition: StateCondition, scene: Scene): boolean {
  const count = countNow(condition, scene);
  return condition.subject === 'links' ? count === condition.links.open : count > 0;
}

/** What comes nearest to the condition: the last events of its kind, or how things are now. */
export function nearest(condition: Condition, scene: Scene): string[] {
  const { lab, watch } = scene;
  switch (condition.subject) {
    case 'trace': {
      const { kinds, node, machine, instance } = condition.trace;
      const wider = { kinds, node, machine, instance };
      const isNear = eventTest({ subject: 'trace', trace: wider }, watch);
      return watch.last(isNear, NEAREST).map((row) => rowText(row, watch));
    }
    case 'frame':
    case 'receives':
      return watch.last(frameTest(condition, watch), NEAREST).map((row) => rowText(row, watch));
    case 'machine':
      return machinesOf(condition, watch).map(({ instance, state }) => `${instance} ${state}`);
    case 'listener':
      return lab.network
        .listenersOf(condition.listener.node)
        .map(({ spec, open }) => `${spec.service}:${spec.port} ${open ? 'open' : 'closed'}`);
    case 'links':
      return openLinks(condition, lab).map(({ id }) => id);
    case 'client':
      return [lab.clients.get(condition.client)?.view().state ?? ''].filter((state) => state !== '');
  }
}

function machinesOf({ machine, node, instance }: Of<'machine'>, watch: TraceWatch): MachineNow[] {
  return watch
    .machines()
    .filter((now) => now.machine === machine)
    .filter((now) => node === undefined || now.node === node)
    .filter((now) => instance === undefined || now.instance === instance);
}

function openLinks({ links: { service, from, to, held } }: Of<'links'>, lab: Lab): { id: string }[] {
  return lab.network
    .allLinks()
    .map((link) => linkView(lab, link))
    .filter(
      (link) =>
        link.open &&
        (service ?? link.service) === link.service &&
        (from ?? link.dialler.node) === link.dialler.node &&
        (to ?? link.acceptor.node) === link.acceptor.node &&
        (held === undefined || link.held.length > 0 === held),
    );
}

/** Name of a built-in client among the nodes of the trace. */
function clientNode(name: string): string {
  return `client:${name}`;
}

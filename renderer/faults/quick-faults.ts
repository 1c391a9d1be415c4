/** Faults that are put on with one click, as they are by default. */
import type { FaultRequest } from '#core/shared/api/fault-request.js';
import type { FaultGround, FaultKindView } from '#core/shared/faults/fault-kind-view.js';
import { groundsOf, routeOf, type FaultPlace } from './fault-place.js';

const QUICK: Partial<Record<FaultGround, readonly string[]>> = {
  route: ['link-drop', 'half-open', 'latency', 'refuse'],
  node: ['wifi-off', 'crash', 'freeze'],
  port: ['port-squatted'],
  database: ['database-down', 'database-slow'],
};

/** Kinds that a place offers at once, where the lab has them. */
export function quickFaults(place: FaultPlace, kinds: readonly FaultKindView[]): FaultKindView[] {
  const [ground] = groundsOf(place);
  const names = ground ? (QUICK[ground] ?? []) : [];
  return names.flatMap((name) => kinds.find(({ kind, on }) => kind === name && on === ground) ?? []);
}

/** A fault in its default form; undefined: it needs to be told more. */
export function quickRequest(place: FaultPlace, { kind, on, once }: FaultKindView): FaultRequest | undefined {
  const target = defaultTarget(place, on, once);
  return target === undefined ? undefined : { kind, target };
}

/** Where a kind goes unless the user says otherwise. What is over at once hits the one connection, all else the route. */
export function defaultTarget(place: FaultPlace, on: FaultGround, once: boolean): string | undefined {
  const { line, node, port, name, database } = place;
  switch (on) {
    case 'route':
      return line && (once ? (line.link ?? routeOf(line)) : routeOf(line));
    case 'node':
      return node;
    case 'port':
      return node === undefined || port === undefined ? undefined : `${node}:${port}`;
    case 'name':
      return name;
    case 'database':
      return database;
    case 'nodes':
      return undefined;
  }
}

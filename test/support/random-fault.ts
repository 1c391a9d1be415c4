/** Faults made up by chance from the catalogue, whatever it holds: only valid ones. */
import { faultKindViews } from '#core/lab/faults/kinds.js';
import type { FaultRequest } from '#core/shared/api/fault-request.js';
import type { FaultGround, FaultKindView } from '#core/shared/faults/fault-kind-view.js';
import type { OptionSpec, OptionValue } from '#core/shared/faults/fault-options.js';
import type { Random } from '#core/shared/injected/random.js';
import { HOST_NAMES, SERVER_NODES } from './storm-topology.js';

const NODES = [...SERVER_NODES, 'muc1', 'muc2', 'muc3'];
const PORTS = [5222, 5270, 5277];
/** Where a kind would allow hours or megabytes, no more of it is asked for. */
const MOST = 20_000;

export function randomFault(random: Random, not: readonly string[] = []): FaultRequest {
  const kind = pick(
    random,
    faultKindViews().filter(({ kind }) => !not.includes(kind)),
  );
  return {
    kind: kind.kind,
    target: targetOf(random, kind),
    options: Object.fromEntries(
      Object.entries(kind.options).map(([name, spec]) => [name, valueOf(random, name, spec)]),
    ),
    ...(kind.directed && chance(random, 2) ? { direction: pick(random, ['ab', 'ba'] as const) } : {}),
    ...(chance(random, 4) ? { probability: (1 + random.below(9)) / 10 } : {}),
    ...(chance(random, 4) ? { frames: { skip: random.below(3), count: 1 + random.below(5) } } : {}),
    ...timing(random, kind),
  };
}

function timing(random: Random, { once }: FaultKindView): Partial<FaultRequest> {
  const afterMs = random.below(3000);
  switch (random.below(5)) {
    case 0:
      return once ? { schedule: { afterMs } } : { durationMs: 1 + random.below(20_000) };
    case 1: {
      const schedule = { afterMs, everyMs: 5001 + random.below(10_000), times: 1 + random.below(4) };
      return { schedule, ...(once ? {} : { durationMs: 1 + random.below(5000) }) };
    }
    case 2:
      return {
        when: {
          machine: pick(random, ['component-dialler', 'cluster-acceptor', 'node', 'room']),
          nth: 1 + random.below(3),
        },
      };
    default:
      return {};
  }
}

function targetOf(random: Random, { on, kind }: FaultKindView): string {
  const any = (): string => pick(random, NODES);
  const targets: Record<FaultGround, () => string> = {
    node: any,
    database: any,
    port: () => `${any()}:${pick(random, PORTS)}`,
    name: () => pick(random, HOST_NAMES),
    nodes: () => groups(random, kind),
    route: () => route(random),
  };
  return targets[on]();
}

function route(random: Random): string {
  const end = (): string => (chance(random, 4) ? '*' : pick(random, NODES));
  const port = chance(random, 2) ? '' : `:${pick(random, PORTS)}`;
  return `${end()}${chance(random, 2) ? '>' : '<>'}${end()}${port}`;
}

/** Every node in one of two groups, each group with somebody in it. */
function groups(random: Random, kind: string): string {
  const left = [...NODES];
  const take = (): string => left.splice(random.below(left.length), 1)[0] as string;
  const sides = [[take()], [take()]];
  const others = [...left];
  others.forEach((node) => sides[random.below(2)]?.push(node));
  return sides.map((side) => side.join(',')).join(kind === 'rolling-restart' ? ',' : '|');
}

function valueOf(random: Random, name: string, spec: OptionSpec): OptionValue {
  switch (spec.type) {
    case 'choice':
      return pick(random, spec.choices);
    case 'text':
      return name === 'node' && chance(random, 2) ? '' : pick(random, NODES);
    case 'number': {
      const most = Math.min(spec.max, spec.min + (spec.unit === 'count' ? 10 : MOST));
      if (spec.unit === 'fraction') return spec.min + ((spec.max - spec.min) * random.below(101)) / 100;
      return chance(random, 3) ? spec.default : spec.min + random.below(most - spec.min + 1);
    }
  }
}

function chance(random: Random, oneIn: number): boolean {
  return random.below(oneIn) === 0;
}

function pick<Item>(random: Random, items: readonly Item[]): Item {
  return items[random.below(items.length)] as Item;
}

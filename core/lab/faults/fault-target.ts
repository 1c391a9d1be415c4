/** Whether what a fault is to be put on is there. */
import type { FaultRequest } from '#core/shared/api/fault-request.js';
import { HostError } from '#core/shared/api/host-error.js';
import { parseRoute } from '#core/shared/faults/route-selector.js';
import type { Lab } from '../lab.js';
import type { LabFault } from './kinds.js';
import type { FaultGround } from '#core/shared/faults/fault-kind-view.js';

type Check = (lab: Lab, target: string, groups: number) => HostError | undefined;

const CHECKS: Readonly<Record<FaultGround, Check>> = {
  node: unknownNode,
  route: unknownRoute,
  port: (lab, target) => {
    const [node = '', port = '', ...more] = target.split(':');
    const written = more.length === 0 && /^\d{1,5}$/.test(port) && isPort(Number(port));
    return written ? unknownNode(lab, node) : badTarget(target);
  },
  nodes: unknownGroups,
  name: (_lab, target) => (target === '' ? badTarget(target) : undefined),
  database: unknownNode,
};

const isPort = (port: number): boolean => port >= 1 && port <= 65_535;

/** Throws `fault-needs-target`, `unknown-node`, `unknown-link` or `bad-fault-target`. */
export function checkTarget(lab: Lab, kind: LabFault, { target, when }: FaultRequest): void {
  if (when && 'stanza' in when && when.link !== undefined) checkRoute(lab, when.link);
  // A stage names the link itself.
  if (target === undefined && when && kind.on === 'route') return;
  if (target === undefined) throw new HostError('fault-needs-target', { kind: kind.kind });
  const problem = CHECKS[kind.on](lab, target, kind.groups ?? 2);
  if (problem) throw problem;
}

function checkRoute(lab: Lab, link: string): void {
  const problem = unknownRoute(lab, link);
  if (problem) throw problem;
}

/** Who is cut off from others stands in one group: nobody is parted from itself. */
function unknownGroups(lab: Lab, target: string, least: number): HostError | undefined {
  const groups = target.split('|').map((group) => group.split(','));
  const nodes = groups.flat();
  const twice = groups.length > 1 && new Set(nodes).size < nodes.length;
  if (groups.length < least || twice) return badTarget(target);
  return nodes.reduce<HostError | undefined>((bad, node) => bad ?? unknownNode(lab, node), undefined);
}

function unknownNode(lab: Lab, node: string): HostError | undefined {
  return lab.process(node) ? undefined : new HostError('unknown-node', { node });
}

function unknownRoute(lab: Lab, target: string): HostError | undefined {
  const route = parseRoute(target);
  const possible = route && (route.port === undefined || isPort(route.port));
  const known = possible && (route.number === undefined || lab.network.link(target));
  return known ? undefined : new HostError('unknown-link', { link: target });
}

function badTarget(target: string): HostError {
  return new HostError('bad-fault-target', { target });
}

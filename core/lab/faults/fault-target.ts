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
    const [node = '', port = ''] = target.split(':');
    return /^\d{1,5}$/.test(port) ? unknownNode(lab, node) : badTarget(target);
  },
  nodes: (lab, target, least) => {
    const groups = target.split('|').map((group) => group.split(','));
    if (groups.length < least) return badTarget(target);
    return groups
      .flat()
      .reduce<HostError | undefined>((bad, node) => bad ?? unknownNode(lab, node), undefined);
  },
  name: (_lab, target) => (target === '' ? badTarget(target) : undefined),
  database: unknownNode,
};

/** Throws `fault-needs-target`, `unknown-node`, `unknown-link` or `bad-fault-target`. */
export function checkTarget(lab: Lab, kind: LabFault, { target, when }: FaultRequest): void {
  // A stage names the link itself.
  if (target === undefined && when && kind.on === 'route') return;
  if (target === undefined) throw new HostError('fault-needs-target', { kind: kind.kind });
  const problem = CHECKS[kind.on](lab, target, kind.groups ?? 2);
  if (problem) throw problem;
}

function unknownNode(lab: Lab, node: string): HostError | undefined {
  return lab.process(node) ? undefined : new HostError('unknown-node', { node });
}

function unknownRoute(lab: Lab, target: string): HostError | undefined {
  const route = parseRoute(target);
  const known = route && (route.number === undefined || lab.network.link(target));
  return known ? undefined : new HostError('unknown-link', { link: target });
}

function badTarget(target: string): HostError {
  return new HostError('bad-fault-target', { target });
}

/** Sockets of one address that want the same port; the second bind fails. K9 has those of the cluster, E4 all others. */
import type { SourceRange } from '#core/shared/config/source-range.js';
import { EXTERNAL_COMPONENT_CLASS } from '#core/shared/config/config-type.js';
import type { ListenerPlan } from '#core/shared/config/topology-plan.js';
import { report, type Report } from '../lint-rule.js';
import { isOwnName, rangeOfFirst, type LintNode, type TopologyView } from '../topology-view.js';

interface Socket {
  node: LintNode;
  listener: ListenerPlan;
}

/** Clashes in which the cluster's own listener does, or does not, take part. */
export function portClashes(view: TopologyView, ofCluster: boolean): Report[] {
  const seen = new Map<string, Socket>();
  return boundSockets(view).flatMap((socket) => {
    const key = `${socket.node.process.address} ${socket.listener.port}`;
    const first = seen.get(key);
    if (first === undefined) {
      seen.set(key, socket);
      return [];
    }
    return [first, socket].some(isClusterSocket) === ofCluster ? [clash(first, socket)] : [];
  });
}

/** Port 0 is a free port of the system's choice; another host's address is E3's business. */
function boundSockets(view: TopologyView): Socket[] {
  return view.nodes.flatMap((node) =>
    node.process.listeners
      .filter((listener) => listener.port !== 0)
      .filter((listener) => listener.bind === '*' || isOwnName(view, node, listener.bind))
      .filter((listener) => !isUnreadable(node, listener))
      .map((listener) => ({ node, listener })),
  );
}

/** A port that is no number becomes the cluster's, which is E13. */
function isUnreadable({ process }: LintNode, { component, port }: ListenerPlan): boolean {
  const { className } = process.components.find(({ name }) => name === component) ?? {};
  if (className !== EXTERNAL_COMPONENT_CLASS) return false;
  const item = process.externals.find((each) => each.type === 'accept' && each.port === port);
  return item?.unreadablePort !== undefined;
}

function isClusterSocket({ listener }: Socket): boolean {
  return listener.component === 'cl-comp';
}

function clash(first: Socket, second: Socket): Report {
  const params = {
    port: second.listener.port,
    component: second.listener.component,
    other: first.listener.component,
    process: second.node.process.name,
    otherProcess: first.node.process.name,
  };
  return report('error', rangeOf(second), params, { related: [{ range: rangeOf(first) }] });
}

/** The place that asked for a socket. */
function rangeOf(socket: Socket): SourceRange {
  const { node, listener } = socket;
  const { process } = node;
  if (isClusterSocket(socket)) {
    const own = process.clusterNodes.find((item) => item.host === process.hostname);
    return own?.source ?? rangeOfFirst(node, ['--cluster-mode']);
  }
  const external = process.externals.find((item) => item.type === 'accept' && item.port === listener.port);
  const named = process.components.find((component) => component.name === listener.component);
  if (named?.className.endsWith('.ComponentProtocol') === true && external !== undefined)
    return external.source;
  return rangeOfFirst(node, [`--${listener.component}-ports`, `--${listener.component}`, 'config-type']);
}

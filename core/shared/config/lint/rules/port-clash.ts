import type { SourceRange } from '#core/shared/config/source-range.js';
import type { ListenerPlan } from '#core/shared/config/topology-plan.js';
import { finding, isOwnName, rangeOfFirst } from '../topology-view.js';
import type { LintNode, LintRule, TopologyView } from '../topology-view.js';

interface Socket {
  node: LintNode;
  listener: ListenerPlan;
}

/** K9 (the cluster port) and E4 (any other): two sockets of one address want the same port; the second one fails. */
export const portClash: LintRule = {
  codes: ['K9', 'E4'],
  run(view) {
    const seen = new Map<string, Socket>();
    return view.nodes.flatMap((node) =>
      node.process.listeners.flatMap((listener) => {
        // Port 0 is a free port of the system's choice; another host's address is E3's business.
        if (listener.port === 0 || !isBoundHere(view, node, listener)) return [];
        const key = `${node.process.address} ${listener.port}`;
        const first = seen.get(key);
        if (first === undefined) {
          seen.set(key, { node, listener });
          return [];
        }
        return [clash(first, { node, listener })];
      }),
    );
  },
};

function isBoundHere(view: TopologyView, node: LintNode, listener: ListenerPlan): boolean {
  return listener.bind === '*' || isOwnName(view, node, listener.bind);
}

function clash(first: Socket, second: Socket) {
  const sockets = [first, second];
  const code = sockets.some((socket) => socket.listener.component === 'cl-comp') ? 'K9' : 'E4';
  const params = {
    port: second.listener.port,
    component: second.listener.component,
    other: first.listener.component,
    process: second.node.process.name,
    otherProcess: first.node.process.name,
  };
  return finding(code, 'error', rangeOf(second), params, { related: [{ range: rangeOf(first) }] });
}

/** The place that asked for a socket. */
function rangeOf({ node, listener }: Socket): SourceRange {
  const { process } = node;
  const external = process.externals.find((item) => item.type === 'accept' && item.port === listener.port);
  const named = process.components.find((component) => component.name === listener.component);
  if (listener.component === 'cl-comp') {
    const own = process.clusterNodes.find((item) => item.host === process.hostname);
    return own?.source ?? rangeOfFirst(node, ['--cluster-mode']);
  }
  if (named?.className.endsWith('.ComponentProtocol') === true && external !== undefined)
    return external.source;
  return rangeOfFirst(node, [`--${listener.component}-ports`, `--${listener.component}`, 'config-type']);
}

/** Puts the parts of a clustered node together: controller, connections, strategy and its commands. */
import type { ServerContext } from '../server-context.js';
import { ClusterConnectionManager } from './cluster-connection-manager.js';
import { ClusterController } from './cluster-controller.js';
import type { ClusteredSessions, SessionClustering } from './session-clustering.js';
import { selectedStrategy } from './strategies/catalogue.js';
import type { ClusteringStrategy } from './strategies/clustering-strategy.js';

/** What a node with a session manager gives to its cluster parts. */
export interface ClusterSessions extends ClusteredSessions {
  useClustering(strategy: SessionClustering): void;
}

/** Which of the process's components hear of nodes that come and go (§5.8). */
export interface NodeEvents {
  nodeConnected(host: string): void;
  nodeDisconnected(host: string): void;
}

export interface ClusterParts {
  readonly controller: ClusterController;
  readonly connections: ClusterConnectionManager;
}

/**
 * The components `cluster-contr` and `cl-comp` of a process.
 * @param sessions undefined: a clustered process without a session manager (§1.4)
 */
export function clusterParts(
  context: ServerContext,
  sessions: ClusterSessions | undefined,
  events: NodeEvents,
): ClusterParts {
  const controller = new ClusterController(context, 'cluster-contr');
  const strategy = sessions && strategyOf(context, controller, sessions);
  const connections = new ClusterConnectionManager(context, 'cl-comp', {
    nodeConnected: (host) => {
      strategy?.nodeConnected(host);
      sessions?.notifyAdmins(`New cluster node connected: ${host}`, adminText(context, host, 'connected'));
      events.nodeConnected(host);
    },
    nodeDisconnected: (host) => {
      strategy?.nodeDisconnected(host);
      sessions?.notifyAdmins(`Cluster node disconnected: ${host}`, adminText(context, host, 'disconnected'));
      events.nodeDisconnected(host);
    },
    command: (element) => controller.handle(element),
  });
  controller.deliverWith((packet) => connections.addPacket(packet));
  return { controller, connections };
}

/** undefined: its class cannot be had, and the session manager runs as without a cluster (§5.7). */
function strategyOf(
  context: ServerContext,
  controller: ClusterController,
  sessions: ClusterSessions,
): ClusteringStrategy | undefined {
  const make = selectedStrategy(context);
  if (!make) return undefined;
  const strategy = make({ context, controller, sessions, self: `sess-man@${context.hostname}` });
  strategy.commands.forEach((command) => controller.register(command));
  sessions.useClustering(strategy);
  return strategy;
}

/** §5.8, and the capture of a start: `Cluster node 'X' connected (date)`, then who says so. */
function adminText(context: ServerContext, host: string, what: 'connected' | 'disconnected'): string {
  const to = what === 'connected' ? 'to' : 'from';
  return `Cluster node '${host}' ${what} (${javaDate(context.calendar.dateMs())})\n${host} ${what} ${to} ${context.hostname}`;
}

/** `Sun Nov 22 08:03:47 UTC 2026`: java.util.Date as text. */
function javaDate(ms: number): string {
  const [day, date, month, year, time] = new Date(ms).toUTCString().replace(',', '').split(' ');
  return `${day} ${month} ${date} ${time} UTC ${year}`;
}

/** Puts the parts of a clustered node together: controller, connections, ring strategy and its commands. */
import type { Component } from '#core/component/component.js';
import type { ServerContext } from '../server-context.js';
import { ClusterConnectionManager } from './cluster-connection-manager.js';
import { ClusterController } from './cluster-controller.js';
import { packetForward } from './commands/packet-forward.js';
import { userConnected } from './commands/user-connected.js';
import { userPresence } from './commands/user-presence.js';
import { RingStrategy } from './ring-strategy.js';
import type { ClusteredSessions, SessionClustering } from './session-clustering.js';

/** What a node with a session manager gives to its cluster parts. */
export interface ClusterSessions extends ClusteredSessions {
  useClustering(strategy: SessionClustering): void;
}

/**
 * The components `cluster-contr` and `cl-comp` of a process.
 * @param sessions undefined: a clustered process without a session manager (§1.4)
 */
export function clusterParts(context: ServerContext, sessions: ClusterSessions | undefined): Component[] {
  const self = `sess-man@${context.hostname}`;
  const controller = new ClusterController(context, 'cluster-contr');
  const strategy = new RingStrategy(context, controller, self);
  const connections = new ClusterConnectionManager(context, 'cl-comp', {
    nodeConnected: (host) => {
      strategy.nodeConnected(host);
      sessions?.notifyAdmins(`New cluster node connected: ${host}`, adminText(context, host, 'connected'));
    },
    nodeDisconnected: (host) => {
      strategy.nodeDisconnected(host);
      sessions?.notifyAdmins(`Cluster node disconnected: ${host}`, adminText(context, host, 'disconnected'));
    },
    command: (element) => controller.handle(element),
  });
  controller.deliverWith((packet) => connections.addPacket(packet));
  if (sessions) {
    sessions.useClustering(strategy);
    const ring = { context, controller, sessions, self, connected: () => strategy.connected };
    [packetForward(ring), userConnected(sessions), userPresence(sessions)].forEach((command) =>
      controller.register(command),
    );
  }
  return [controller, connections];
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

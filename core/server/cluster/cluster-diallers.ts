/** The connections that this node dials: so many to each node that it knows, and never fewer while it knows it (§5.1). */
import { connectionsPerNode } from '#core/shared/config/cluster-connections.js';
import type { ClusterConnectionManager } from './cluster-connection-manager.js';
import { ClusterDialler } from './cluster-dialler.js';

export class ClusterDiallers {
  private readonly manager: ClusterConnectionManager;
  private readonly wanted: number;
  private readonly dialled = new Map<string, ClusterDialler[]>();

  constructor(manager: ClusterConnectionManager) {
    this.manager = manager;
    this.wanted = connectionsPerNode(manager.server.plan, manager.server.profile);
  }

  /**
   * The node has come to be known. Those that gave it up dial again; what is missing is dialled anew. Sockets that have
   * outlived the time in which it was not known count for nothing: they are beside the new ones from then on.
   */
  dial(host: string): void {
    const diallers = this.dialled.get(host) ?? [];
    this.dialled.set(host, diallers);
    const idle = diallers.filter((dialler) => dialler.idle);
    idle.forEach((dialler) => dialler.dialAgain());
    for (let number = idle.length; number < this.wanted; number += 1) {
      diallers.push(new ClusterDialler(this.manager, host, diallers.length + 1));
    }
  }
}

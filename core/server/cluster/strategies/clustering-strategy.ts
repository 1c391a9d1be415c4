/** What the parts of a clustered node ask of a strategy (§5.7), and what they give it. One file a strategy beside this. */
import type { ServerContext } from '#core/server/server-context.js';
import type { ClusterController, CommandListener } from '../cluster-controller.js';
import type { ClusteredSessions, SessionClustering } from '../session-clustering.js';

export interface StrategyParts {
  readonly context: ServerContext;
  readonly controller: ClusterController;
  readonly sessions: ClusteredSessions;
  /** `sess-man@<own host>`. */
  readonly self: string;
}

export interface ClusteringStrategy extends SessionClustering {
  /** Commands of other nodes that it understands. */
  readonly commands: readonly CommandListener[];
  nodeConnected(host: string): void;
  nodeDisconnected(host: string): void;
}

/** Component JIDs of the session managers of the nodes that are connected now, in the order in which they came. */
export class ConnectedNodes {
  private readonly nodes: string[] = [];

  all(): readonly string[] {
    return this.nodes;
  }

  add(host: string): void {
    const node = `sess-man@${host}`;
    if (!this.nodes.includes(node)) this.nodes.push(node);
  }

  remove(host: string): void {
    const index = this.nodes.indexOf(`sess-man@${host}`);
    if (index >= 0) this.nodes.splice(index, 1);
  }
}

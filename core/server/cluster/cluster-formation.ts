/**
 * 7.1: the client ports of a clustered node wait until the cluster is initiated. It is when as many nodes are connected as
 * the list has besides this one, or when the table has been read twice and names this node alone. There is no time limit:
 * a listed node that never comes, and has never had a row that could grow old, keeps the ports closed.
 */
import { withEffects } from '#core/component/machine-effects.js';
import { runMachine, type RunningMachine } from '#core/component/machine-runner.js';
import { clusterFormationMachine } from '#core/shared/machines/cluster-formation.machine.js';
import type { ServerContext } from '../server-context.js';

export class ClusterFormation {
  private readonly machine: RunningMachine<typeof clusterFormationMachine>;
  private readonly waiting: (() => void)[] = [];

  constructor(context: ServerContext, component: string) {
    const { node } = context;
    const machine = withEffects(clusterFormationMachine, {
      actions: { openClientPorts: () => this.waiting.splice(0).forEach((open) => open()) },
    });
    this.machine = runMachine(context, machine, `${node}/${component}/formation`, { node });
  }

  whenInitiated(open: () => void): void {
    if (this.initiated) open();
    else this.waiting.push(open);
  }

  /** @param listed nodes of the list, this one included */
  nodesConnected(connected: number, listed: number): void {
    if (!this.initiated && connected >= listed - 1) this.machine.send({ type: 'nodes.complete' });
  }

  alone(): void {
    if (!this.initiated) this.machine.send({ type: 'node.alone' });
  }

  private get initiated(): boolean {
    return this.machine.snapshot().matches('initiated');
  }
}

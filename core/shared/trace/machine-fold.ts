/** The machines that run, folded from the trace: the same for the lab, a window that looks on, and a look back. */
import type { TraceRow } from './trace-schema.js';

export interface MachineView {
  machine: string;
  /** `server1/cl-comp/dial vm-128-158 1`: the same in every run. */
  instance: string;
  node: string;
  /** `connected.live` */
  state: string;
  /** Edge taken last; empty: none yet. */
  edge: string;
  /** `seq` of the event that brought it into this state. */
  seq: number;
}

export class MachineFold {
  private readonly machines = new Map<string, MachineView>();

  /** Takes in one row; rows come in order, each once. */
  take(row: TraceRow): void {
    const [seq, , node, , kind, values] = row;
    if (kind === 'machine.started') {
      const [machine, instance, state] = values;
      this.machines.set(instance, { machine, instance, node, state, edge: '', seq });
    } else if (kind === 'machine.transition') {
      const [, instance, edge, state] = values;
      const view = this.machines.get(instance);
      if (view) Object.assign(view, { edge, state, seq });
    } else if (kind === 'machine.stopped') {
      this.machines.delete(values[1]);
    }
  }

  /** Goes on from what `all` gave at an earlier event. */
  restore(machines: readonly MachineView[]): void {
    this.machines.clear();
    for (const machine of machines) this.machines.set(machine.instance, { ...machine });
  }

  all(): MachineView[] {
    return [...this.machines.values()];
  }

  get(instance: string): MachineView | undefined {
    return this.machines.get(instance);
  }
}

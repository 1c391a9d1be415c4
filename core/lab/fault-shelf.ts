/** The faults that are on now, and how to take them away. */
import { FAULT_KINDS } from '#core/net/faults/shelf.js';
import { HostError } from '#core/shared/api/host-error.js';
import type { FaultView } from '#core/shared/api/results.js';
import type { Lab } from './lab.js';
import type { LabProcess } from './lab-process.js';

interface LastingFault extends FaultView {
  heal: () => void;
}

export class FaultShelf {
  private readonly lab: Lab;
  private readonly lasting = new Map<string, LastingFault>();

  constructor(lab: Lab) {
    this.lab = lab;
  }

  list(): FaultView[] {
    return [...this.lasting.values()].map(({ id, kind, target }) => ({ id, kind, target }));
  }

  /** Puts a fault on a node or link; its id. Throws `unknown-fault`, `unknown-node`, `unknown-link`, `bad-fault-how` or `fault-already-on`. */
  apply(kindName: string, target: string, how?: string): string {
    const { network, trace, ids, kernel } = this.lab;
    const kind = FAULT_KINDS.find((candidate) => candidate.kind === kindName);
    if (!kind) throw new HostError('unknown-fault', { kind: kindName });
    if (how !== undefined && !kind.hows.includes(how))
      throw new HostError('bad-fault-how', { kind: kindName, how });
    if (kind.on === 'node' && !this.lab.process(target))
      throw new HostError('unknown-node', { node: target });
    if (kind.on === 'link' && !network.link(target)) throw new HostError('unknown-link', { link: target });
    if (this.list().some((fault) => fault.kind === kindName && fault.target === target)) {
      throw new HostError('fault-already-on', { kind: kindName, target });
    }
    const id = `fault-${ids.next('fault')}`;
    const seq = trace.record('fault.applied', '', [id, kindName, target], 0);
    kernel.enter(seq, id, () => {
      const heal = kind.apply(network, { target, how });
      if (heal) this.lasting.set(id, { id, kind: kindName, target, heal });
    });
    return id;
  }

  /** False when there is no such fault on. */
  heal(id: string): boolean {
    const fault = this.lasting.get(id);
    if (!fault) return false;
    this.lasting.delete(id);
    const seq = this.lab.trace.record('fault.healed', '', [id, fault.kind, fault.target], 0);
    this.lab.kernel.enter(seq, id, fault.heal);
    return true;
  }

  /** Takes every fault away and starts again each process that one has killed or left with a failed listener. */
  healAll(): { healed: number; restarted: string[] } {
    const ids = [...this.lasting.keys()];
    ids.forEach((id) => this.heal(id));
    const broken = this.lab.processes.filter((process) => this.needsRestart(process));
    broken.forEach((process) => this.lab.restart(process));
    return { healed: ids.length, restarted: broken.map((process) => process.name) };
  }

  private needsRestart(process: LabProcess): boolean {
    if (process.killed) return true;
    if (!process.running) return false;
    return this.lab.network.listenersOf(process.name).some((listener) => listener.tried && !listener.open);
  }
}

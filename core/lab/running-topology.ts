/** The topology that a lab runs: its processes, their names and addresses, and how it came to be another one on the way. */
import type { Interfaces } from '#core/net/interfaces.js';
import { outsideHosts } from '#core/shared/config/outside-hosts.js';
import { diffPlans, type PlanDifference } from '#core/shared/config/preview/diff-plans.js';
import type { ProcessPlan, TopologyPlan } from '#core/shared/config/topology-plan.js';
import type { LabParts } from './lab-parts.js';
import { LabProcess } from './lab-process.js';

/** A plan, from an event on. */
interface Period {
  from: number;
  plan: TopologyPlan;
}

export class RunningTopology {
  private readonly parts: LabParts;
  private readonly periods: Period[];
  private running: LabProcess[] = [];

  /** Nothing is named and no process made before `begin`. */
  constructor(parts: LabParts, plan: TopologyPlan) {
    this.parts = parts;
    this.periods = [{ from: 0, plan }];
  }

  begin(): void {
    this.running = this.plan.processes.map((process) => new LabProcess(this.parts, process));
  }

  get plan(): TopologyPlan {
    return this.planAt(Infinity);
  }

  /** What ran at event `seq`. */
  planAt(seq: number): TopologyPlan {
    const period = this.periods.findLast(({ from }) => from <= seq) ?? this.periods[0];
    if (!period) throw new Error('a lab without a topology');
    return period.plan;
  }

  /** In file order; while another plan is being applied, those that leave come behind. */
  get processes(): readonly LabProcess[] {
    return this.running;
  }

  process(name: string): LabProcess | undefined {
    return this.running.find((process) => process.name === name);
  }

  /**
   * Goes on with another plan: those processes leave that it does not have, those whose part of it has changed start
   * anew if they run, its new ones start. All others keep their connections and hear nothing.
   */
  apply(plan: TopologyPlan): PlanDifference {
    const { kernel, network, trace } = this.parts;
    const difference = diffPlans(this.plan, plan);
    const { added, removed, changed } = difference;
    const names = [added, removed, changed.map(({ name }) => name)].map((some) => some.join(', '));
    const [come = '', gone = '', anew = ''] = names;
    const seq = trace.record('topology.applied', '', [come, gone, anew], 0);
    this.periods.push({ from: seq, plan });
    const leaving = this.running.filter(({ name }) => removed.includes(name));
    kernel.enter(seq, 'topology.apply', () => {
      const staying = plan.processes.map((process) => this.process(process.name));
      network.interfaces.forgetNames();
      nameAll(network.interfaces, plan);
      const now = plan.processes.map(
        (process, index) => staying[index] ?? new LabProcess(this.parts, process),
      );
      this.running = [...now, ...leaving];
      leaving.forEach((process) => process.retire());
      now.forEach((process, index) => goOn(process, plan.processes[index], difference));
    });
    this.running = this.running.slice(0, plan.processes.length);
    for (const { name } of leaving) network.interfaces.remove(name);
    return difference;
  }
}

function goOn(process: LabProcess, plan: ProcessPlan | undefined, difference: PlanDifference): void {
  if (plan === undefined) return;
  if (difference.added.includes(process.name)) return process.start();
  process.plan = plan;
  if (process.running && difference.changed.some(({ name }) => name === process.name)) process.restart();
}

/** Says who is where. A name that two claim means the later one. */
export function nameAll(interfaces: Interfaces, plan: TopologyPlan): void {
  for (const [host, address] of Object.entries(plan.hosts)) interfaces.name(host, address);
  for (const [host, address] of outsideHosts(plan)) interfaces.outsideName(host, address);
  for (const { name, hostname, address, seenAs = {} } of plan.processes) {
    interfaces.place(name, address);
    for (const [acceptor, seen] of Object.entries(seenAs)) interfaces.mask(name, acceptor, seen);
    interfaces.name(hostname, address);
  }
}

/** A process of the topology in the lab: made anew at each start, gone without a trace of state at each crash. */
import { NodeLog } from '#core/component/node-log.js';
import { withEffects } from '#core/component/machine-effects.js';
import { runMachine, type RunningMachine } from '#core/component/machine-runner.js';
import { nodeNetwork } from '#core/net/node-network.js';
import type { ProcessPlan } from '#core/shared/config/topology-plan.js';
import { nodeMachine } from '#core/shared/machines/node.machine.js';
import { NewConnections } from '#core/server/connection-manager/new-connections.js';
import type { ServerContext } from '#core/server/server-context.js';
import { ServerProcess } from '#core/server/server-process.js';
import type { LabParts } from './lab-parts.js';
import { pluggedComponents } from './plugged-components.js';

export class LabProcess {
  /** What it is made of at its next start; one that runs is of the plan that it was started with. */
  plan: ProcessPlan;
  private readonly parts: LabParts;
  private readonly machine: RunningMachine<typeof nodeMachine>;
  private process: ServerProcess | undefined;
  /** Killed by a fault or a command, not stopped: `heal all` starts it again. */
  killed = false;
  private startAgain = false;
  /** Lets what is sent to the process through again. */
  private letThrough: (() => void) | undefined;
  /** The topology does not have it any more. */
  private retired = false;
  /** Its machine goes with it. */
  private silently = false;
  /** Id of the fault that has frozen it last. */
  private freezer = '';

  constructor(parts: LabParts, plan: ProcessPlan) {
    this.parts = parts;
    this.plan = plan;
    const host = { node: plan.name, clock: parts.clock.forNode(''), trace: parts.trace };
    const machine = withEffects(nodeMachine, {
      actions: {
        boot: () => this.boot(),
        shutDown: () => this.shutDown(),
        kill: () => this.kill(),
        suspend: () => this.suspend(),
        wake: () => this.wake(),
      },
    });
    this.machine = runMachine(host, machine, `${plan.name}/process`, { node: plan.name });
  }

  get name(): string {
    return this.plan.name;
  }

  get running(): boolean {
    return this.process !== undefined;
  }

  /** `running`, `down`, `crashed`: the node machine's state. */
  get state(): string {
    return this.machine.state;
  }

  /** What runs now; undefined while it is down. */
  get server(): ServerProcess | undefined {
    return this.process;
  }

  start(): void {
    // Whoever has stopped it may still want to start it again.
    if (this.retired) return;
    this.killed = false;
    this.startAgain = false;
    this.machine.send({ type: 'process.started' });
    if (this.process) this.machine.send({ type: 'process.initialised' });
  }

  /** A frozen process hears no signal but the last one: Tigase's start script kills what does not stop. */
  stop(): void {
    if (this.machine.state === 'frozen') return this.crash();
    this.machine.send({ type: 'process.stopped' });
  }

  /** Stops it, if it runs, and starts it anew when it is down. */
  restart(): void {
    if (this.machine.state === 'frozen') this.crash();
    if (!this.running) return this.start();
    this.startAgain = true;
    this.stop();
  }

  /** Starts it unless it runs; one that is about to end starts again after that. */
  startIfDown(): void {
    if (this.machine.state === 'stopping') this.startAgain = true;
    else if (!this.running) this.start();
  }

  /** Stops it, if it runs, and then it is never started again. */
  retire(): void {
    this.retired = true;
    if (this.running) this.stop();
    this.killed = false;
    this.startAgain = false;
    this.parts.kernel.afterDrain(() => this.machine.stop());
  }

  crash(): void {
    this.killed = true;
    this.startAgain = false;
    this.machine.send({ type: 'process.killed' });
  }

  /** Its machine goes: nobody says FIN or RST. */
  powerOff(): void {
    if (!this.running) return;
    this.silently = true;
    this.crash();
    this.silently = false;
  }

  /** SIGSTOP: it neither reads, writes nor counts time, while its kernel goes on. False: it does not run. */
  freeze(by: string): boolean {
    if (this.machine.state !== 'running') return false;
    this.freezer = by;
    this.machine.send({ type: 'process.frozen' });
    return true;
  }

  /** SIGCONT: everything that has waited happens now. */
  thaw(): void {
    if (this.machine.state === 'frozen') this.machine.send({ type: 'process.thawed' });
  }

  private boot(): void {
    const context = this.context();
    this.process = new ServerProcess(context, pluggedComponents(context));
    this.process.start();
  }

  private shutDown(): void {
    this.process?.stop();
    this.parts.kernel.afterDrain(() => {
      this.machine.send({ type: 'process.exited' });
      if (this.startAgain) this.start();
    });
  }

  private kill(): void {
    const { clock, kernel, network } = this.parts;
    this.process = undefined;
    clock.cancelNode(this.name);
    kernel.dropNode(this.name);
    this.forgetMachines();
    if (this.silently) network.powerOff(this.name);
    else network.killNode(this.name, this.letThrough !== undefined);
    // What it has not read is refused now.
    this.letThrough?.();
    this.letThrough = undefined;
  }

  private suspend(): void {
    const { clock, kernel, network } = this.parts;
    clock.freezeNode(this.name);
    kernel.freeze(this.name);
    this.letThrough = network.holdArrivals(this.name, this.freezer);
  }

  private wake(): void {
    const { clock, kernel } = this.parts;
    kernel.thaw(this.name);
    clock.thawNode(this.name);
    this.letThrough?.();
    this.letThrough = undefined;
  }

  /** The process is gone with every machine in it; its own goes on. */
  private forgetMachines(): void {
    const { machines, trace } = this.parts;
    for (const { node, machine, instance } of machines.all()) {
      if (node === this.name && machine !== nodeMachine.id)
        trace.record('machine.stopped', node, [machine, instance]);
    }
  }

  private context(): ServerContext {
    const { parts, plan } = this;
    const { clock, ids, kernel, network, random, trace } = parts;
    const own = clock.forNode(plan.name);
    const log = new NodeLog(trace, plan.name, plan.debugLoggers);
    const throttling = plan.properties['--new-connections-throttling'];
    return {
      node: plan.name,
      hostname: plan.hostname,
      plan,
      profile: parts.profile,
      clock: own,
      calendar: { dateMs: () => clock.dateMs() + parts.skewOf(plan.name) },
      random,
      ids,
      trace,
      tasks: kernel,
      log,
      network: nodeNetwork(network, plan.name),
      newConnections: new NewConnections({ clock: own, log, throttling }),
      database: parts.databaseOf(plan),
      databaseMs: () => parts.databaseOf(plan).gate.takeSpentMs(),
      get strictUsers() {
        return parts.strictUsers;
      },
      databaseAt: (uri) => parts.databaseAt(uri),
      exit: () => kernel.post(plan.name, () => this.stop()),
      quirk: (name) => parts.quirk(name),
      route: (packet) => this.process?.route(packet),
      nextPacket: () => ids.next(`packet ${plan.name}`),
    };
  }
}

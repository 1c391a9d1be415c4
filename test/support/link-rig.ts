/** Processes of a topology reduced to one component each, on a stepped network: cluster and component links alone. */
import type { Component } from '#core/component/component.js';
import type { Profile } from '#core/component/node-context.js';
import { NodeLog } from '#core/component/node-log.js';
import type { Packet } from '#core/component/packet.js';
import { nodeNetwork } from '#core/net/node-network.js';
import { NewConnections } from '#core/server/connection-manager/new-connections.js';
import type { ServerContext } from '#core/server/server-context.js';
import { buildTopology } from '#core/shared/config/build-topology.js';
import type { ProcessPlan } from '#core/shared/config/topology-plan.js';
import { Database } from '#core/store/database.js';
import { SeededIds } from '#core/lab/ids.js';
import type { Kernel } from '#core/lab/kernel.js';
import { SeededRandom } from '#core/lab/random.js';
import { NetRig } from './net-rig.js';

export interface RigProcess {
  plan: ProcessPlan;
  context: ServerContext;
  component: Component;
  /** What the component has handed to the router. */
  routed: Packet[];
}

export class LinkRig {
  readonly net: NetRig;
  readonly quirks: Record<string, boolean>;
  private readonly kernel: Kernel;
  private readonly profile: Profile;

  private constructor(net: NetRig, quirks: Record<string, boolean>, profile: Profile) {
    this.net = net;
    this.profile = profile;
    this.quirks = quirks;
    this.kernel = net.kernel;
  }

  static async open(quirks: Record<string, boolean> = {}, profile: Profile = '5.2'): Promise<LinkRig> {
    return new LinkRig(await NetRig.open('memory'), quirks, profile);
  }

  /** One process a file, each with the component that `make` gives it. */
  start(files: Record<string, string>, make: (context: ServerContext) => Component): RigProcess[] {
    const sources = Object.entries(files).map(([name, text]) => ({
      path: `${name}.properties`,
      processName: name,
      text,
    }));
    const { plan } = buildTopology('rig', sources);
    const { interfaces } = this.net.network;
    for (const { name, hostname, address } of plan.processes) {
      interfaces.add(name, address);
      interfaces.name(hostname, address);
    }
    return plan.processes.map((process) => this.process(process, make));
  }

  private process(plan: ProcessPlan, make: (context: ServerContext) => Component): RigProcess {
    const { net } = this;
    const routed: Packet[] = [];
    let packets = 0;
    const clock = net.clock.forNode(plan.name);
    const log = new NodeLog(net.trace, plan.name, plan.debugLoggers);
    const context: ServerContext = {
      node: plan.name,
      hostname: plan.hostname,
      plan,
      profile: this.profile,
      clock,
      calendar: net.clock,
      random: new SeededRandom(1),
      ids: new SeededIds(1),
      trace: net.trace,
      tasks: this.kernel,
      log,
      network: nodeNetwork(net.network, plan.name),
      newConnections: new NewConnections({ clock, log, throttling: undefined }),
      database: new Database('rig', net.clock),
      databaseAt: (uri) => new Database(uri, net.clock),
      exit: () => undefined,
      strictUsers: false,
      quirk: (name) => this.quirks[name] ?? false,
      route: (packet) => routed.push(packet),
      nextPacket: () => (packets += 1),
    };
    const component = make(context);
    component.start();
    return { plan, context, component, routed };
  }
}

/** The little of a lab that clients need, with one server of a few lines: no Tigase in it. */
import { tmpdir } from 'node:os';
import path from 'node:path';
import { LabClients } from '#core/lab/clients/lab-clients.js';
import { LabClock } from '#core/lab/clock.js';
import { SeededIds } from '#core/lab/ids.js';
import { Journal } from '#core/lab/journal/journal.js';
import { Kernel } from '#core/lab/kernel.js';
import { SeededRandom } from '#core/lab/random.js';
import { Stepper } from '#core/lab/stepper.js';
import { SeededPicker } from '#core/lab/stepping/picker.js';
import { TraceLog } from '#core/lab/trace-log.js';
import type { Connection } from '#core/net/connection.js';
import { MemoryTransport } from '#core/net/memory-transport.js';
import { Network } from '#core/net/network.js';
import type { ProcessPlan, TopologyPlan } from '#core/shared/config/topology-plan.js';
import { MachineFold } from '#core/shared/trace/machine-fold.js';
import { Database } from '#core/store/database.js';
import { TIGASE_LIMITS } from '#core/xml/limits.js';
import { TopLevelFramer } from '#core/xml/top-level-framer.js';

/** What the server answers to a frame; it may close by itself. */
export type Script = (frame: string, connection: Connection) => string[];

export interface FakeLab {
  clients: LabClients;
  network: Network;
  trace: TraceLog;
  /** Frames that the server has received. */
  heard: string[];
  connections: Connection[];
  /** Runs until nothing is left to happen. */
  settle(): Promise<void>;
}

const SERVER: ProcessPlan = {
  name: 'server1',
  file: 'server1.properties',
  hostname: 'n1',
  hostnameRule: 'process-name',
  address: '127.0.1.1',
  configType: '--gen-config-def',
  componentSet: 'default',
  clusterMode: false,
  virtualHosts: ['example.org'],
  admins: [],
  components: [],
  clusterNodes: [],
  externals: [],
  extComps: [],
  listeners: [
    { component: 'c2s', port: 5223, bind: '*', socket: 'ssl' },
    { component: 'c2s', port: 5222, bind: '*', socket: 'plain' },
  ],
  plugins: [],
  pluginStandIns: [],
  debugLoggers: [],
  properties: {},
  settings: {},
};

const TOPOLOGY: TopologyPlan = {
  name: 'fake',
  processes: [SERVER],
  hosts: {},
  users: { strict: false, accounts: [{ jid: 'known@example.org', password: 'from-yaml' }] },
  quirks: {},
  lintOff: [],
};

export function fakeLab(script: Script, seed = 1): FakeLab {
  const core = fakeCore(seed);
  const { network, stepper, clock } = core;
  const heard: string[] = [];
  const connections: Connection[] = [];
  network.interfaces.add('server1', SERVER.address);
  network.interfaces.name('n1', SERVER.address);
  network.listen('server1', {
    service: 'c2s',
    port: 5222,
    bind: '*',
    opened: () => undefined,
    failed: (error) => expectNothing(error),
    accepted: (connection) => {
      connections.push(connection);
      return {
        frame: (bytes) => {
          const text = new TextDecoder().decode(bytes);
          heard.push(text);
          script(text, connection).forEach((answer) => connection.send(answer));
        },
        finished: () => connection.close(),
        lost: () => undefined,
      };
    },
  });
  return {
    clients: new LabClients({
      ...core,
      topology: TOPOLOGY,
      profile: '5.2',
      strictUsers: false,
      machines: new MachineFold(),
      quirk: () => false,
      databaseOf: () => new Database('none', clock),
      databaseAt: () => new Database('none', clock),
      skewOf: () => 0,
    }),
    network,
    trace: core.trace,
    heard,
    connections,
    async settle() {
      await stepper.run({ until: clock.now() + 1_000_000 });
    },
  };
}

function expectNothing(error: string): never {
  throw new Error(`the fake server could not listen: ${error}`);
}

function fakeCore(seed: number): {
  trace: TraceLog;
  clock: LabClock;
  kernel: Kernel;
  ids: SeededIds;
  random: SeededRandom;
  network: Network;
  stepper: Stepper;
} {
  const trace = new TraceLog({
    now: () => clock.now(),
    spill: () => path.join(tmpdir(), 'cluster-lab-fake-trace.jsonl'),
  });
  const kernel = new Kernel(trace);
  kernel.onError = (error) => {
    throw error;
  };
  const clock: LabClock = new LabClock(
    () => trace.cause,
    (timer) =>
      kernel.enter(
        trace.record('timer.fired', timer.node, [timer.label], timer.cause),
        timer.label,
        timer.run,
      ),
  );
  const random = new SeededRandom(seed);
  const ids = new SeededIds(seed);
  const stepper: Stepper = new Stepper({
    network: () => network,
    clock,
    picker: new SeededPicker(random),
    trace,
    journal: new Journal({ now: () => clock.now(), length: () => trace.length }),
    kernel,
  });
  const network: Network = new Network({
    transport: new MemoryTransport(),
    trace,
    entry: kernel,
    ids,
    clock: clock.forNode(''),
    newFramer: () => new TopLevelFramer(TIGASE_LIMITS),
    changed: () => stepper.changed(),
  });
  return { trace, clock, kernel, ids, random, network, stepper };
}

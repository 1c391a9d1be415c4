/** A network with two plain parties on it, stepped in order: the floor under every test of links. */
import { LoopbackTransport } from '#core/net/loopback-transport.js';
import { MemoryTransport } from '#core/net/memory-transport.js';
import { Network } from '#core/net/network.js';
import type { Connection, DialHandler } from '#core/net/connection.js';
import type { Transport } from '#core/net/transport.js';
import { traceEvent, type TraceEvent } from '#core/shared/trace/trace-event.js';
import { takeAddressBlock, type AddressBlock } from '#core/lab/address-block.js';
import { LabClock } from '#core/lab/clock.js';
import { SeededIds } from '#core/lab/ids.js';
import { Journal } from '#core/lab/journal/journal.js';
import { Kernel } from '#core/lab/kernel.js';
import { SeededRandom } from '#core/lab/random.js';
import { Stepper } from '#core/lab/stepper.js';
import { SeededPicker } from '#core/lab/stepping/picker.js';
import { TraceLog } from '#core/lab/trace-log.js';
import { TIGASE_LIMITS } from '#core/xml/limits.js';
import { TopLevelFramer } from '#core/xml/top-level-framer.js';

export type TransportName = 'memory' | 'loopback';

export class NetRig {
  readonly trace: TraceLog;
  readonly clock: LabClock;
  readonly kernel: Kernel;
  readonly network: Network;
  readonly stepper: Stepper;
  readonly transport: Transport;
  /** Exceptions of handlers. */
  readonly bugs: unknown[] = [];
  block: AddressBlock | undefined;

  private constructor(transport: TransportName, seed: number) {
    this.transport = transport === 'memory' ? new MemoryTransport() : new LoopbackTransport();
    this.trace = new TraceLog({ now: () => this.clock.now(), spill: () => '' });
    const kernel = new Kernel(this.trace);
    this.kernel = kernel;
    kernel.onError = (error) => this.bugs.push(error);
    this.clock = new LabClock(
      () => this.trace.cause,
      (timer) =>
        kernel.enter(this.trace.record('timer.fired', timer.node, [timer.label], timer.cause), '', timer.run),
      () => this.stepper.changed(),
    );
    this.stepper = new Stepper({
      network: () => this.network,
      clock: this.clock,
      picker: new SeededPicker(new SeededRandom(seed)),
      trace: this.trace,
      journal: new Journal({ now: () => this.clock.now(), length: () => this.trace.length }),
      kernel,
    });
    this.network = new Network({
      transport: this.transport,
      trace: this.trace,
      entry: kernel,
      ids: new SeededIds(seed),
      clock: this.clock.forNode(''),
      newFramer: () => new TopLevelFramer(TIGASE_LIMITS),
      changed: () => this.stepper.changed(),
    });
  }

  static async open(transport: TransportName, seed = 1): Promise<NetRig> {
    const rig = new NetRig(transport, seed);
    rig.block = transport === 'memory' ? undefined : await takeAddressBlock(rig.transport);
    if (rig.block) rig.network.interfaces.useBlock(rig.block.prefix);
    ['a', 'b'].forEach((node, index) => {
      rig.network.interfaces.add(node, `127.0.1.${index + 1}`);
      rig.network.interfaces.name(`host-${node}`, `127.0.1.${index + 1}`);
    });
    return rig;
  }

  /** Everything that can happen within `ms` of lab time, in order. */
  run(ms = 1000): Promise<string> {
    return this.stepper.run({ until: this.clock.now() + ms * 1000 });
  }

  events(...kinds: string[]): TraceEvent[] {
    const all = this.trace.range(1, this.trace.length).map(traceEvent);
    return kinds.length === 0 ? all : all.filter((event) => kinds.includes(event.kind));
  }

  async close(): Promise<void> {
    await this.stepper.pause();
    this.block?.release();
    this.transport.close();
    this.trace.close();
  }
}

/** What one end has heard, as short texts. */
export function recorder(heard: string[], name: string, answer?: (text: string) => void): DialHandler {
  return {
    opened: () => heard.push(`${name} opened`),
    failed: (error) => heard.push(`${name} failed ${error}`),
    frame: (bytes) => {
      const text = new TextDecoder().decode(bytes);
      heard.push(`${name} got ${text}`);
      answer?.(text);
    },
    finished: () => heard.push(`${name} finished`),
    lost: () => heard.push(`${name} lost`),
  };
}

/** Node b listens on 6000 and node a dials it; both ends write what they hear into `heard`. */
export async function connectedPair(
  rig: NetRig,
): Promise<{ heard: string[]; a: Connection; b: () => Connection }> {
  const heard: string[] = [];
  let accepted: Connection | undefined;
  rig.network.listen('b', {
    service: 'test',
    port: 6000,
    bind: '*',
    opened: () => heard.push('b listening'),
    failed: (error) => heard.push(`b failed ${error}`),
    accepted: (connection) => {
      accepted = connection;
      heard.push('b accepted');
      return recorder(heard, 'b');
    },
  });
  await rig.run();
  const a = rig.network.dial(
    { node: 'a', service: 'test', host: 'host-b', port: 6000 },
    recorder(heard, 'a'),
  );
  await rig.run();
  const b = (): Connection => {
    if (!accepted) throw new Error('nothing was accepted');
    return accepted;
  };
  return { heard, a, b };
}

/** One laboratory: a topology's processes on one network, one clock and one trace. The composition root of core. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Profile } from '#core/component/node-context.js';
import { LoopbackTransport } from '#core/net/loopback-transport.js';
import { MemoryTransport } from '#core/net/memory-transport.js';
import { Network } from '#core/net/network.js';
import type { Transport } from '#core/net/transport.js';
import { databaseIdentity } from '#core/shared/config/database-identity.js';
import type { PlanDifference } from '#core/shared/config/preview/diff-plans.js';
import type { ProcessPlan, TopologyPlan } from '#core/shared/config/topology-plan.js';
import type { TraceRow, TraceRows } from '#core/shared/trace/trace-schema.js';
import type { MachineFold } from '#core/shared/trace/machine-fold.js';
import { TrafficFold } from '#core/shared/trace/traffic-fold.js';
import { quirkDefault } from '#core/shared/quirks.js';
import { Database } from '#core/store/database.js';
import { TIGASE_LIMITS } from '#core/xml/limits.js';
import { TopLevelFramer } from '#core/xml/top-level-framer.js';
import { takeAddressBlock, type AddressBlock } from './address-block.js';
import { LabClients } from './clients/lab-clients.js';
import { LabClock, realDelay } from './clock.js';
import { FaultShelf } from './faults/fault-shelf.js';
import { SeededIds } from './ids.js';
import type { NoteKind } from './journal/journal-entry.js';
import { Journal } from './journal/journal.js';
import { Kernel } from './kernel.js';
import type { LabOptions } from './lab-options.js';
import type { LabParts } from './lab-parts.js';
import type { LabProcess } from './lab-process.js';
import { Pictures } from './pictures.js';
import { SeededRandom } from './random.js';
import { RoomWatch } from './room-watch.js';
import { nameAll, RunningTopology } from './running-topology.js';
import { Stepper } from './stepper.js';
import { SeededPicker } from './stepping/picker.js';
import type { OpenText } from './texts/open-texts.js';
import { TraceLog } from './trace-log.js';

/** Lab time between the starts of two processes, in ms. */
const BOOT_GAP_MS = 100;
/** Lab time by which every listener has been tried (cl-comp: 5 s), in ms, counted from the last start. */
const BOOT_BOUND_MS = 10_000;
/** Keeps what processes leave to chance apart from the order of the steps: both come from one seed. */
const PROCESS_STREAM = 0x2545f491;
/** Real time between two looks at a slow boot, in ms. */
const BOOT_POLL_MS = 20;

export class Lab implements LabParts {
  readonly profile: Profile;
  readonly seed: number;
  readonly trace: TraceLog;
  readonly clock: LabClock;
  readonly kernel: Kernel;
  readonly ids: SeededIds;
  readonly random: SeededRandom;
  readonly network: Network;
  readonly stepper: Stepper;
  readonly journal: Journal;
  readonly faults: FaultShelf;
  readonly rooms: RoomWatch;
  readonly clients: LabClients;
  /** Texts that it runs by. */
  texts: readonly OpenText[];
  /** Names of the files that it was opened with: whatever they are, they may come back. */
  readonly openedNames: ReadonlySet<string>;
  /** What is open: it may become another one. */
  readonly running: RunningTopology;
  /** Those that run now. */
  readonly machines: MachineFold;
  /** The whole picture of any event of the trace. */
  readonly pictures: Pictures;
  /** What has crossed every link and process. */
  readonly traffic = new TrafficFold();
  /** Hears of every event as it is recorded: breakpoints. */
  watch: ((row: TraceRow) => void) | undefined;
  /** Process name → ms by which faults have put its machine's clock ahead of what `lab.yaml` says. */
  private readonly skews = new Map<string, number>();
  private readonly transport: Transport;
  private readonly switches: Record<string, boolean>;
  private readonly databases = new Map<string, Database>();
  /** Temporary folder, once one was needed. */
  private scratch: string | undefined;
  private block: AddressBlock | undefined;
  private closed = false;

  private constructor(options: LabOptions) {
    const { topology, seed = 1, profile = '5.2' } = options;
    this.running = new RunningTopology(this, topology);
    this.texts = options.texts ?? [];
    this.openedNames = new Set(this.texts.map(({ name }) => name));
    this.profile = profile;
    this.seed = seed;
    this.switches = { ...options.quirks };
    this.trace = new TraceLog({
      now: () => this.clock.now(),
      spill: () => this.spillFile(),
      ...(options.traceFile ? { file: options.traceFile } : {}),
    });
    this.pictures = new Pictures(this.trace, (link) => this.network.link(link)?.a.local);
    this.machines = this.pictures.machines;
    this.trace.observer = (row) => {
      this.pictures.take(row);
      // The first rows come before these two are there.
      (this.faults as FaultShelf | undefined)?.sees(row);
      (this.rooms as RoomWatch | undefined)?.sees(row);
      this.traffic.take(row);
      this.watch?.(row);
    };
    this.kernel = new Kernel(this.trace);
    this.kernel.onError = options.onBug;
    this.clock = new LabClock(
      () => this.trace.cause,
      (timer) => {
        const seq = this.trace.record('timer.fired', timer.node, [timer.label], timer.cause);
        this.kernel.enter(seq, timer.label, timer.run, timer.node, () => undefined);
      },
      () => this.stepper.changed(),
    );
    this.journal = new Journal({ now: () => this.clock.now(), length: () => this.trace.length });
    this.random = new SeededRandom(seed ^ PROCESS_STREAM);
    this.ids = new SeededIds(seed);
    this.transport = options.transport === 'memory' ? new MemoryTransport() : new LoopbackTransport();
    this.stepper = new Stepper({
      network: () => this.network,
      clock: this.clock,
      picker: options.picker ?? new SeededPicker(new SeededRandom(seed)),
      trace: this.trace,
      journal: this.journal,
      kernel: this.kernel,
    });
    this.network = this.makeNetwork();
    this.kernel.stopped = (delta) => this.network.settling.count(delta);
    this.clients = new LabClients(this);
    this.running.begin();
    this.faults = new FaultShelf(this);
    this.rooms = new RoomWatch(this);
  }

  /** Makes the lab; nothing runs yet. */
  static async open(options: LabOptions): Promise<Lab> {
    const lab = new Lab(options);
    lab.trace.record('lab.opened', '', [options.topology.name, lab.profile, lab.seed]);
    if (options.transport !== 'memory') await lab.takeAddresses(options.addresses ?? 'own');
    return lab;
  }

  /**
   * Starts every process in file order and runs until every listener has been tried.
   * @param speed undefined: as fast as it goes; else in real time × speed (`--slow-boot`)
   * @returns false: something (a breakpoint, `clock.pause`, the end of the lab) has stopped it on the way
   */
  async boot(speed?: number): Promise<boolean> {
    this.armStarts();
    const until = this.clock.now() + (this.processes.length * BOOT_GAP_MS + BOOT_BOUND_MS) * 1000;
    if (speed === undefined) {
      const end = await this.stepper.run({ until, met: () => this.listenersTried() });
      if (end === 'stopped') return false;
    } else {
      this.stepper.live(speed);
      while (!this.listenersTried() && this.clock.now() < until) {
        await realDelay(BOOT_POLL_MS);
        if (this.closed || this.stepper.mode !== 'live') return false;
      }
    }
    this.note('lab.ready', []);
    return true;
  }

  /** Every process will start in its turn. */
  armStarts(): void {
    const clock = this.clock.forNode('');
    this.processes.forEach((process, index) => {
      // Another topology may have come before its turn.
      clock.after(index * BOOT_GAP_MS, `start ${process.name}`, () => this.process(process.name)?.start());
    });
  }

  /** Puts a word of whoever drives the lab into its trace. */
  note<Kind extends NoteKind>(kind: Kind, values: TraceRows[Kind]): void {
    this.stepper.between(() => {
      this.journal.note(kind, values);
      this.trace.record(kind, '', values, 0);
    });
  }

  get topology(): TopologyPlan {
    return this.running.plan;
  }

  get processes(): readonly LabProcess[] {
    return this.running.processes;
  }

  process(name: string): LabProcess | undefined {
    return this.running.process(name);
  }

  /** Goes on with another topology; what need not be touched is not. */
  applyTopology(plan: TopologyPlan, texts: readonly OpenText[]): PlanDifference {
    this.texts = texts;
    const difference = this.running.apply(plan);
    for (const name of difference.removed) this.faults.healAllOn(name);
    for (const database of this.databases.values()) this.giveAccounts(database);
    this.rooms.look(0);
    return difference;
  }

  /** Stops a process, if it runs, and starts it anew. */
  restart(process: LabProcess): void {
    this.kernel.enter(0, `restart ${process.name}`, () => process.restart());
  }

  quirk(name: string): boolean {
    return this.switches[name] ?? this.topology.quirks[name] ?? quirkDefault(name, this.profile);
  }

  setQuirk(name: string, on: boolean): void {
    this.switches[name] = on;
    this.rooms.look(0);
  }

  get strictUsers(): boolean {
    return this.topology.users.strict;
  }

  databaseOf(plan: ProcessPlan): Database {
    return this.databaseAt(plan.databaseUri ?? `memory:${plan.name}`);
  }

  databaseAt(uri: string): Database {
    const identity = databaseIdentity(uri);
    const known = this.databases.get(identity);
    if (known) return known;
    const database = new Database(uri, this.clock);
    this.giveAccounts(database);
    this.databases.set(identity, database);
    return database;
  }

  private giveAccounts(database: Database): void {
    for (const { jid, password } of this.topology.users.accounts) database.users.seed(jid, password);
  }

  /** Moves the clock of a node's machine by so many ms. */
  skew(node: string, byMs: number): void {
    this.skews.set(node, (this.skews.get(node) ?? 0) + byMs);
  }

  skewOf(node: string): number {
    return (this.process(node)?.plan.clockAheadMs ?? 0) + (this.skews.get(node) ?? 0);
  }

  /** @param keepTrace it can still be read, until `forget` */
  async close({ keepTrace = false } = {}): Promise<void> {
    this.closed = true;
    await this.stepper.pause();
    this.block?.release();
    this.transport.close();
    if (!keepTrace) this.forget();
  }

  /** Closes the trace, and takes its temporary file away. */
  forget(): void {
    this.trace.close();
    if (this.scratch) rmSync(this.scratch, { recursive: true, force: true });
  }

  private async takeAddresses(wanted: 'own' | 'mapped'): Promise<void> {
    this.block = wanted === 'own' ? await takeAddressBlock(this.transport) : undefined;
    if (this.block) this.network.interfaces.useBlock(this.block.prefix);
    else this.network.interfaces.mapped = true;
  }

  private spillFile(): string {
    this.scratch ??= mkdtempSync(path.join(tmpdir(), 'cluster-lab-'));
    return path.join(this.scratch, 'trace.jsonl');
  }

  private makeNetwork(): Network {
    const network = new Network({
      transport: this.transport,
      trace: this.trace,
      entry: this.kernel,
      ids: this.ids,
      clock: this.clock.forNode(''),
      newFramer: () => new TopLevelFramer(TIGASE_LIMITS),
      changed: () => this.stepper.changed(),
    });
    network.witness = (event) => this.journal.outside(event);
    nameAll(network.interfaces, this.topology);
    return network;
  }

  private listenersTried(): boolean {
    return this.processes.every(
      ({ plan, running }) => running && this.network.listenersTriedBy(plan.name) >= plan.listeners.length,
    );
  }
}

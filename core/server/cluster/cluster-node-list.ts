/**
 * The nodes that a node knows (§5.2): the items of `--cluster-nodes`, and the rows of the table `cluster_nodes` that are
 * fresh. Every 15 s it writes its own row and reads all; whose row has grown old is forgotten, listed or not.
 *
 * 5.2 stamps a row with the database's clock and tells its age by its own: a node whose clock is 75 s ahead forgets
 * everybody, itself too. 7.1 stamps it with its own clock, takes old rows out of the table, and its own when it stops.
 */
import { whenAvailable } from '#core/store/database-gate.js';
import { createHash } from 'node:crypto';
import { DEFAULT_CLUSTER_PORT } from '#core/shared/config/cluster-nodes.js';
import type { Database } from '#core/store/database.js';
import type { ServerContext } from '../server-context.js';
import { nodeRepository } from './node-repository.js';

/** What is known of a node. */
export interface ListedNode {
  readonly host: string;
  readonly password: string;
  readonly port: number;
  /** Stamp of its row, ms; 0: it has never had one. */
  readonly lastUpdate: number;
}

export interface NodeListListener {
  /** A host that was not known before, by the list or by the table. */
  itemAdded(host: string): void;
  /** The table was read before, and this node is the only one that is known. */
  alone(): void;
}

/** §5.2: a row is old after 5000 × interval ms. */
const AGE_PER_INTERVAL_S = 5000;
/** A table that was read within this time is not read again, in ms (7.1). */
const JUST_READ_MS = 150;

export class ClusterNodeList {
  private readonly context: ServerContext;
  private readonly listener: NodeListListener;
  private readonly items = new Map<string, ListedNode>();
  /** undefined: a repository that keeps to the list. */
  private readonly database: Database | undefined;
  /** In seconds. */
  private readonly interval: number;
  private lastReadMs = -Infinity;

  /**
   * @param component name of the connection manager, for its settings
   */
  constructor(context: ServerContext, component: string, listener: NodeListListener) {
    this.context = context;
    this.listener = listener;
    const repository = nodeRepository(context, component);
    this.database = repository.database;
    this.interval = repository.interval;
    if (!repository.usable) return;
    for (const { host, password, port, badPort } of context.plan.clusterNodes) {
      if (badPort !== undefined) {
        const text = `Incorrect port number, can't parse: ${badPort}`;
        context.log.write('WARNING', 'tigase.cluster.repo.ClusterRepoItem', text);
      }
      this.items.set(host, { host, password: password ?? this.randomPassword(), port, lastUpdate: 0 });
    }
    if (!this.items.has(context.hostname)) this.items.set(context.hostname, this.newOwn());
  }

  /** Names the nodes that the list knows already, and goes on reading the table. */
  start(): void {
    for (const host of this.items.keys()) this.listener.itemAdded(host);
    if (!this.database) return;
    if (this.context.profile === '7.1') this.reload();
    this.readLater();
  }

  /** A clean stop. */
  stop(): void {
    if (this.context.profile === '7.1') this.removeRow(this.context.hostname);
  }

  /** undefined: not known here (now). */
  item(host: string): ListedNode | undefined {
    return this.items.get(host);
  }

  get size(): number {
    return this.items.size;
  }

  /** 7.1 reads the table when the first connection is there, unless it has just read it. */
  firstConnection(): void {
    if (this.context.profile !== '7.1') return;
    if (this.context.clock.now() / 1000 - this.lastReadMs > JUST_READ_MS) this.reload();
  }

  private readLater(): void {
    const { clock, hostname } = this.context;
    clock.after(this.interval * 1000, `${hostname} reads cluster_nodes`, () => {
      this.reload();
      this.readLater();
    });
  }

  private reload(): void {
    const { context, database } = this;
    if (!database) return;
    this.lastReadMs = context.clock.now() / 1000;
    if ((this.items.get(context.hostname)?.lastUpdate ?? 0) > 0 && this.items.size === 1)
      this.listener.alone();
    const own = this.items.get(context.hostname) ?? this.newOwn();
    const stamp = context.profile === '7.1' ? context.calendar.dateMs() : database.now();
    const row = { hostname: own.host, password: own.password, port: own.port, lastUpdate: stamp };
    whenAvailable(
      () => database.clusterNodes.upsert(row),
      () => this.logNoDatabase(),
    );
    if (context.profile === '7.1') this.forgetOld();
    const rows = whenAvailable(
      () => database.clusterNodes.all(),
      () => [],
    );
    for (const { hostname, password, port, lastUpdate } of rows) {
      this.loaded({ host: hostname, password, port, lastUpdate });
    }
  }

  private loaded(row: ListedNode): void {
    // `localhost` is no name for a node; nobody takes such a row, not even its writer.
    if (this.isOld(row) || row.host.toLowerCase() === 'localhost') return this.forget(row.host);
    const known = this.items.has(row.host);
    this.items.set(row.host, row);
    if (!known) this.listener.itemAdded(row.host);
  }

  private forgetOld(): void {
    for (const item of [...this.items.values()]) {
      if (item.lastUpdate > 0 && this.isOld(item)) this.forget(item.host);
    }
  }

  private forget(host: string): void {
    this.items.delete(host);
    if (this.context.profile === '7.1') this.removeRow(host);
  }

  private removeRow(host: string): void {
    whenAvailable(
      () => this.database?.clusterNodes.remove(host),
      () => this.logNoDatabase(),
    );
  }

  private logNoDatabase(): void {
    this.context.log.write('WARNING', 'tigase.cluster.ClusterConnectionManager', 'Database not available');
  }

  private isOld({ lastUpdate }: ListedNode): boolean {
    return this.context.calendar.dateMs() - lastUpdate > AGE_PER_INTERVAL_S * this.interval;
  }

  private newOwn(): ListedNode {
    const { hostname } = this.context;
    return { host: hostname, password: this.randomPassword(), port: DEFAULT_CLUSTER_PORT, lastUpdate: 0 };
  }

  /** §2.3: the hash of a random UUID, which matches nobody's idea of it. */
  private randomPassword(): string {
    return createHash('sha256').update(this.context.ids.uuid()).digest('hex');
  }
}

/** The items that a process knows (§6.7): those of `--external`, then those of the database in place of them. */
import { whenAvailable } from '#core/store/database-gate.js';
import type { ExternalItem } from '#core/shared/config/topology-plan.js';
import type { StoredComponentItem } from '#core/store/component-item-table.js';
import type { ServerContext } from '../server-context.js';

/** The class that reads the file alone; any other one, and the default CompDBRepository, reads the database as well. */
const FILE_ONLY = 'tigase.server.ext.CompConfigRepository';

export class ComponentItems {
  private readonly context: ServerContext;
  private readonly items = new Map<string, StoredComponentItem>();

  constructor(context: ServerContext) {
    this.context = context;
    context.plan.externals.forEach((item) => this.put(item));
    const stored = this.usesDatabase ? this.load() : [];
    stored.forEach((item) => this.put(item));
    // What was loaded is written back, together with this process's own: it overrides everybody's from now on.
    if (stored.length > 0) this.save();
  }

  get usesDatabase(): boolean {
    return this.context.plan.properties['--extcomp-repo-class'] !== FILE_ONLY;
  }

  get(domain: string): StoredComponentItem | undefined {
    return this.items.get(domain);
  }

  all(): StoredComponentItem[] {
    return [...this.items.values()];
  }

  /** What the ad-hoc command does: known at once, kept with all others of this process; it opens no socket. */
  add(item: ExternalItem): void {
    this.put(item);
    if (this.usesDatabase) this.save();
  }

  private put(item: StoredComponentItem): void {
    const { domain, secret, type, port, remoteDomain, addresses, protocol, loadBalancer } = item;
    this.items.set(domain, {
      domain,
      secret,
      type,
      port,
      addresses,
      loadBalancer,
      ...(remoteDomain === undefined ? {} : { remoteDomain }),
      ...(protocol === undefined ? {} : { protocol }),
    });
  }

  private save(): void {
    whenAvailable(
      () => this.context.database.componentItems.replace(this.all()),
      () => this.logNoDatabase(),
    );
  }

  private load(): readonly StoredComponentItem[] {
    return whenAvailable(
      () => this.context.database.componentItems.all(),
      () => {
        this.logNoDatabase();
        return [];
      },
    );
  }

  private logNoDatabase(): void {
    this.context.log.write('WARNING', 'tigase.server.ext.ComponentProtocol', 'Database not available');
  }
}

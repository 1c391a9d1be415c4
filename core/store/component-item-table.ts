/**
 * External component items as they stand in the data of the pseudo user `ext-comp-manager`, under `ext-comp-lists`
 * (§6.7): one list, which every process of the database reads at its start and writes as a whole.
 */
import type { ExternalItem } from '#core/shared/config/topology-plan.js';

/** An item without its place in a file. */
export type StoredComponentItem = Omit<ExternalItem, 'source' | 'sample' | 'unreadablePort'>;

export class ComponentItemTable {
  private items: readonly StoredComponentItem[] = [];

  all(): readonly StoredComponentItem[] {
    return this.items;
  }

  /** The last one to write wins. */
  replace(items: readonly StoredComponentItem[]): void {
    this.items = items.map((item) => ({ ...item, addresses: [...item.addresses] }));
  }
}

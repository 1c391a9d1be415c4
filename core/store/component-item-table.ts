/**
 * External component items as they stand in the data of the pseudo user `ext-comp-manager`, under `ext-comp-lists`
 * (§6.7): one list, which every process of the database reads at its start and writes as a whole.
 */
import { DatabaseGate } from './database-gate.js';
import type { ExternalItem } from '#core/shared/config/topology-plan.js';

/** An item without its place in a file. */
export type StoredComponentItem = Omit<ExternalItem, 'source' | 'sample' | 'unreadablePort'>;

export class ComponentItemTable {
  private items: readonly StoredComponentItem[] = [];
  private readonly gate: DatabaseGate;

  constructor(gate = new DatabaseGate()) {
    this.gate = gate;
  }

  all(): readonly StoredComponentItem[] {
    this.gate.pass();
    return this.items;
  }

  /** The last one to write wins. */
  replace(items: readonly StoredComponentItem[]): void {
    this.gate.pass();
    this.items = items.map((item) => ({ ...item, addresses: [...item.addresses] }));
  }
}

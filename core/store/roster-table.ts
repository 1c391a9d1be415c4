/** Rosters by the owner's bare JID (RFC 6121 §2). */
import { DatabaseGate } from './database-gate.js';

export type Subscription = 'none' | 'to' | 'from' | 'both';

export interface RosterItem {
  jid: string;
  name?: string;
  subscription: Subscription;
  /** A subscription request that the contact has not answered. */
  ask: boolean;
  groups: string[];
}

export class RosterTable {
  private readonly rosters = new Map<string, Map<string, RosterItem>>();
  private readonly gate: DatabaseGate;

  constructor(gate = new DatabaseGate()) {
    this.gate = gate;
  }

  items(owner: string): RosterItem[] {
    this.gate.pass();
    return [...(this.rosters.get(owner)?.values() ?? [])];
  }

  item(owner: string, jid: string): RosterItem | undefined {
    this.gate.pass();
    return this.rosters.get(owner)?.get(jid);
  }

  put(owner: string, item: RosterItem): void {
    this.gate.pass();
    const roster = this.rosters.get(owner) ?? new Map<string, RosterItem>();
    roster.set(item.jid, item);
    this.rosters.set(owner, roster);
  }

  remove(owner: string, jid: string): boolean {
    this.gate.pass();
    return this.rosters.get(owner)?.delete(jid) ?? false;
  }
}

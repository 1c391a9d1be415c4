/** Messages kept for users who had no session (offline storage of `amp`). */
import { DatabaseGate } from './database-gate.js';

export interface OfflineMessage {
  /** The stanza as XML text. */
  stanza: string;
  /** When it was stored: ms since 1970 on the lab's calendar. */
  stamp: number;
}

export class OfflineTable {
  private readonly messages = new Map<string, OfflineMessage[]>();
  private readonly gate: DatabaseGate;

  constructor(gate = new DatabaseGate()) {
    this.gate = gate;
  }

  store(bareJid: string, message: OfflineMessage): void {
    this.gate.pass();
    const kept = this.messages.get(bareJid);
    if (kept) kept.push(message);
    else this.messages.set(bareJid, [message]);
  }

  /** Reads and deletes, oldest first. */
  take(bareJid: string): OfflineMessage[] {
    this.gate.pass();
    const kept = this.messages.get(bareJid) ?? [];
    this.messages.delete(bareJid);
    return kept;
  }

  count(bareJid: string): number {
    this.gate.pass();
    return this.messages.get(bareJid)?.length ?? 0;
  }
}

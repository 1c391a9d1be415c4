/** Persistent rooms and the history that both MUC processes share (§8.8). */
import { DatabaseGate } from './database-gate.js';

export interface StoredRoom {
  jid: string;
  creator: string;
  /** ms since 1970 on the lab's calendar. */
  created: number;
  /** Configuration form: field → value. */
  config: Record<string, string>;
  /** Bare JID → affiliation. */
  affiliations: Record<string, string>;
  subject?: { text: string; nick: string; stamp: number };
}

export interface StoredMessage {
  nick: string;
  senderJid: string;
  body: string;
  stamp: number;
}

export class RoomTable {
  private readonly rooms = new Map<string, StoredRoom>();
  private readonly history = new Map<string, StoredMessage[]>();
  private readonly gate: DatabaseGate;

  constructor(gate = new DatabaseGate()) {
    this.gate = gate;
  }

  get(jid: string): StoredRoom | undefined {
    this.gate.pass();
    return this.rooms.get(jid);
  }

  put(room: StoredRoom): void {
    this.gate.pass();
    this.rooms.set(room.jid, room);
  }

  remove(jid: string): void {
    this.gate.pass();
    this.rooms.delete(jid);
  }

  jids(): string[] {
    this.gate.pass();
    return [...this.rooms.keys()];
  }

  addHistory(jid: string, message: StoredMessage): void {
    this.gate.pass();
    const kept = this.history.get(jid);
    if (kept) kept.push(message);
    else this.history.set(jid, [message]);
  }

  /** Oldest first. */
  historyOf(jid: string): readonly StoredMessage[] {
    this.gate.pass();
    return this.history.get(jid) ?? [];
  }

  clearHistory(jid: string): void {
    this.gate.pass();
    this.history.delete(jid);
  }
}

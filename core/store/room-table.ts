/** Persistent rooms and the history that both MUC processes share (§8.8). */
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

  get(jid: string): StoredRoom | undefined {
    return this.rooms.get(jid);
  }

  put(room: StoredRoom): void {
    this.rooms.set(room.jid, room);
  }

  remove(jid: string): void {
    this.rooms.delete(jid);
  }

  jids(): string[] {
    return [...this.rooms.keys()];
  }

  addHistory(jid: string, message: StoredMessage): void {
    const kept = this.history.get(jid);
    if (kept) kept.push(message);
    else this.history.set(jid, [message]);
  }

  /** Oldest first. */
  historyOf(jid: string): readonly StoredMessage[] {
    return this.history.get(jid) ?? [];
  }

  clearHistory(jid: string): void {
    this.history.delete(jid);
  }
}

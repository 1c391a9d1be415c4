/** What was said in rooms, for those who enter later (§8.8). */
import type { StoredMessage } from '#core/store/room-table.js';
import type { RoomRepository } from './room-repository.js';
import type { HistoryStore } from './muc-settings.js';

/** §8.8: the memory provider keeps 256 messages a room … */
const MEMORY_KEPT = 256;
/** … and shows at most 25 when the joiner gives no limit. */
const MEMORY_SHOWN = 25;

/** What a joiner asks for in `<history/>` (XEP-0045 §7.2.15); maxchars is ignored (M11). */
export interface HistoryRequest {
  readonly maxStanzas?: number;
  /** ms since 1970. */
  readonly since?: number;
}

export class RoomHistory {
  private readonly store: HistoryStore;
  private readonly table: RoomRepository;
  private readonly memory = new Map<string, StoredMessage[]>();

  /** @param table shared with every process of the same database */
  constructor(store: HistoryStore, table: RoomRepository) {
    this.store = store;
    this.table = table;
  }

  add(room: string, message: StoredMessage): void {
    if (this.store === 'database') this.table.addHistory(room, message);
    if (this.store !== 'memory') return;
    const kept = this.memory.get(room) ?? [];
    kept.push(message);
    if (kept.length > MEMORY_KEPT) kept.shift();
    this.memory.set(room, kept);
  }

  /**
   * What a joiner is shown, oldest first.
   * @param cap the room's own maximum
   */
  replay(room: string, request: HistoryRequest, cap: number): readonly StoredMessage[] {
    const { since, maxStanzas } = request;
    const kept = this.store === 'memory' ? (this.memory.get(room) ?? []) : this.table.historyOf(room);
    const wanted = since === undefined ? kept : kept.filter((message) => message.stamp >= since);
    const limited = maxStanzas !== undefined || since !== undefined;
    const standard = this.store === 'memory' && !limited ? MEMORY_SHOWN : cap;
    const count = Math.min(maxStanzas ?? standard, cap);
    return count > 0 && this.store !== 'none' ? wanted.slice(-count) : [];
  }

  clear(room: string): void {
    if (this.store === 'database') this.table.clearHistory(room);
    this.memory.delete(room);
  }
}

/** Rooms and history as a MUC process gets at them: what cannot be written is lost, with a line in the log. */
import { whenAvailable } from '#core/store/database-gate.js';
import type { RoomTable } from '#core/store/room-table.js';

export type RoomRepository = Pick<
  RoomTable,
  'get' | 'put' | 'remove' | 'jids' | 'addHistory' | 'historyOf' | 'clearHistory'
>;

/**
 * @param lost called when the database was down: for what was to be written, and for lists and history that come out empty
 * @returns a repository of which only `get` throws `DatabaseUnavailable`: whoever asks for a room must be told
 */
export function lenient(table: RoomTable, lost: () => void): RoomRepository {
  const tried = (work: () => void): void => whenAvailable(work, lost);
  const listed = <Item>(work: () => Item[]): Item[] =>
    whenAvailable(work, () => {
      lost();
      return [];
    });
  return {
    get: (jid) => table.get(jid),
    put: (room) => tried(() => table.put(room)),
    remove: (jid) => tried(() => table.remove(jid)),
    jids: () => listed(() => table.jids()),
    addHistory: (jid, message) => tried(() => table.addHistory(jid, message)),
    historyOf: (jid) => listed(() => [...table.historyOf(jid)]),
    clearHistory: (jid) => tried(() => table.clearHistory(jid)),
  };
}

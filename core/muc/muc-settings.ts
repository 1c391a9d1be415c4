/** The `muc/…` lines of a configuration file (§8.1). */
import { ownValue } from '#core/shared/config/own-value.js';
import type { ProcessPlan } from '#core/shared/config/topology-plan.js';

/** Where the history of rooms is kept: nowhere, in this process, or in the shared table `muc_history`. */
export type HistoryStore = 'none' | 'memory' | 'database';

export interface MucSettings {
  readonly lockNewRooms: boolean;
  readonly allowChatStates: boolean;
  readonly multipleItems: boolean;
  readonly filterMessages: boolean;
  readonly filterPresences: boolean;
  readonly history: HistoryStore;
  /** Field of the configuration form → its default in new rooms. */
  readonly defaultRoomConfig: ReadonlyMap<string, string>;
}

const DEFAULT_CONFIG = 'default_room_config/';

/** Reads the settings of the MUC component called `name`. */
export function readMucSettings(plan: Pick<ProcessPlan, 'settings'>, name: string): MucSettings {
  const value = (key: string): string | undefined => ownValue(plan.settings, `${name}/${key}`);
  const flag = (key: string, standard: boolean): boolean => {
    const text = value(key);
    return text === undefined ? standard : text.trim().toLowerCase() === 'true';
  };
  return {
    lockNewRooms: flag('muc-lock-new-room', true),
    allowChatStates: flag('muc-allow-chat-states', false),
    multipleItems: flag('muc-multi-item-allowed', true),
    filterMessages: flag('message-filter-enabled', true),
    filterPresences: flag('presence-filter-enabled', false),
    history: historyStore(value('history-db')),
    defaultRoomConfig: defaultConfig(plan.settings, `${name}/${DEFAULT_CONFIG}`),
  };
}

/** Without the setting it is what `--user-db` names, else Derby: both are databases. */
function historyStore(text: string | undefined): HistoryStore {
  return text === 'none' || text === 'memory' ? text : 'database';
}

function defaultConfig(settings: Readonly<Record<string, string>>, prefix: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const [path, value] of Object.entries(settings)) {
    if (path.startsWith(prefix)) found.set(path.slice(prefix.length), value);
  }
  return found;
}

/** `user-presence-sm-cmd`: presence of a resource on another node, for the same user's resources here (§5.6). */
import { cloneElement } from '#core/xml/element.js';
import type { CommandListener } from '../cluster-controller.js';
import type { ClusteredSessions } from '../session-clustering.js';
import { userOfParams } from '../user-record.js';

export const USER_PRESENCE = 'user-presence-sm-cmd';

export function userPresence(sessions: ClusteredSessions): CommandListener {
  return {
    method: USER_PRESENCE,
    priority: 'CLUSTER',
    execute: (command) => {
      const user = userOfParams(command.params);
      const presence = command.data[0];
      if (!user || !presence) return;
      const kind = command.params['presence-type'];
      const known = kind === 'initial' || kind === 'update' ? kind : 'unavailable';
      sessions.remotePresence(user, cloneElement(presence), known);
    },
  };
}

/** `user-connected-sm-cmd`: another node has bound a resource; the same one here is older and loses (§5.6). */
import type { CommandListener } from '../cluster-controller.js';
import type { ClusteredSessions } from '../session-clustering.js';
import { userOfParams } from '../user-record.js';

export const USER_CONNECTED = 'user-connected-sm-cmd';

export function userConnected(sessions: ClusteredSessions): CommandListener {
  return {
    method: USER_CONNECTED,
    priority: 'CLUSTER',
    execute: (command) => {
      const user = userOfParams(command.params);
      if (user) sessions.conflict(user.bareJid, user.resource);
    },
  };
}

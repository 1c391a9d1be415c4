/** `user-disconnected-sm-cmd` of the caching strategy: a resource of another node has gone (§5.6). */
import type { CommandListener } from '../cluster-controller.js';
import type { OnlineUsers } from '../online-users.js';
import { userOfParams } from '../user-record.js';

export const USER_DISCONNECTED = 'user-disconnected-sm-cmd';

export function userDisconnected(online: OnlineUsers): CommandListener {
  return {
    method: USER_DISCONNECTED,
    priority: 'CLUSTER',
    execute: (command) => {
      const user = userOfParams(command.params);
      if (user) online.remove(command.from, user);
    },
  };
}

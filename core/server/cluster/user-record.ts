/** The parameters by which a bound resource is described to other nodes (§5.6). */
import type { UserRecord } from './session-clustering.js';

export function userParams(user: UserRecord): Record<string, string> {
  return {
    userId: user.bareJid,
    resource: user.resource,
    connectionId: user.connectionId,
    xmppSessionId: user.sessionId,
    'auth-time': String(user.authTime),
  };
}

/** undefined: the command lacks the user or the resource. */
export function userOfParams(params: Record<string, string>): UserRecord | undefined {
  const { userId, resource, connectionId = '', xmppSessionId = '' } = params;
  if (userId === undefined || resource === undefined) return undefined;
  const authTime = Number(params['auth-time']) || 0;
  return { bareJid: userId, resource, connectionId, sessionId: xmppSessionId, authTime };
}

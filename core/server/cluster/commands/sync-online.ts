/**
 * `req-sync-online-sm-cmd` and `resp-sync-online-sm-cmd` of the caching strategy (§5.6): a node that has connected asks for
 * the other's users, and gets them a thousand at a time as connection records.
 */
import { childElements, element, textOf, type Element } from '#core/xml/element.js';
import type { CommandListener } from '../cluster-controller.js';
import type { OnlineUsers } from '../online-users.js';
import type { UserRecord } from '../session-clustering.js';
import type { StrategyParts } from '../strategies/clustering-strategy.js';
import { parseJid } from '#core/shared/xmpp/jid.js';

export const REQ_SYNC_ONLINE = 'req-sync-online-sm-cmd';
const RESP_SYNC_ONLINE = 'resp-sync-online-sm-cmd';
const BATCH = 1000;

export function syncOnline(parts: StrategyParts, online: OnlineUsers): CommandListener[] {
  const { controller, self: from, sessions } = parts;
  return [
    {
      method: REQ_SYNC_ONLINE,
      priority: 'CLUSTER',
      execute: (command) => {
        const records = sessions.localUsers().map((user) => recordElement(from, user));
        for (let start = 0; start < records.length; start += BATCH) {
          const data = records.slice(start, start + BATCH);
          controller.sendToNodes({ method: RESP_SYNC_ONLINE, from, params: {}, data }, [command.from]);
        }
      },
    },
    {
      method: RESP_SYNC_ONLINE,
      priority: 'CLUSTER',
      execute: (command) => {
        for (const el of command.data) {
          const user = userOfRecord(el);
          if (user) online.add(command.from, user);
        }
      },
    },
  ];
}

function recordElement(node: string, user: UserRecord): Element {
  const { bareJid, resource, connectionId, sessionId } = user;
  return element(
    'conn-rec',
    {},
    element('node-jid', {}, node),
    element('user-jid', {}, `${bareJid}/${resource}`),
    element('connection-id', {}, connectionId),
    element('session-id', {}, sessionId),
  );
}

/** undefined: no record of a user. */
function userOfRecord(el: Element): UserRecord | undefined {
  const fields = Object.fromEntries(childElements(el).map((child) => [child.name, textOf(child)]));
  const jid = parseJid(fields['user-jid'] ?? '');
  if (el.name !== 'conn-rec' || jid?.resource === undefined) return undefined;
  const { bare: bareJid, resource } = jid;
  const { 'connection-id': connectionId = '', 'session-id': sessionId = '' } = fields;
  return { bareJid, resource, connectionId, sessionId, authTime: 0 };
}

/** Whether there may be one account more in a virtual host (§2.9 `max-users`). */
import { policyOf } from '#core/shared/config/virtual-host-policy.js';
import type { PluginHost } from './plugin.js';

export function hasRoomForAccount({ context }: PluginHost, domain: string): boolean {
  const { maxUsers } = policyOf(context.plan.properties, domain);
  return maxUsers === 0 || context.database.users.count(domain) < maxUsers;
}

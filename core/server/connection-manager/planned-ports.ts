/** Opens the ports that the configuration gives a component, whichever manager it is. */
import type { Connection, ConnectionHandler } from '#core/net/connection.js';
import type { ListenerPlan } from '#core/shared/config/topology-plan.js';
import { openListener, type OpenedPort } from '../listener-machine.js';
import type { ServerContext } from '../server-context.js';
import { MANAGER_LOGGER } from './traffic-limits.js';

/** Where a port has several interface addresses, one that cannot be had keeps those behind it from being tried (§6.4). */
export function openPlannedPorts(
  context: ServerContext,
  component: string,
  accepted: (connection: Connection, plan: ListenerPlan) => ConnectionHandler,
): OpenedPort[] {
  const ports: OpenedPort[] = [];
  let before: { port: number; opened: OpenedPort } | undefined;
  for (const plan of context.plan.listeners) {
    if (plan.component !== component) continue;
    if (plan.unreadable !== undefined) {
      context.log.write('WARNING', MANAGER_LOGGER, `Incorrect ports default settings: ${plan.unreadable}`);
    }
    const { port, bind, socket } = plan;
    const opened = openListener(context, {
      service: component,
      port,
      bind,
      socket,
      accepted: (connection) => accepted(connection, plan),
      ...(before?.port === port ? { after: before.opened } : {}),
    });
    before = { port, opened };
    ports.push(opened);
  }
  return ports;
}

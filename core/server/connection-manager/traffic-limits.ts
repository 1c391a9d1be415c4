/** The traffic limits of one connection manager, and what it says of them when it starts (§2.4). */
import type { LogLevel } from '#core/component/node-log.js';
import {
  FIELD_LIMITS,
  readTrafficLimits,
  type TrafficLimits,
} from '#core/shared/config/traffic-throttling.js';
import { ownValue } from '#core/shared/config/own-value.js';
import type { ServerContext } from '../server-context.js';
import { managerKind, type ManagerRole } from './manager-kind.js';

export const MANAGER_LOGGER = 'tigase.server.ConnectionManager';

/** What holds without a property, as the original means it. */
const INTENDED: Readonly<Record<ManagerRole, string>> = {
  c2s: 'xmpp:2500:0:disc,bin:20m:0:disc',
  bosh: 'xmpp:2500:0:disc,bin:20m:0:disc',
  ws2s: 'xmpp:2500:0:disc,bin:20m:0:disc',
  s2s: 'xmpp:25k:0:disc,bin:200m:0:disc',
  'ext-comp': 'xmpp:25k:0:disc,bin:200m:0:disc',
  ext: 'xmpp:25m:0:disc,bin:20000m:0:disc',
  'cl-comp': 'xmpp:25m:0:disc,bin:20000m:0:disc',
};

/** Reads the limits of component `name`; called once, when the component is configured. */
export function configuredLimits(context: ServerContext, name: string, role: ManagerRole): TrafficLimits {
  const text = valueFor(context, name, role);
  // 5.1.5–7.0.4 lose the default on its way: the block that reads it is skipped, and the fields keep their values.
  if (text === undefined && context.quirk('throttling-default-lost')) return FIELD_LIMITS;
  const { limits, echo, broken } = readTrafficLimits(text ?? INTENDED[role]);
  for (const { name: limit, value } of echo) {
    context.log.write('WARNING', MANAGER_LOGGER, `${name} ${limit} = ${value}`);
  }
  if (broken) {
    const { item, index } = broken;
    const why = `java.lang.ArrayIndexOutOfBoundsException: ${index}`;
    const text = `Cluster Lab: throttling of ${name}: "${item}" needs KIND:PER_MINUTE:LIFETIME:ACTION, Tigase fails with ${why}; what was read so far holds here`;
    context.log.write('WARNING', MANAGER_LOGGER, text);
  }
  return limits;
}

function valueFor(context: ServerContext, name: string, role: ManagerRole): string | undefined {
  const { properties, settings } = context.plan;
  const property = managerKind(role) === 'client' ? '--cm-traffic-throttling' : '--cm-ht-traffic-throttling';
  return ownValue(settings, `${name}/traffic-throttling`) ?? ownValue(properties, property);
}

/** Level of the line that a hit writes: loud only where much is carried (§2.4). */
export function hitLevel(role: ManagerRole): LogLevel {
  return managerKind(role) === 'client' ? 'FINER' : 'WARNING';
}

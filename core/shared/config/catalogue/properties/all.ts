/** Every property and component setting, theme by theme. A new theme is one file here and one line. */
import type { CatalogueEntry } from '../entry.js';
import { ACCOUNT_PROPERTIES } from './accounts.js';
import { CLIENT_PROPERTIES } from './client-connections.js';
import { CLUSTER_PROPERTIES, CLUSTER_SETTINGS } from './cluster.js';
import { CONNECTION_SETTINGS } from './connection-settings.js';
import { CONFIGURATION_SETTINGS, DATABASE_PROPERTIES } from './databases.js';
import { COMPONENT_PROPERTIES, COMPONENT_SETTINGS } from './external.js';
import { LOGGING_PROPERTIES } from './logging.js';
import { QUEUE_PROPERTIES } from './queues.js';
import { SECURITY_PROPERTIES } from './security.js';
import { S2S_PROPERTIES } from './server-to-server.js';
import { SESSION_PROPERTIES, SESSION_SETTINGS } from './sessions.js';
import { THROTTLING_PROPERTIES, THROTTLING_SETTINGS } from './throttling.js';
import { VHOST_PROPERTIES } from './vhosts.js';
import { VIRTUAL_COMPONENT_SETTINGS } from './virtual-component.js';
import { WATCHDOG_PROPERTIES, WATCHDOG_SETTINGS } from './watchdog.js';

export const PROPERTIES: readonly CatalogueEntry[] = [
  ...COMPONENT_PROPERTIES,
  ...CLUSTER_PROPERTIES,
  ...VHOST_PROPERTIES,
  ...ACCOUNT_PROPERTIES,
  ...DATABASE_PROPERTIES,
  ...SESSION_PROPERTIES,
  ...CLIENT_PROPERTIES,
  ...S2S_PROPERTIES,
  ...THROTTLING_PROPERTIES,
  ...WATCHDOG_PROPERTIES,
  ...QUEUE_PROPERTIES,
  ...SECURITY_PROPERTIES,
  ...LOGGING_PROPERTIES,
];

export const SETTINGS: readonly CatalogueEntry[] = [
  ...COMPONENT_SETTINGS,
  ...CLUSTER_SETTINGS,
  ...VIRTUAL_COMPONENT_SETTINGS,
  ...CONNECTION_SETTINGS,
  ...THROTTLING_SETTINGS,
  ...WATCHDOG_SETTINGS,
  ...SESSION_SETTINGS,
  ...CONFIGURATION_SETTINGS,
];

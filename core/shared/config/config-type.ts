/** `config-type` → the components that Tigase 5.2 loads, and what cluster mode makes of them (§1.4). */
import { ownValue } from './own-value.js';
import type { ProcessPlan } from './topology-plan.js';

export type ComponentSet = ProcessPlan['componentSet'];

export const CONFIG_TYPE_KEY = 'config-type';
export const DEFAULT_CONFIG_TYPE = '--gen-config-default';

/** The values that documentation or code know; every other text silently means the default set. */
export const KNOWN_CONFIG_TYPES = [
  '--gen-config-def',
  '--gen-config-default',
  '--gen-config-all',
  '--gen-config-sm',
  '--gen-config-cs',
  '--gen-config-comp',
] as const;

/** Message receivers of each set, in Tigase's order. */
export const COMPONENT_SETS: Readonly<Record<ComponentSet, readonly string[]>> = {
  default: ['c2s', 's2s', 'sess-man', 'bosh', 'monitor', 'amp', 'ws2s'],
  all: ['c2s', 's2s', 'sess-man', 'ssend', 'srecv', 'bosh', 'monitor', 'ws2s'],
  sm: ['ext-comp', 'sess-man', 'monitor', 'amp'],
  cs: ['c2s', 's2s', 'ext-comp', 'bosh', 'monitor', 'amp', 'ws2s'],
  comp: ['ext', 'monitor', 'amp'],
};

const SET_OF_TYPE: Readonly<Record<string, ComponentSet>> = {
  '--gen-config-all': 'all',
  '--gen-config-sm': 'sm',
  '--gen-config-cs': 'cs',
  '--gen-config-comp': 'comp',
};

/** Tigase's equality test: anything that is not all, sm, cs or comp is the default set. */
export function componentSetOf(configType: string | undefined): ComponentSet {
  return (configType === undefined ? undefined : ownValue(SET_OF_TYPE, configType)) ?? 'default';
}

/** Whether a `config-type` is one that Tigase's code or documentation has. */
export function isKnownConfigType(configType: string): boolean {
  return (KNOWN_CONFIG_TYPES as readonly string[]).includes(configType);
}

export const EXTERNAL_COMPONENT_CLASS = 'tigase.server.ext.ComponentProtocol';
export const CONNECTION_MANAGER_CLASS = 'tigase.server.xmppcomponent.ComponentConnectionManager';
export const MUC_COMPONENT_CLASS = 'tigase.muc.MUCComponent';

/** Standard class of each standard name. */
export const STANDARD_CLASSES: Readonly<Record<string, string>> = {
  'message-router': 'tigase.server.MessageRouter',
  'basic-conf': 'tigase.conf.Configurator',
  c2s: 'tigase.server.xmppclient.ClientConnectionManager',
  s2s: 'tigase.server.xmppserver.S2SConnectionManager',
  bosh: 'tigase.server.bosh.BoshConnectionManager',
  ws2s: 'tigase.server.websocket.WebSocketClientConnectionManager',
  'sess-man': 'tigase.server.xmppsession.SessionManager',
  ext: EXTERNAL_COMPONENT_CLASS,
  'ext-comp': CONNECTION_MANAGER_CLASS,
  'cl-comp': 'tigase.cluster.ClusterConnectionManager',
  'cluster-contr': 'tigase.cluster.ClusterController',
  monitor: 'tigase.server.monitor.MonitorComponent',
  stats: 'tigase.stats.StatisticsCollector',
  'vhost-man': 'tigase.vhosts.VHostManager',
  amp: 'tigase.server.amp.AmpComponent',
  ssend: 'tigase.server.ssender.StanzaSender',
  srecv: 'tigase.server.sreceiver.StanzaReceiver',
};

/** Classes that cluster mode puts in the place of others. */
export const CLUSTERED_CLASSES: Readonly<Record<string, string>> = {
  'tigase.server.xmppsession.SessionManager': 'tigase.cluster.SessionManagerClustered',
  'tigase.server.xmppserver.S2SConnectionManager': 'tigase.cluster.S2SConnectionClustered',
  'tigase.server.xmppclient.ClientConnectionManager': 'tigase.cluster.ClientConnectionClustered',
  'tigase.server.bosh.BoshConnectionManager': 'tigase.cluster.BoshConnectionClustered',
  'tigase.server.monitor.MonitorComponent': 'tigase.cluster.MonitorClustered',
  'tigase.server.websocket.WebSocketClientConnectionManager':
    'tigase.cluster.WebSocketClientConnectionClustered',
  'tigase.vhosts.VHostManager': 'tigase.cluster.VHostManagerClustered',
};

const TRUE_WORDS = ['true', 'yes', 'on', '1'];

/** The generous boolean of §1.2: `true yes on 1` in any case; everything else, also nothing, is false. */
export function isTrueWord(value: string | undefined): boolean {
  return value !== undefined && TRUE_WORDS.includes(value.toLowerCase());
}

/** Components that a set brings, around the receivers: router, configurator and the registrators. */
export function standardComponents(set: ComponentSet, clusterMode: boolean): string[] {
  const registrators = clusterMode ? ['vhost-man', 'stats', 'cluster-contr'] : ['vhost-man', 'stats'];
  const receivers = clusterMode ? [...COMPONENT_SETS[set], 'cl-comp'] : COMPONENT_SETS[set];
  return ['message-router', 'basic-conf', ...registrators, ...receivers];
}

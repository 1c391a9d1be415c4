/** Plugins of the session manager at 5.2 (§3.1, §3.2). */
import type { TigaseVersion } from './catalogue/entry.js';

export interface PluginInfo {
  id: string;
  /** Java class; without a package it lives in `tigase.xmpp.impl`. */
  className: string;
  /** On without any `--sm-plugins`. */
  byDefault: boolean;
  /** Comes with a jar of its own (pubsub, message-archive). */
  addOn: boolean;
}

/** The default-on set, in the order of the set (§3.1). */
const DEFAULT_PLUGINS: readonly (readonly [id: string, className: string])[] = [
  ['session-close', 'tigase.server.xmppsession.SessionManager$SessionCloseProc'],
  ['session-open', 'tigase.server.xmppsession.SessionManager$SessionOpenProc'],
  ['default-handler', 'tigase.server.xmppsession.SessionManager$DefaultHandlerProc'],
  ['jabber:iq:register', 'JabberIqRegister'],
  ['jabber:iq:auth', 'JabberIqAuth'],
  ['urn:ietf:params:xml:ns:xmpp-sasl', 'SaslAuth'],
  ['urn:ietf:params:xml:ns:xmpp-bind', 'BindResource'],
  ['urn:ietf:params:xml:ns:xmpp-session', 'SessionBind'],
  ['jabber:iq:roster', 'JabberIqRoster'],
  ['jabber:iq:privacy', 'JabberIqPrivacy'],
  ['jabber:iq:version', 'JabberIqVersion'],
  ['http://jabber.org/protocol/stats', 'JabberIqStats'],
  ['starttls', 'StartTLS'],
  ['vcard-temp', 'VCardTemp'],
  ['http://jabber.org/protocol/commands', 'JabberIqCommand'],
  ['jabber:iq:private', 'JabberIqPrivate'],
  ['urn:xmpp:ping', 'UrnXmppPing'],
  ['presence', 'Presence'],
  ['disco', 'ServiceDiscovery'],
  ['domain-filter', 'DomainFilter'],
  ['zlib', 'StartZLib'],
  ['amp', 'MessageAmp'],
  ['message-carbons', 'MessageCarbons'],
];

const OPTIONAL_PLUGINS: readonly (readonly [id: string, className: string])[] = [
  ['message', 'Message'],
  ['message-all', 'MessageAll'],
  ['msgoffline', 'OfflineMessages'],
  ['message-vhost-forward', 'MessageForwarding'],
  ['roster-presence', 'RosterPresence'],
  ['caps', 'CAPS'],
  ['jabber:iq:last', 'LastActivity'],
  ['jabber:iq:oob', 'JabberIqOOB'],
  ['jabber:iq:iq', 'JabberIqIq'],
  ['http://jabber.org/protocol/bytestreams', 'JabberIqSocks5Bytestreams'],
  ['http://jabber.org/protocol/si', 'JabberIqSi'],
  ['http://jabber.org/protocol/ibb', 'IBB'],
  ['http://jabber.org/protocol/jingle', 'Jingle'],
  ['invisible-command', 'InvisibleCommand'],
  ['mobile_v1', 'MobileV1'],
  ['mobile_v2', 'MobileV2'],
  ['mobile_v3', 'MobileV3'],
  ['pep-simple', 'PepPlugin'],
  ['remote-roster-management', 'RemoteRosterManagement'],
  // Default-on from 7.1 only; writing `+id` is how a file for both versions looks (§3.1).
  ['presence-state', 'PresenceState'],
  ['presence-subscription', 'PresenceSubscription'],
  ['vcard-xep-0292', 'VCardXep0292'],
  ['urn:xmpp:time', 'EntityTime'],
  ['urn:xmpp:csi:0', 'ClientStateIndication'],
];

const ADD_ON_PLUGINS: readonly (readonly [id: string, className: string])[] = [
  ['pep', 'tigase.pubsub.Pep'],
  ['message-archive-xep-0136', 'tigase.archive.MessageArchivePlugin'],
];

function describe(byDefault: boolean, addOn: boolean) {
  return ([id, name]: readonly [string, string]): PluginInfo => {
    return { id, className: name.includes('.') ? name : `tigase.xmpp.impl.${name}`, byDefault, addOn };
  };
}

export const PLUGIN_CATALOGUE: readonly PluginInfo[] = [
  ...DEFAULT_PLUGINS.map(describe(true, false)),
  ...OPTIONAL_PLUGINS.map(describe(false, false)),
  ...ADD_ON_PLUGINS.map(describe(false, true)),
];

const BY_ID: ReadonlyMap<string, PluginInfo> = new Map(PLUGIN_CATALOGUE.map((plugin) => [plugin.id, plugin]));

/** Ids of the default-on set in Tigase's order. */
export const DEFAULT_PLUGIN_IDS: readonly string[] = DEFAULT_PLUGINS.map(([id]) => id);

/** What other versions have on by default more, and less, than 5.2 (§3.1). */
const DIFFERENT_DEFAULTS: Readonly<Record<TigaseVersion, { more: string[]; less: string[] }>> = {
  '5.1': { more: ['pep'], less: ['zlib', 'message-carbons'] },
  '5.2': { more: [], less: [] },
  '7.0': { more: [], less: [] },
  '7.1': {
    more: ['presence-state', 'presence-subscription', 'vcard-xep-0292', 'urn:xmpp:time', 'urn:xmpp:csi:0'],
    less: ['presence'],
  },
};

/** The default-on set of a version. */
export function defaultPluginIds(version: TigaseVersion): Set<string> {
  const { more, less } = DIFFERENT_DEFAULTS[version];
  return new Set([...DEFAULT_PLUGIN_IDS.filter((id) => !less.includes(id)), ...more]);
}

/** What is known of a plugin id; undefined when no Tigase has it. */
export function findPlugin(id: string): PluginInfo | undefined {
  return BY_ID.get(id);
}

/** Whether Tigase's own jar has the plugin (add-on jars do not count). */
export function isImplementedPlugin(id: string): boolean {
  return BY_ID.get(id)?.addOn === false;
}

/** Every config-type, plugin, MUC setting, room field and error code that the notes and the seed's lists name is in the catalogue. */
import { expect, it } from 'vitest';
import { entriesOf } from '#core/shared/config/catalogue/catalogue.js';
import type { CatalogueKind } from '#core/shared/config/catalogue/entry.js';
import { entryForKey } from '#core/shared/config/catalogue/lookup.js';
import { ROOM_FEATURES } from '#core/muc/features/room-features.js';
import { PLUGIN_FACTORIES } from '#core/server/session-manager/plugins/catalogue.js';

const LISTED: Partial<Record<CatalogueKind, string>> = {
  'config-type': `--gen-config-def --gen-config-default --gen-config-all --gen-config-sm --gen-config-cs --gen-config-comp`,
  plugin: `session-close session-open default-handler jabber:iq:register jabber:iq:auth urn:ietf:params:xml:ns:xmpp-sasl
    urn:ietf:params:xml:ns:xmpp-bind urn:ietf:params:xml:ns:xmpp-session jabber:iq:roster jabber:iq:privacy jabber:iq:version
    http://jabber.org/protocol/stats starttls vcard-temp http://jabber.org/protocol/commands jabber:iq:private urn:xmpp:ping
    presence disco domain-filter zlib amp message-carbons message message-all msgoffline message-vhost-forward
    roster-presence caps jabber:iq:last jabber:iq:oob jabber:iq:iq http://jabber.org/protocol/bytestreams
    http://jabber.org/protocol/si http://jabber.org/protocol/ibb http://jabber.org/protocol/jingle invisible-command
    mobile_v1 mobile_v2 mobile_v3 pep-simple remote-roster-management pep message-archive-xep-0136 presence-state
    presence-subscription vcard-xep-0292 urn:xmpp:time urn:xmpp:csi:0 urn:ietf:params:xml:ns:messageConsumeACK
    urn:ietf:params:xml:ns:xmpp-user`,
  'room-field': `muc#roomconfig_roomname muc#roomconfig_roomdesc muc#roomconfig_changesubject muc#roomconfig_maxusers
    muc#roomconfig_presencebroadcast muc#roomconfig_publicroom muc#roomconfig_persistentroom muc#roomconfig_moderatedroom
    muc#roomconfig_membersonly muc#roomconfig_allowinvites muc#roomconfig_passwordprotectedroom muc#roomconfig_roomsecret
    muc#roomconfig_whois muc#roomconfig_enablelogging x-muc#roomconfig_reservednick x-muc#roomconfig_canchangenick
    x-muc#roomconfig_registration muc#roomconfig_roomadmins muc#roomconfig_roomowners muc#roomconfig_anonymity
    logging_format muc#maxhistoryfetch tigase#presence_delivery_logic`,
};

const CODES = `302 400 401 402 403 404 405 406 407 408 409 500 501 502 503 504 510 4031`;

/** Every row of the table of conditions that go over the wire (§9.1). */
const CONDITIONS = `400 bad-request|409 conflict|501 feature-not-implemented|403 forbidden|302 gone
  500 internal-server-error|404 item-not-found|400 jid-malformed|406 not-acceptable|405 not-allowed|401 not-authorized
  402 payment-required|0 policy-violation|404 recipient-unavailable|302 redirect|407 registration-required
  404 remote-server-not-found|504 remote-server-timeout|500 resource-constraint|503 service-unavailable
  407 subscription-required|500 undefined-condition|400 unexpected-request`;

const MUC_KEYS = `muc-repo-class muc-repo-url history-db history-db-uri muc-allow-chat-states[B] muc-lock-new-room[B]
  muc-multi-item-allowed[B] message-filter-enabled[B] presence-filter-enabled[B] search-ghosts-every-minute[B]
  ping-every-minute[B] room-log-directory muc-logger-class default_room_config/muc#roomconfig_persistentroom`;

it.each(Object.entries(LISTED))('has every %s', (kind, names) => {
  const known = new Set(entriesOf(kind as CatalogueKind).map(({ name }) => name));
  expect(names.split(/\s+/).filter((name) => !known.has(name))).toEqual([]);
});

it('has every error code', () => {
  const known = new Set(entriesOf('error-code').map(({ name }) => name.split(' ')[0]));
  expect(CODES.split(' ').filter((code) => !known.has(code))).toEqual([]);
});

it('has every condition, with the number that Tigase gives it', () => {
  const known = new Set(entriesOf('error-code').map(({ name }) => name));
  expect(CONDITIONS.split(/\||\n\s*/).filter((row) => !known.has(row))).toEqual([]);
});

it('has every setting of the MUC component, whatever its name is', () => {
  for (const key of MUC_KEYS.split(/\s+/)) {
    expect(entryForKey(`muc/${key}`)?.kind, key).toBe('muc-setting');
    expect(entryForKey(`conference/${key}`)?.kind, key).toBe('muc-setting');
  }
});

it('calls exactly those plugins modelled that the lab plays', () => {
  const modelled = entriesOf('plugin').filter(({ treatment }) => treatment.as === 'modelled');
  expect(new Set(modelled.map(({ name }) => name))).toEqual(new Set(PLUGIN_FACTORIES.keys()));
});

it('knows every option of a room, with its standard value', () => {
  const known = new Map(entriesOf('room-field').map(({ name, byDefault }) => [name, byDefault]));
  for (const { field, standard } of ROOM_FEATURES) expect(known.get(field), field).toBe(standard);
});

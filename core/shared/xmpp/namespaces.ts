/** Namespaces that cross the wire, by the document that defines them. */

// RFC 6120, RFC 6121
export const NS_CLIENT = 'jabber:client';
export const NS_SERVER = 'jabber:server';
export const NS_STREAM = 'http://etherx.jabber.org/streams';
export const NS_STREAMS_ERROR = 'urn:ietf:params:xml:ns:xmpp-streams';
export const NS_STANZAS = 'urn:ietf:params:xml:ns:xmpp-stanzas';
export const NS_TLS = 'urn:ietf:params:xml:ns:xmpp-tls';
export const NS_SASL = 'urn:ietf:params:xml:ns:xmpp-sasl';
export const NS_BIND = 'urn:ietf:params:xml:ns:xmpp-bind';
export const NS_SESSION = 'urn:ietf:params:xml:ns:xmpp-session';
export const NS_ROSTER = 'jabber:iq:roster';
export const NS_ROSTER_VER = 'urn:xmpp:features:rosterver';
export const NS_XML = 'http://www.w3.org/XML/1998/namespace';

// XEP-0114, XEP-0225 and what Tigase calls them in the protocol field of --external (§2.5)
export const NS_COMPONENT_ACCEPT = 'jabber:component:accept';
export const NS_COMPONENT_CONNECT = 'jabber:component:connect';
export const NS_COMPONENT_BIND = 'urn:xmpp:component:0';

// Tigase's own (§5.3, §5.5)
export const NS_CLUSTER = 'tigase:cluster';

// RFC 7395 and XEP-0206/0124 for the web
export const NS_FRAMING = 'urn:ietf:params:xml:ns:xmpp-framing';
export const NS_HTTPBIND = 'http://jabber.org/protocol/httpbind';
export const NS_XBOSH = 'urn:xmpp:xbosh';

// XEP-0045
export const NS_MUC = 'http://jabber.org/protocol/muc';
export const NS_MUC_USER = 'http://jabber.org/protocol/muc#user';
export const NS_MUC_OWNER = 'http://jabber.org/protocol/muc#owner';
export const NS_MUC_ADMIN = 'http://jabber.org/protocol/muc#admin';
export const NS_MUC_ROOMCONFIG = 'http://jabber.org/protocol/muc#roomconfig';
export const NS_MUC_ROOMINFO = 'http://jabber.org/protocol/muc#roominfo';
export const NS_MUC_REQUEST = 'http://jabber.org/protocol/muc#request';
export const NS_MUC_UNIQUE = 'http://jabber.org/protocol/muc#unique';
export const NS_CONFERENCE = 'jabber:x:conference';

// XEP-0004, XEP-0030, XEP-0203 and its ancestor XEP-0091
export const NS_DATA = 'jabber:x:data';
export const NS_DISCO_INFO = 'http://jabber.org/protocol/disco#info';
export const NS_DISCO_ITEMS = 'http://jabber.org/protocol/disco#items';
export const NS_DELAY = 'urn:xmpp:delay';
export const NS_X_DELAY = 'jabber:x:delay';

// What the session manager's plugins answer (§3.2)
export const NS_IQ_AUTH = 'jabber:iq:auth';
export const NS_IQ_AUTH_FEATURE = 'http://jabber.org/features/iq-auth';
export const NS_REGISTER = 'jabber:iq:register';
export const NS_REGISTER_FEATURE = 'http://jabber.org/features/iq-register';
export const NS_PRIVACY = 'jabber:iq:privacy';
export const NS_PRIVATE = 'jabber:iq:private';
export const NS_VERSION = 'jabber:iq:version';
export const NS_LAST = 'jabber:iq:last';
export const NS_PING = 'urn:xmpp:ping';
export const NS_TIME = 'urn:xmpp:time';
export const NS_VCARD = 'vcard-temp';
export const NS_COMMANDS = 'http://jabber.org/protocol/commands';
export const NS_STATS = 'http://jabber.org/protocol/stats';
export const NS_AMP = 'http://jabber.org/protocol/amp';
export const NS_CARBONS = 'urn:xmpp:carbons:2';
export const NS_FORWARD = 'urn:xmpp:forward:0';
export const NS_HINTS = 'urn:xmpp:hints';
export const NS_CSI = 'urn:xmpp:csi:0';
export const NS_COMPRESS = 'http://jabber.org/protocol/compress';
export const NS_COMPRESS_FEATURE = 'http://jabber.org/features/compress';
export const NS_PUBSUB = 'http://jabber.org/protocol/pubsub';
export const NS_SM3 = 'urn:xmpp:sm:3';
export const NS_RECEIPTS = 'urn:xmpp:receipts';
export const NS_RSM = 'http://jabber.org/protocol/rsm';

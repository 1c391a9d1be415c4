/** Plugins that come with the server and are off until `--sm-plugins` adds them (§3.2). */
import type { Wording } from '../entry.js';
import { CHECKED, modelled, NOT_YET } from '../properties/parts.js';
import { plugins, type PluginDraft } from './plugin-entry.js';

type Forwarder = Pick<PluginDraft, 'id' | 'className' | 'stanzas'> & { what: Wording };

/** Passes one kind of request on to another user, and does nothing else. */
function forwarder({ what, ...draft }: Forwarder): PluginDraft {
  return {
    ...draft,
    meaning: { en: `Passes ${what.en} on between users.`, zh: `在用户之间转发${what.zh}。` },
    treatment: NOT_YET,
  };
}

const ABSTRACT: Wording = {
  en: 'At 5.2.1 the class is abstract, so it cannot be loaded.',
  zh: '5.2.1 中该类是抽象类，无法加载。',
};

/** One whose work `default-handler` does by now: its class was made abstract so that nobody loads it. */
function retired(draft: Forwarder): PluginDraft {
  return { ...forwarder(draft), notes: [ABSTRACT], treatment: CHECKED };
}

/** A client that sleeps gets presence and messages in one go. */
const mobile = (version: string): PluginDraft => ({
  id: `mobile_v${version}`,
  className: `MobileV${version}`,
  meaning: {
    en: 'Keeps packets back while a mobile client is idle, up to 50 of them.',
    zh: '移动客户端空闲时暂存包，最多 50 个。',
  },
  stanzas: `iq/mobile http://tigase.org/protocol/mobile#v${version}`,
  treatment: NOT_YET,
});

export const OPTIONAL_PLUGINS = plugins({ onByDefault: false, addOn: false }, [
  {
    id: 'message',
    className: 'Message',
    meaning: {
      en: 'Delivers messages by the rules of RFC 6121. amp does the same, so it is only for those who take amp away.',
      zh: '按 RFC 6121 的规则投递消息。amp 已包含它，去掉 amp 时才需要。',
    },
    stanzas: 'message',
    treatment: modelled('test/scenario/files/messages-without-amp.yaml'),
  },
  {
    id: 'message-all',
    className: 'MessageAll',
    meaning: { en: 'Delivers messages to all resources of a user.', zh: '把消息投递给用户的所有资源。' },
    stanzas: 'message',
    notes: [
      {
        en: 'Beside amp everything is delivered twice: take amp away.',
        zh: '与 amp 同时启用时每条消息会投递两次：请去掉 amp。',
      },
    ],
    treatment: modelled('test/scenario/files/messages-to-all-sessions.yaml'),
  },
  {
    id: 'msgoffline',
    className: 'OfflineMessages',
    meaning: {
      en: 'Stores messages for users who are away, and hands them over at the login.',
      zh: '为离线用户存储消息，登录时交付。',
    },
    stanzas: 'presence; looks at every undeliverable message',
    treatment: modelled('test/scenario/files/messages-without-amp.yaml'),
  },
  {
    id: 'message-vhost-forward',
    className: 'MessageForwarding',
    meaning: {
      en: 'Copies messages to the address that --vhost-message-forward-jid names.',
      zh: '把消息复制到 --vhost-message-forward-jid 指定的地址。',
    },
    stanzas: 'message',
    treatment: NOT_YET,
  },
  {
    id: 'roster-presence',
    className: 'RosterPresence',
    meaning: { en: 'Contact list and presence in one.', zh: '联系人名单与在线状态合一。' },
    stanzas: 'presence; iq/query jabber:iq:roster, jabber:iq:roster-dynamic',
    threads: '2 × CPU',
    treatment: NOT_YET,
  },
  {
    id: 'caps',
    className: 'CAPS',
    meaning: { en: 'Remembers what clients can do (XEP-0115).', zh: '记录客户端的能力（XEP-0115）。' },
    stanzas: 'presence; iq/query disco#info',
    treatment: NOT_YET,
  },
  {
    id: 'jabber:iq:last',
    className: 'LastActivity',
    meaning: { en: 'When a user was last active (XEP-0012).', zh: '用户最后活动的时间（XEP-0012）。' },
    stanzas: 'iq/query jabber:iq:last; presence; message',
    notes: [ABSTRACT],
    treatment: CHECKED,
  },
  retired({
    id: 'jabber:iq:oob',
    className: 'JabberIqOOB',
    what: { en: 'URLs out of band', zh: '带外 URL' },
    stanzas: 'iq/query jabber:iq:oob',
  }),
  forwarder({
    id: 'jabber:iq:iq',
    className: 'JabberIqIq',
    what: { en: 'jabber:iq:iq', zh: 'jabber:iq:iq 请求' },
    stanzas: 'iq/query jabber:iq:iq',
  }),
  retired({
    id: 'http://jabber.org/protocol/bytestreams',
    className: 'JabberIqSocks5Bytestreams',
    what: { en: 'SOCKS5 bytestreams', zh: 'SOCKS5 字节流请求' },
    stanzas: 'iq/query http://jabber.org/protocol/bytestreams',
  }),
  retired({
    id: 'http://jabber.org/protocol/si',
    className: 'JabberIqSi',
    what: { en: 'stream initiation', zh: '流发起请求' },
    stanzas: 'iq/si http://jabber.org/protocol/si',
  }),
  retired({
    id: 'http://jabber.org/protocol/ibb',
    className: 'IBB',
    what: { en: 'in-band bytestreams', zh: '带内字节流' },
    stanzas: 'iq/open, data, close http://jabber.org/protocol/ibb',
  }),
  forwarder({
    id: 'http://jabber.org/protocol/jingle',
    className: 'Jingle',
    what: { en: 'Jingle', zh: 'Jingle 请求' },
    stanzas: 'iq/jingle, iq/session',
  }),
  {
    id: 'invisible-command',
    className: 'InvisibleCommand',
    meaning: { en: 'Being online without being seen (XEP-0186).', zh: '隐身在线（XEP-0186）。' },
    stanzas: 'iq/visible, iq/invisible urn:xmpp:invisible:0',
    treatment: NOT_YET,
  },
  mobile('1'),
  mobile('2'),
  mobile('3'),
  {
    id: 'pep-simple',
    className: 'PepPlugin',
    meaning: { en: 'A simple PEP with one node.', zh: '只有一个节点的简易 PEP。' },
    stanzas: 'iq/pubsub',
    treatment: NOT_YET,
  },
  {
    id: 'remote-roster-management',
    className: 'RemoteRosterManagement',
    meaning: {
      en: 'Lets gateways change the contact lists of their users.',
      zh: '允许网关管理其用户的联系人名单。',
    },
    stanzas: 'iq/query http://spectrum.im/protocol/remote-roster; message/x jabber:x:data',
    treatment: NOT_YET,
  },
  {
    id: 'presence-state',
    className: 'PresenceState',
    meaning: { en: 'The half of presence that says who is online.', zh: '在线状态插件中负责上下线的部分。' },
    stanzas: 'presence',
    since: '7.1',
    notes: [{ en: 'On by default in 7.1.', zh: '7.1 默认开启。' }],
    treatment: CHECKED,
  },
  {
    id: 'presence-subscription',
    className: 'PresenceSubscription',
    meaning: { en: 'The half of presence that subscribes.', zh: '在线状态插件中负责订阅的部分。' },
    stanzas: 'presence',
    since: '7.1',
    notes: [{ en: 'On by default in 7.1.', zh: '7.1 默认开启。' }],
    treatment: CHECKED,
  },
  {
    id: 'vcard-xep-0292',
    className: 'VCardXep0292',
    meaning: { en: 'vCards of the new form (XEP-0292).', zh: '新格式的电子名片（XEP-0292）。' },
    stanzas: 'iq/vcard',
    since: '7.1',
    notes: [{ en: 'On by default in 7.1.', zh: '7.1 默认开启。' }],
    treatment: NOT_YET,
  },
  {
    id: 'urn:xmpp:time',
    className: 'EntityTime',
    meaning: { en: 'Says what time it is at the server (XEP-0202).', zh: '告知服务器的时间（XEP-0202）。' },
    stanzas: 'iq/time urn:xmpp:time',
    since: '7.1',
    notes: [{ en: 'On by default in 7.1.', zh: '7.1 默认开启。' }],
    treatment: NOT_YET,
  },
  {
    id: 'urn:xmpp:csi:0',
    className: 'ClientStateIndication',
    meaning: {
      en: 'Clients say whether somebody looks at them (XEP-0352).',
      zh: '客户端告知自己是否处于活动状态（XEP-0352）。',
    },
    stanzas: 'active, inactive urn:xmpp:csi:0',
    since: '7.1',
    notes: [{ en: 'On by default in 7.1.', zh: '7.1 默认开启。' }],
    treatment: NOT_YET,
  },
]);

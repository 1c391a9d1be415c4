/** Plugins that are on at 5.2 without any `--sm-plugins`, in the order of Tigase's set (§3.1). */
import { CHECKED, modelled, NOT_YET } from '../properties/parts.js';
import { plugins } from './plugin-entry.js';

const STORY = modelled('test/scenario/files/plugins-one-by-one.yaml');

export const DEFAULT_ON_PLUGINS = plugins({ onByDefault: true, addOn: false }, [
  {
    id: 'session-close',
    className: 'tigase.server.xmppsession.SessionManager$SessionCloseProc',
    meaning: { en: 'Ends a session when its connection is gone.', zh: '连接断开后结束会话。' },
    stanzas: 'internal commands',
    threads: '4',
    treatment: CHECKED,
  },
  {
    id: 'session-open',
    className: 'tigase.server.xmppsession.SessionManager$SessionOpenProc',
    meaning: { en: 'Begins a session when a stream is opened.', zh: '流打开时建立会话。' },
    stanzas: 'internal commands',
    threads: '4',
    treatment: CHECKED,
  },
  {
    id: 'default-handler',
    className: 'tigase.server.xmppsession.SessionManager$DefaultHandlerProc',
    meaning: {
      en: 'Delivers what no other plugin has claimed.',
      zh: '投递没有被其他插件处理的节。',
    },
    stanzas: 'everything unclaimed',
    threads: '4',
    treatment: STORY,
  },
  {
    id: 'jabber:iq:register',
    className: 'JabberIqRegister',
    meaning: {
      en: 'Registration of accounts and changes of passwords by clients (XEP-0077).',
      zh: '客户端注册账号和修改密码（XEP-0077）。',
    },
    stanzas: 'iq/query jabber:iq:register',
    notes: [
      {
        en: 'Not in the default set when --auth-db is a class of your own.',
        zh: '--auth-db 为自定义类时不在默认集中。',
      },
    ],
    treatment: STORY,
  },
  {
    id: 'jabber:iq:auth',
    className: 'JabberIqAuth',
    meaning: { en: 'The old login without SASL (XEP-0078).', zh: '不用 SASL 的旧式登录（XEP-0078）。' },
    stanzas: 'iq/query jabber:iq:auth',
    treatment: NOT_YET,
  },
  {
    id: 'urn:ietf:params:xml:ns:xmpp-sasl',
    className: 'SaslAuth',
    meaning: {
      en: 'Login by SASL. Without it nobody can log in.',
      zh: 'SASL 登录。去掉后谁也无法登录。',
    },
    stanzas: 'auth, response, abort urn:ietf:params:xml:ns:xmpp-sasl',
    treatment: STORY,
  },
  {
    id: 'urn:ietf:params:xml:ns:xmpp-bind',
    className: 'BindResource',
    meaning: {
      en: 'Binds a resource. Without it nobody can log in.',
      zh: '绑定资源。去掉后谁也无法登录。',
    },
    stanzas: 'iq/bind urn:ietf:params:xml:ns:xmpp-bind',
    treatment: STORY,
  },
  {
    id: 'urn:ietf:params:xml:ns:xmpp-session',
    className: 'SessionBind',
    meaning: {
      en: 'Establishes the session of RFC 3921, which old clients ask for.',
      zh: '建立 RFC 3921 的会话，旧客户端会请求它。',
    },
    stanzas: 'iq/session urn:ietf:params:xml:ns:xmpp-session',
    treatment: STORY,
  },
  {
    id: 'jabber:iq:roster',
    className: 'JabberIqRoster',
    meaning: { en: 'Contact lists.', zh: '联系人名单。' },
    stanzas: 'iq/query jabber:iq:roster, jabber:iq:roster-dynamic',
    threads: '2 × CPU',
    treatment: STORY,
  },
  {
    id: 'jabber:iq:privacy',
    className: 'JabberIqPrivacy',
    meaning: { en: 'Privacy lists (XEP-0016).', zh: '隐私列表（XEP-0016）。' },
    stanzas: 'iq/query jabber:iq:privacy; looks at every stanza',
    treatment: NOT_YET,
  },
  {
    id: 'jabber:iq:version',
    className: 'JabberIqVersion',
    meaning: {
      en: 'Says which software and version the server is (XEP-0092).',
      zh: '告知服务器软件及版本（XEP-0092）。',
    },
    stanzas: 'iq/query jabber:iq:version',
    treatment: STORY,
  },
  {
    id: 'http://jabber.org/protocol/stats',
    className: 'JabberIqStats',
    meaning: { en: 'Statistics of the server for administrators.', zh: '供管理员查询的服务器统计数据。' },
    stanzas: 'iq/query http://jabber.org/protocol/stats',
    treatment: NOT_YET,
  },
  {
    id: 'starttls',
    className: 'StartTLS',
    meaning: {
      en: 'Offers TLS, and refuses everything before it where the virtual host requires it.',
      zh: '提供 TLS；虚拟主机要求 TLS 时，在此之前拒绝一切。',
    },
    stanzas: 'starttls urn:ietf:params:xml:ns:xmpp-tls',
    notes: [
      {
        en: 'The id is not "startls", as some listings print it.',
        zh: 'id 不是某些文章里写的“startls”。',
      },
    ],
    treatment: NOT_YET,
  },
  {
    id: 'vcard-temp',
    className: 'VCardTemp',
    meaning: { en: 'vCards (XEP-0054).', zh: '电子名片（XEP-0054）。' },
    stanzas: 'iq/vCard vcard-temp',
    treatment: NOT_YET,
  },
  {
    id: 'http://jabber.org/protocol/commands',
    className: 'JabberIqCommand',
    meaning: { en: 'Ad-hoc commands to components (XEP-0050).', zh: '发给组件的 ad-hoc 命令（XEP-0050）。' },
    stanzas: 'iq/command http://jabber.org/protocol/commands',
    treatment: NOT_YET,
  },
  {
    id: 'jabber:iq:private',
    className: 'JabberIqPrivate',
    meaning: {
      en: 'Private storage, bookmarks among it (XEP-0049).',
      zh: '私有数据存储，如书签（XEP-0049）。',
    },
    stanzas: 'iq/query jabber:iq:private',
    treatment: NOT_YET,
  },
  {
    id: 'urn:xmpp:ping',
    className: 'UrnXmppPing',
    meaning: { en: 'Answers pings (XEP-0199).', zh: '应答 ping（XEP-0199）。' },
    stanzas: 'iq/ping urn:xmpp:ping',
    treatment: STORY,
  },
  {
    id: 'presence',
    className: 'Presence',
    meaning: {
      en: 'Presence, subscriptions, and the directed presence that joins a room.',
      zh: '在线状态、订阅，以及加入房间的定向在线状态。',
    },
    stanzas: 'presence',
    threads: '2 × CPU',
    until: '7.0',
    notes: [
      {
        en: 'Taken away while amp stays: amp claims presence and passes none on, so joins vanish without an error. In 7.1 it is presence-state and presence-subscription.',
        zh: '去掉它而保留 amp 时：amp 认领在线状态却不转发，加入房间的请求会无声消失。7.1 中拆为 presence-state 和 presence-subscription。',
      },
    ],
    treatment: modelled('test/scenario/files/room-never-locked.yaml'),
  },
  {
    id: 'disco',
    className: 'ServiceDiscovery',
    meaning: { en: 'Service discovery (XEP-0030).', zh: '服务发现（XEP-0030）。' },
    stanzas: 'iq/query disco#info, disco#items',
    treatment: STORY,
  },
  {
    id: 'domain-filter',
    className: 'DomainFilter',
    meaning: {
      en: 'Lets users exchange stanzas only with the domains that are allowed.',
      zh: '只允许用户与被许可的域名通信。',
    },
    stanzas: 'every stanza',
    treatment: NOT_YET,
  },
  {
    id: 'zlib',
    className: 'StartZLib',
    meaning: { en: 'Compression of client streams (XEP-0138).', zh: '压缩客户端流（XEP-0138）。' },
    stanzas: 'compress http://jabber.org/protocol/compress',
    since: '5.2',
    treatment: NOT_YET,
  },
  {
    id: 'amp',
    className: 'MessageAmp',
    meaning: {
      en: 'Delivers messages by the rules of XEP-0079, and stores those for users who are away.',
      zh: '按 XEP-0079 的规则投递消息，并为离线用户存储消息。',
    },
    stanzas: 'message, presence',
    treatment: STORY,
  },
  {
    id: 'message-carbons',
    className: 'MessageCarbons',
    meaning: {
      en: 'Copies of messages to the other resources of a user (XEP-0280).',
      zh: '把消息复制给同一用户的其他资源（XEP-0280）。',
    },
    stanzas: 'message; iq/enable, iq/disable urn:xmpp:carbons:2',
    since: '5.2',
    treatment: STORY,
  },
]);

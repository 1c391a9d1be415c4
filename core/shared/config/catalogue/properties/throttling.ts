/** Limits on traffic and on new connections. */
import {
  ALL_MANAGERS,
  CLIENT_MANAGERS,
  form,
  modelled,
  properties,
  SERVER_MANAGERS,
  settings,
} from './parts.js';

const TRAFFIC = form('xmpp|bin:PER_MINUTE:LIFETIME:disc|drop[,…]');
const FIELDS = {
  en: 'xmpp counts packets, bin counts bytes; k, m and g are 1024, 1024², 1024³; 0 is no limit. All four fields must be there. Too many bytes always end the connection.',
  zh: 'xmpp 按包计，bin 按字节计；k、m、g 为 1024、1024²、1024³；0 表示不限。四个字段缺一不可。字节超限总是断开连接。',
};

export const THROTTLING_PROPERTIES = properties([
  {
    name: '--cm-traffic-throttling',
    meaning: {
      en: 'How many packets and bytes one client connection may carry in a minute and in its life.',
      zh: '每条客户端连接每分钟以及整个生命周期内允许的包数和字节数。',
    },
    grammar: TRAFFIC,
    byDefault: 'xmpp:2500:0:disc,bin:20m:0:disc',
    usedBy: CLIENT_MANAGERS,
    notes: [FIELDS],
    facts: ['2.4'],
    treatment: modelled('test/scenario/files/client-traffic-disc.yaml'),
  },
  {
    name: '--cm-ht-traffic-throttling',
    meaning: {
      en: 'The same for connections between servers: cluster, components, s2s.',
      zh: '同上，但针对服务器之间的连接：集群、外部组件和 s2s。',
    },
    grammar: TRAFFIC,
    byDefault: {
      en: 'up to 7.0.4 xmpp:2500:0:disc,bin:20000000:0:disc by a bug; documentation: xmpp:25k:0:disc,bin:200m:0:disc',
      zh: '7.0.4 及以前因缺陷实为 xmpp:2500:0:disc,bin:20000000:0:disc；文档写的是 xmpp:25k:0:disc,bin:200m:0:disc',
    },
    usedBy: SERVER_MANAGERS,
    notes: [
      FIELDS,
      {
        en: 'Without it a busy cluster or component link is cut about once a minute, with the WARNING "XMPP Limits exceeded on connection". Component processes need it as well.',
        zh: '不写时，繁忙的集群或组件连接大约每分钟被切断一次，并有 WARNING “XMPP Limits exceeded on connection”。组件进程同样需要写。',
      },
    ],
    facts: ['2.4'],
    treatment: modelled('test/scenario/files/throttling-values.yaml'),
  },
  {
    name: '--new-connections-throttling',
    meaning: {
      en: 'New connections that a port takes in one second; the others are accepted and closed at once. It protects a server that restarts.',
      zh: '每个端口每秒接受的新连接数，超出的连接接受后立即关闭。用于防止服务器重启时被大量重连压垮。',
    },
    grammar: form('PORT:PER_SECOND[,…]'),
    byDefault: {
      en: '5222:200, 5223:50, 5269:100, 5280:1000, every other port 200',
      zh: '5222:200，5223:50，5269:100，5280:1000，其他端口均为 200',
    },
    usedBy: ALL_MANAGERS,
    notes: [
      {
        en: 'It is read where sockets are accepted, for all components at once. A bad item gives the WARNING "Connections throttling configuration error, bad format, check the documentation for a correct syntax, port throttling config: …".',
        zh: '在接受套接字的地方统一生效，不分组件。格式不对的项会留下 WARNING “Connections throttling configuration error, bad format, check the documentation for a correct syntax, port throttling config: …”。',
      },
    ],
    facts: ['2.4'],
    treatment: modelled('test/scenario/files/new-connections-throttled.yaml'),
  },
]);

export const THROTTLING_SETTINGS = settings([
  {
    name: 'NAME/traffic-throttling',
    meaning: {
      en: 'Limits of traffic for the connections of one component, in place of the property for all.',
      zh: '单个组件的连接流量限制，代替对所有组件生效的属性。',
    },
    grammar: TRAFFIC,
    byDefault: {
      en: 'what --cm-traffic-throttling or --cm-ht-traffic-throttling says',
      zh: '与 --cm-traffic-throttling 或 --cm-ht-traffic-throttling 相同',
    },
    usedBy: ALL_MANAGERS,
    notes: [FIELDS],
    facts: ['2.4', '7.5'],
    treatment: modelled('test/scenario/files/client-traffic-bytes.yaml'),
  },
]);

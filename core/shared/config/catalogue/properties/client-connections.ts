/** What clients connect to: ports, redirection, HTTP. */
import {
  CHECKED,
  CLIENT_MANAGERS,
  commaList,
  LITERAL_TRUE,
  modelled,
  NOT_APPLICABLE,
  NOT_YET,
  PATH,
  properties,
} from './parts.js';

const PORTS_NOTE = {
  en: 'An entry that is no number becomes port 0, with the WARNING "Incorrect ports default settings: …".',
  zh: '不是数字的项变成端口 0，并有 WARNING “Incorrect ports default settings: …”。',
};

export const CLIENT_PROPERTIES = properties([
  {
    name: '--NAME-ports',
    meaning: {
      en: 'Ports of one connection manager: --c2s-ports = 5222,5333. All of them are plain.',
      zh: '某个连接管理器监听的端口：--c2s-ports = 5222,5333。列出的端口全部是明文端口。',
    },
    grammar: commaList({ type: 'port', exact: true }),
    badValue: 'misread',
    byDefault: {
      en: 'c2s 5222 and 5223 (SSL), s2s 5269, bosh 5280, ws2s 5290, ext-comp 5555',
      zh: 'c2s 为 5222 和 5223（SSL），s2s 为 5269，bosh 为 5280，ws2s 为 5290，ext-comp 为 5555',
    },
    usedBy: ['c2s', 's2s', 'bosh', 'ws2s', 'ext-comp'],
    notes: [PORTS_NOTE],
    facts: ['2.1'],
    treatment: modelled('test/scenario/files/ports-and-interfaces.yaml'),
  },
  {
    name: '--client-port-delay-listening',
    meaning: {
      en: 'Whether the ports for clients wait until the cluster has been formed.',
      zh: '客户端端口是否等集群组建完成后再开放。',
    },
    grammar: { type: 'choice', values: ['true', 'false'] },
    byDefault: 'true',
    since: '7.0',
    usedBy: CLIENT_MANAGERS,
    notes: [
      {
        en: 'The lab plays it in the profile 7.1, where only the word false turns it off.',
        zh: '实验室在 7.1 配置中模拟它；只有写 false 才会关闭。',
      },
    ],
    facts: ['5.1'],
    treatment: modelled('test/scenario/files/k05-name-not-resolvable-7-1.yaml'),
  },
  {
    name: '--cm-see-other-host',
    meaning: {
      en: 'Which node a client is sent to when it connects to another one (stream error see-other-host).',
      zh: '客户端连到某个节点时，是否以及如何让它改连另一个节点（流错误 see-other-host）。',
    },
    grammar: {
      type: 'choice',
      values: [
        'none',
        'tigase.server.xmppclient.SeeOtherHost',
        'tigase.server.xmppclient.SeeOtherHostHashed',
        'tigase.server.xmppclient.SeeOtherHostDB',
        'tigase.server.xmppclient.SeeOtherHostDualIP',
      ],
      open: true,
    },
    byDefault: {
      en: 'tigase.server.xmppclient.SeeOtherHost; in cluster mode tigase.server.xmppclient.SeeOtherHostHashed',
      zh: 'tigase.server.xmppclient.SeeOtherHost；集群模式下为 tigase.server.xmppclient.SeeOtherHostHashed',
    },
    usedBy: CLIENT_MANAGERS,
    notes: [
      {
        en: 'A client is told the internal host name of the node, which clients outside often cannot resolve. Only one whose header has a from is sent away.',
        zh: '告诉客户端的是节点的内部主机名，外部客户端往往解析不了。只有流头带 from 的客户端才会被重定向。',
      },
      {
        en: 'SeeOtherHostDualIP came with 7.0.',
        zh: 'SeeOtherHostDualIP 自 7.0 起才有。',
      },
    ],
    facts: ['2.6', '7.6'],
    treatment: modelled('test/scenario/files/see-other-host-off.yaml'),
  },
  {
    name: '--stanza-ack',
    meaning: {
      en: 'How a connection acknowledges stanzas: a blank, or a stanza.',
      zh: '连接以何种方式确认收到节：空白字符，或一个节。',
    },
    grammar: commaList({ type: 'choice', values: ['white-char', 'xmpp'] }),
    usedBy: CLIENT_MANAGERS,
    facts: ['2.1'],
    treatment: NOT_YET,
  },
  {
    name: '--bosh-close-connection',
    meaning: {
      en: 'Closes the TCP connection after each answer over BOSH.',
      zh: '每次 BOSH 应答后关闭 TCP 连接。',
    },
    grammar: LITERAL_TRUE,
    badValue: 'misread',
    byDefault: 'false',
    usedBy: ['bosh'],
    facts: ['2.1'],
    treatment: CHECKED,
  },
  {
    name: '--bosh-extra-headers-file',
    meaning: {
      en: 'File with HTTP headers that are added to answers over BOSH.',
      zh: '附加到 BOSH 应答的 HTTP 头所在的文件。',
    },
    grammar: PATH,
    byDefault: 'etc/bosh-extra-headers.txt',
    usedBy: ['bosh'],
    facts: ['2.1'],
    treatment: NOT_APPLICABLE,
  },
  {
    name: '--client-access-policy-file',
    meaning: {
      en: 'Policy file for Silverlight, which is handed out over HTTP.',
      zh: '通过 HTTP 提供的 Silverlight 访问策略文件。',
    },
    grammar: PATH,
    byDefault: 'etc/client-access-policy.xml',
    usedBy: ['bosh'],
    facts: ['2.1'],
    treatment: NOT_APPLICABLE,
  },
  {
    name: '--cross-domain-policy-file',
    meaning: {
      en: 'Policy file for Flash.',
      zh: 'Flash 的跨域策略文件。',
    },
    grammar: PATH,
    byDefault: 'etc/cross-domain-policy.xml',
    usedBy: ['bosh', 'c2s'],
    facts: ['2.1'],
    treatment: NOT_APPLICABLE,
  },
]);

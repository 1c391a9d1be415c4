/** Component setting lines of the connection managers. */
import {
  ALL_MANAGERS,
  CHECKED,
  CLIENT_MANAGERS,
  commaList,
  form,
  modelled,
  settings,
  SIZE,
  TEXT,
  TRUE_WORDS,
} from './parts.js';

const PORT_OWNERS = ['c2s', 's2s', 'bosh', 'ws2s', 'ext-comp'];

export const CONNECTION_SETTINGS = settings([
  {
    name: 'NAME/connections/ports',
    marker: 'i',
    meaning: {
      en: 'Ports of one connection manager, in place of --NAME-ports.',
      zh: '某个连接管理器监听的端口，优先于 --NAME-ports。',
    },
    grammar: commaList({ type: 'port' }),
    badValue: 'misread',
    byDefault: { en: 'what --NAME-ports says', zh: '与 --NAME-ports 相同' },
    usedBy: PORT_OWNERS,
    facts: ['7.5'],
    treatment: modelled('test/scenario/files/ports-by-setting.yaml'),
  },
  {
    name: 'NAME/connections/PORT/ifc',
    marker: 's',
    meaning: {
      en: 'Local addresses that one port is opened on: one socket each.',
      zh: '某个端口绑定的本地地址：每个地址一个套接字。',
    },
    grammar: commaList(TEXT),
    byDefault: { en: 'all addresses of the machine', zh: '本机所有地址' },
    usedBy: PORT_OWNERS,
    facts: ['7.5'],
    treatment: modelled('test/scenario/files/ports-and-interfaces.yaml'),
  },
  {
    name: 'NAME/connections/PORT/socket',
    meaning: {
      en: 'Whether TLS begins with the first byte (ssl) or not (plain).',
      zh: '连接一开始就用 TLS（ssl），还是明文开始（plain）。',
    },
    grammar: { type: 'choice', values: ['plain', 'ssl'] },
    byDefault: { en: 'plain; ssl for 5223', zh: 'plain；5223 为 ssl' },
    usedBy: ['c2s'],
    notes: [
      {
        en: 'The lab has no TLS: a port with ssl listens and closes what connects.',
        zh: '实验室没有 TLS：ssl 端口会监听，但连接随即被关闭。',
      },
    ],
    facts: ['1.2', '7.5'],
    treatment: modelled('test/scenario/files/ports-by-setting.yaml'),
  },
  {
    name: 'NAME/connections/PORT/type',
    meaning: {
      en: 'Whether the port is listened on (accept) or dialled (connect).',
      zh: '该端口是监听（accept）还是主动连接（connect）。',
    },
    grammar: { type: 'choice', values: ['accept', 'connect'] },
    byDefault: 'accept',
    usedBy: PORT_OWNERS,
    facts: ['7.5'],
    treatment: CHECKED,
  },
  {
    name: 'NAME/connections/PORT/remote-host',
    meaning: {
      en: 'Host that is dialled when the type of the port is connect.',
      zh: '端口类型为 connect 时要连接的主机。',
    },
    grammar: TEXT,
    usedBy: PORT_OWNERS,
    facts: ['7.5'],
    treatment: CHECKED,
  },
  {
    name: 'NAME/connections/tls/required',
    marker: 'B',
    meaning: {
      en: 'Refuses everything before STARTTLS on the ports of one connection manager.',
      zh: '该连接管理器的端口在 STARTTLS 之前拒绝一切请求。',
    },
    grammar: TRUE_WORDS,
    badValue: 'misread',
    byDefault: 'false',
    usedBy: ['c2s'],
    facts: ['7.5'],
    treatment: CHECKED,
  },
  {
    name: 'NAME/connections/PORT/tls/required',
    marker: 'B',
    meaning: {
      en: 'Refuses everything before STARTTLS on one port.',
      zh: '该端口在 STARTTLS 之前拒绝一切请求。',
    },
    grammar: TRUE_WORDS,
    badValue: 'misread',
    byDefault: 'false',
    usedBy: ['c2s'],
    facts: ['7.5'],
    treatment: CHECKED,
  },
  {
    name: 'NAME/net-buffer',
    marker: 'I',
    meaning: {
      en: 'Socket buffer of one connection manager, in bytes.',
      zh: '某个连接管理器的套接字缓冲区大小（字节）。',
    },
    grammar: SIZE,
    byDefault: {
      en: '2k for client connections, 64k for those between servers',
      zh: '客户端连接为 2k，服务器之间的连接为 64k',
    },
    usedBy: ALL_MANAGERS,
    facts: ['7.5'],
    treatment: CHECKED,
  },
  {
    name: 'NAME/routings/multi-mode',
    marker: 'B',
    meaning: {
      en: 'Whether the table of session managers is searched by domain; otherwise the last line counts for everybody.',
      zh: '是否按域名查找会话管理器表；否则最后一行对所有人生效。',
    },
    grammar: TRUE_WORDS,
    badValue: 'misread',
    byDefault: 'true',
    usedBy: CLIENT_MANAGERS,
    notes: [
      {
        en: 'Whoever sets it has to give the whole table: the default line for every domain is gone.',
        zh: '一旦设置它，就必须写出整张表：对所有域名生效的默认行不再存在。',
      },
    ],
    facts: ['4.2', '4.6'],
    treatment: modelled('test/scenario/files/c2s-routings.yaml'),
  },
  {
    name: 'NAME/routings/PATTERN',
    meaning: {
      en: 'Session manager of the virtual hosts that match a pattern: c2s/routings/.+ = sess-man@HOST.',
      zh: '匹配该模式的虚拟主机由哪个会话管理器处理：c2s/routings/.+ = sess-man@主机。',
    },
    grammar: form('sess-man@HOST'),
    byDefault: { en: 'the session manager of the process', zh: '本进程的会话管理器' },
    usedBy: CLIENT_MANAGERS,
    facts: ['4.2', '4.6'],
    treatment: modelled('test/scenario/files/c2s-routings.yaml'),
  },
  {
    name: 'c2s/cm-see-other-host/default-host',
    meaning: {
      en: 'Host that the class SeeOtherHost sends every client to.',
      zh: 'SeeOtherHost 类让所有客户端改连的主机。',
    },
    grammar: commaList({ type: 'domain' }),
    usedBy: CLIENT_MANAGERS,
    notes: [
      {
        en: 'The code splits at ",", although the documentation writes ";".',
        zh: '代码按“,”分割，尽管文档里写的是“;”。',
      },
    ],
    facts: ['2.6'],
    treatment: modelled('test/scenario/files/see-other-host-default-host.yaml'),
  },
  {
    name: 'c2s/cm-see-other-host/active',
    meaning: {
      en: 'Phases in which clients are sent away: when the stream opens, or after the login.',
      zh: '在哪些阶段重定向客户端：打开流时，或登录之后。',
    },
    grammar: { type: 'list', separator: ';', of: { type: 'choice', values: ['OPEN', 'LOGIN'] } },
    byDefault: 'OPEN',
    usedBy: CLIENT_MANAGERS,
    facts: ['2.6'],
    treatment: CHECKED,
  },
]);

/** Clustering: who belongs to it, who dials whom, and how session managers pass stanzas on. */
import {
  CHECKED,
  classOf,
  COUNT,
  form,
  LITERAL_TRUE,
  modelled,
  properties,
  settings,
  TRUE_WORDS,
  URI,
} from './parts.js';

export const CLUSTER_PROPERTIES = properties([
  {
    name: '--cluster-mode',
    meaning: {
      en: 'Makes the process a cluster node: it gets cl-comp and cluster-contr, and the clustered classes of the other components.',
      zh: '使进程成为集群节点：加载 cl-comp 和 cluster-contr，其他组件换成集群版的类。',
    },
    grammar: TRUE_WORDS,
    badValue: 'misread',
    byDefault: 'false',
    usedBy: ['message-router'],
    notes: [
      {
        en: 'A component process (--gen-config-comp) must not have it: it would become a node of the cluster as well.',
        zh: '组件进程（--gen-config-comp）不应开启，否则它自己也成了集群节点。',
      },
      {
        en: 'It also turns the cache of the user database off (system property tigase.cache = false).',
        zh: '同时关闭用户数据库的缓存（系统属性 tigase.cache = false）。',
      },
    ],
    facts: ['1.4', '1.1'],
    treatment: modelled('test/scenario/files/k12-cluster-mode-missing.yaml'),
  },
  {
    name: '--cluster-nodes',
    meaning: {
      en: 'The nodes of the cluster. A node dials all the others; its own item gives its password and the port that it listens on.',
      zh: '集群的节点列表。每个节点会连接其他所有节点；列表中自己那一项给出本节点的密码和监听端口。',
    },
    grammar: form('host[:password[:port[:lastUpdate[:cpu[:mem]]]]],…'),
    byDefault: { en: 'the own host name alone', zh: '只有本机主机名' },
    usedBy: ['cl-comp', 'sess-man', 's2s'],
    notes: [
      {
        en: 'Without a password an item gets a random one, which no other node knows; without a port it gets 5277.',
        zh: '不写密码的项会得到一个随机密码，别的节点不可能知道；不写端口则为 5277。',
      },
      {
        en: 'Items are not trimmed: a blank behind a comma becomes part of the host name.',
        zh: '各项不去空格：逗号后的空格会成为主机名的一部分。',
      },
      {
        en: '5.1 takes host names only, with one password for all: someSecret. 7.1 has one more field, a second host name.',
        zh: '5.1 只认主机名，密码统一为 someSecret。7.1 多一个字段：第二主机名。',
      },
    ],
    facts: ['2.3', '5.2'],
    treatment: modelled('test/scenario/files/k11-incomplete-mesh.yaml'),
  },
  {
    name: '--cluster-connect-all',
    meaning: {
      en: 'Up to 5.1: this node dials every other one, also those that would have dialled it. For a late node that the others do not list.',
      zh: '仅 5.1 及以前有用：让本节点主动连接所有其他节点，包括本该由对方发起连接的。用于后来加入、别人列表里没有的节点。',
    },
    grammar: LITERAL_TRUE,
    badValue: 'misread',
    byDefault: 'false',
    usedBy: ['cl-comp'],
    notes: [
      {
        en: 'From 5.2 on every node dials every other one anyway: the property is read and ignored.',
        zh: '从 5.2 起每个节点本来就会连接所有其他节点：此属性读入后被忽略。',
      },
    ],
    facts: ['2.3', '5.1'],
    treatment: CHECKED,
  },
  {
    name: '--cluster-connections-per-node',
    meaning: {
      en: 'TCP connections that a node dials to each other node.',
      zh: '一个节点向每个其他节点建立的 TCP 连接数。',
    },
    grammar: COUNT,
    byDefault: {
      en: '2 up to 5.2; the number of processors in 7.0 and 7.1 (7.1 takes 5 when it does not know)',
      zh: '5.2 及以前为 2；7.0、7.1 为处理器个数（7.1 取不到时为 5）',
    },
    usedBy: ['cl-comp'],
    notes: [
      {
        en: '7.1 keeps two of them for packets of high priority, so it should be more than 2.',
        zh: '7.1 会留出其中两条专门传送高优先级的包，所以应大于 2。',
      },
    ],
    facts: ['2.3', '5.1'],
    treatment: modelled('test/scenario/files/cluster-ping-7-1.yaml'),
  },
  {
    name: '--cl-conn-repo-class',
    meaning: {
      en: 'Where the list of cluster nodes is kept: a table of the database that nodes share, files, or the configuration alone.',
      zh: '集群节点列表存放在哪里：各节点共用的数据库表、目录中的文件，或者只用配置文件。',
    },
    grammar: classOf(
      'tigase.cluster.repo.ClConSQLRepository',
      'tigase.cluster.repo.ClConConfigRepository',
      'tigase.cluster.repo.ClConDirRepository',
    ),
    byDefault: 'tigase.cluster.repo.ClConSQLRepository',
    since: '5.2',
    usedBy: ['cl-comp'],
    notes: [
      {
        en: 'With the table, a wrong password in --cluster-nodes heals by itself within about 15 s, and two clusters with one database become one.',
        zh: '使用数据库表时，--cluster-nodes 里写错的密码约 15 秒内会自行纠正；两个集群若共用一个数据库，会合并成一个。',
      },
    ],
    facts: ['5.2'],
    treatment: modelled('test/scenario/files/node-list-static.yaml'),
  },
  {
    name: '--sm-cluster-strategy-class',
    meaning: {
      en: 'How the session managers of a cluster find a user who is on another node.',
      zh: '集群中的会话管理器用什么策略找到登录在其他节点上的用户。',
    },
    grammar: classOf(
      'tigase.cluster.strategy.DefaultClusteringStrategy',
      'tigase.cluster.strategy.DefaultClusteringStrategyAbstract',
      'tigase.cluster.strategy.SMNonCachingAllNodes',
      'tigase.server.cluster.strategy.OnlineUsersCachingStrategy',
    ),
    byDefault: {
      en: 'tigase.cluster.strategy.DefaultClusteringStrategy; 5.1: tigase.cluster.strategy.SMNonCachingAllNodes',
      zh: 'tigase.cluster.strategy.DefaultClusteringStrategy；5.1 为 tigase.cluster.strategy.SMNonCachingAllNodes',
    },
    usedBy: ['sess-man'],
    notes: [
      {
        en: 'From 5.2 on SMNonCachingAllNodes is abstract: writing what the documentation names as the default breaks the strategy.',
        zh: '从 5.2 起 SMNonCachingAllNodes 是抽象类：照文档写上这个“默认值”反而会使策略无法启动。',
      },
      {
        en: 'A class that cannot be made gives the SEVERE log "Can not instantiate clustering strategy for class: …", and the session manager has no strategy.',
        zh: '无法实例化的类会留下 SEVERE 日志“Can not instantiate clustering strategy for class: …”，会话管理器便没有策略可用。',
      },
    ],
    facts: ['2.1', '5.7'],
    treatment: modelled('test/scenario/files/strategy-all-at-once.yaml'),
  },
]);

export const CLUSTER_SETTINGS = settings([
  {
    name: 'cl-comp/compress-stream',
    marker: 'B',
    meaning: {
      en: 'Compresses the stream between cluster nodes. Both ends must have it.',
      zh: '压缩集群节点之间的流。两端必须都开启。',
    },
    grammar: TRUE_WORDS,
    badValue: 'misread',
    byDefault: 'false',
    usedBy: ['cl-comp'],
    facts: ['1.2', '5.3'],
    treatment: modelled('test/scenario/files/compressed-cluster-link.yaml'),
  },
  {
    name: 'cl-comp/repo-uri',
    meaning: {
      en: 'Database whose table cluster_nodes is read and written.',
      zh: '读写 cluster_nodes 表所用的数据库地址。',
    },
    grammar: URI,
    byDefault: { en: 'what --user-db-uri says', zh: '与 --user-db-uri 相同' },
    usedBy: ['cl-comp'],
    facts: ['5.2'],
    treatment: modelled('test/scenario/files/node-table-elsewhere.yaml'),
  },
  {
    name: 'cl-comp/repo-autoreload-interval',
    marker: 'L',
    meaning: {
      en: 'Seconds between two looks at the table of cluster nodes.',
      zh: '两次读取集群节点表之间的秒数。',
    },
    grammar: COUNT,
    byDefault: '15',
    usedBy: ['cl-comp'],
    facts: ['5.2'],
    treatment: modelled('test/scenario/files/node-table-elsewhere.yaml'),
  },
  {
    name: 'sess-man/error-forwarding',
    meaning: {
      en: 'Whether stanzas of type error go on to the other nodes of the cluster.',
      zh: 'error 类型的节是否继续转发到集群的其他节点。',
    },
    grammar: { type: 'choice', values: ['forward', 'drop'] },
    badValue: 'misread',
    byDefault: 'drop',
    usedBy: ['sess-man'],
    notes: [
      {
        en: 'Only the word forward forwards them.',
        zh: '只有写 forward 才会转发。',
      },
    ],
    facts: ['5.7'],
    treatment: modelled('test/scenario/files/error-forwarded.yaml'),
  },
]);

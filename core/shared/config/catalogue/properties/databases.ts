/** Databases of users and data, and the repository of the configuration itself. */
import type { Wording } from '../entry.js';
import type { ValueGrammar } from '../value-grammar.js';
import {
  CHECKED,
  classOf,
  COUNT,
  EVERYBODY,
  modelled,
  NOT_APPLICABLE,
  PATH,
  properties,
  settings,
  URI,
} from './parts.js';

/** Short names of connectors; any other text is the name of a class. */
export const REPOSITORY_KIND: ValueGrammar = {
  type: 'choice',
  values: [
    'mysql',
    'pgsql',
    'derby',
    'sqlserver',
    'tigase-custom',
    'tigase-auth',
    'drupal',
    'wp',
    'libresource',
    'ldap',
  ],
  open: true,
};

export const DATABASE_PROPERTIES = properties([
  {
    name: '--user-db',
    meaning: {
      en: 'Which connector keeps accounts, contact lists and offline messages.',
      zh: '用哪种连接器保存账号、联系人名单和离线消息。',
    },
    grammar: REPOSITORY_KIND,
    byDefault: { en: 'mysql (documentation)', zh: 'mysql（据文档）' },
    usedBy: EVERYBODY,
    notes: [
      {
        en: 'The documentation says mysql; without the line the code falls back to tigase.db.DummyRepository. That is not certain for 5.2.1 when only a URI is given.',
        zh: '文档写的是 mysql；不写时代码退回 tigase.db.DummyRepository。只给出 URI 时 5.2.1 的行为尚不确定。',
      },
      {
        en: 'The lab keeps users by --user-db-uri alone.',
        zh: '实验室只按 --user-db-uri 区分用户数据库。',
      },
    ],
    facts: ['2.1'],
    treatment: CHECKED,
  },
  {
    name: '--user-db-uri',
    meaning: {
      en: 'The database. Processes with the same URI share accounts, contact lists, rooms and the table of cluster nodes.',
      zh: '数据库地址。URI 相同的进程共用账号、联系人名单、房间和集群节点表。',
    },
    grammar: URI,
    usedBy: EVERYBODY,
    notes: [
      {
        en: 'The password stands in it in the clear.',
        zh: '密码以明文写在其中。',
      },
    ],
    facts: ['2.1', '5.2'],
    treatment: modelled('test/scenario/files/databases-differ-nodes-do-not-meet.yaml'),
  },
  {
    name: '--user-domain-repo-pool',
    meaning: {
      en: 'Class that picks the user repository of a domain.',
      zh: '按域名选择用户存储库的类。',
    },
    grammar: classOf('tigase.db.UserRepositoryMDImpl'),
    byDefault: 'tigase.db.UserRepositoryMDImpl',
    usedBy: EVERYBODY,
    facts: ['2.1'],
    treatment: NOT_APPLICABLE,
  },
  {
    name: '--user-repo-pool',
    meaning: {
      en: 'Class that pools the connections to the user database.',
      zh: '用户数据库连接池的类。',
    },
    grammar: classOf('tigase.db.UserRepositoryPool'),
    byDefault: 'tigase.db.UserRepositoryPool',
    usedBy: EVERYBODY,
    facts: ['2.1'],
    treatment: NOT_APPLICABLE,
  },
  {
    name: '--user-repo-pool-size',
    meaning: {
      en: 'Connections in the pool of the user database.',
      zh: '用户数据库连接池的连接数。',
    },
    grammar: COUNT,
    byDefault: '10',
    usedBy: EVERYBODY,
    facts: ['2.1'],
    treatment: NOT_APPLICABLE,
  },
  {
    name: '--data-repo-pool-size',
    meaning: {
      en: 'Connections in the pool of the data repository, which components such as MUC use.',
      zh: '数据存储库连接池的连接数，MUC 等组件会用到。',
    },
    grammar: COUNT,
    byDefault: {
      en: 'what --user-repo-pool-size says, else 10',
      zh: '与 --user-repo-pool-size 相同，否则为 10',
    },
    usedBy: EVERYBODY,
    facts: ['2.1'],
    treatment: NOT_APPLICABLE,
  },
  {
    name: '--tigase-config-repo-class',
    meaning: {
      en: 'Where the server keeps the configuration that it has worked out.',
      zh: '服务器把解析好的配置保存在哪里。',
    },
    grammar: classOf(
      'tigase.conf.ConfigurationCache',
      'tigase.conf.ConfigXMLRepository',
      'tigase.conf.ConfigSQLRepository',
    ),
    byDefault: 'tigase.conf.ConfigurationCache',
    usedBy: ['basic-conf'],
    notes: [
      {
        en: 'ConfigXMLRepository is the old tigase.xml; ConfigSQLRepository keeps the table tigase_configuration.',
        zh: 'ConfigXMLRepository 即旧的 tigase.xml；ConfigSQLRepository 使用表 tigase_configuration。',
      },
    ],
    facts: ['1.3'],
    treatment: CHECKED,
  },
  {
    name: '--tigase-config-repo-uri',
    meaning: {
      en: 'Database of tigase.conf.ConfigSQLRepository.',
      zh: 'tigase.conf.ConfigSQLRepository 使用的数据库地址。',
    },
    grammar: URI,
    usedBy: ['basic-conf'],
    facts: ['1.3'],
    treatment: CHECKED,
  },
  ...perDomain(),
]);

/** `--user-db-uri[example.org,example.net]`: what holds for some domains only. */
function perDomain() {
  const names: readonly (readonly [name: string, grammar: ValueGrammar, meaning: Wording])[] = [
    ['--user-db', REPOSITORY_KIND, { en: 'Connector of users', zh: '用户数据的连接器' }],
    ['--user-db-uri', URI, { en: 'Database of users', zh: '用户数据库' }],
    ['--auth-db', REPOSITORY_KIND, { en: 'Connector that checks passwords', zh: '验证密码的连接器' }],
    ['--auth-db-uri', URI, { en: 'Database that passwords are checked in', zh: '验证密码的数据库' }],
    ['--user-repo-pool', classOf(), { en: 'Pool class of the user database', zh: '用户数据库连接池的类' }],
    [
      '--auth-repo-pool',
      classOf(),
      { en: 'Pool class of the authentication database', zh: '认证数据库连接池的类' },
    ],
    ['--user-repo-pool-size', COUNT, { en: 'Pool size of the user database', zh: '用户数据库连接池的大小' }],
    [
      '--auth-repo-pool-size',
      COUNT,
      { en: 'Pool size of the authentication database', zh: '认证数据库连接池的大小' },
    ],
  ];
  return names.map(([name, grammar, meaning]) => ({
    name: `${name}[DOMAIN]`,
    meaning: {
      en: `${meaning.en}, for the virtual hosts in the brackets (comma-separated).`,
      zh: `${meaning.zh}，只对方括号中的虚拟主机有效（多个用逗号分隔）。`,
    },
    grammar,
    byDefault: { en: `what ${name} says`, zh: `与 ${name} 相同` },
    usedBy: ['sess-man'],
    facts: ['2.1'],
    treatment: name.includes('pool') ? NOT_APPLICABLE : CHECKED,
  }));
}

export const CONFIGURATION_SETTINGS = settings([
  {
    name: 'basic-conf/config-dump-file',
    meaning: {
      en: 'File into which the whole configuration is written at start-up; off, none, false or no: nowhere.',
      zh: '启动时把完整配置写入的文件；写 off、none、false 或 no 则不写。',
    },
    grammar: PATH,
    byDefault: 'etc/config-dump.properties',
    usedBy: ['basic-conf'],
    facts: ['1.3'],
    treatment: CHECKED,
  },
]);

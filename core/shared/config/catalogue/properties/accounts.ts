/** Who may administer, and where accounts are looked up. */
import {
  BARE_JID,
  CHECKED,
  commaList,
  EVERYBODY,
  modelled,
  NOT_APPLICABLE,
  properties,
  URI,
} from './parts.js';
import { classOf, COUNT } from './parts.js';
import { REPOSITORY_KIND } from './databases.js';

export const ACCOUNT_PROPERTIES = properties([
  {
    name: '--admins',
    meaning: {
      en: 'Accounts with the rights of an administrator: ad-hoc commands, disco of the components, messages when cluster nodes come and go.',
      zh: '具有管理员权限的账号：可执行 ad-hoc 命令、查看各组件的 disco，并在集群节点上线或下线时收到通知消息。',
    },
    grammar: commaList(BARE_JID),
    byDefault: 'admin@localhost',
    usedBy: EVERYBODY,
    notes: [
      {
        en: 'An item that is not a JID is left out with the CONFIG log "Incorrect admin JID: ".',
        zh: '不是 JID 的项会被略过，只留下一条 CONFIG 日志“Incorrect admin JID: ”。',
      },
      {
        en: 'The documentation names no default; the code takes admin@localhost.',
        zh: '文档没有写默认值；代码里是 admin@localhost。',
      },
    ],
    facts: ['2.1', '5.8'],
    treatment: modelled('test/scenario/files/cluster-nodes-in-disco.yaml'),
  },
  {
    name: '--auth-db',
    meaning: {
      en: 'Which connector checks passwords.',
      zh: '使用哪种连接器验证密码。',
    },
    grammar: REPOSITORY_KIND,
    byDefault: { en: 'what --user-db says', zh: '与 --user-db 相同' },
    usedBy: ['sess-man'],
    notes: [
      {
        en: 'Anything but mysql, pgsql, derby, sqlserver and tigase-auth takes the plugin jabber:iq:register out of the default set.',
        zh: '只要不是 mysql、pgsql、derby、sqlserver 或 tigase-auth，默认插件集就会少掉 jabber:iq:register。',
      },
    ],
    facts: ['2.1'],
    treatment: modelled('test/scenario/files/auth-db-without-register.yaml'),
  },
  {
    name: '--auth-db-uri',
    meaning: {
      en: 'Database of the connector that checks passwords.',
      zh: '验证密码所用连接器的数据库地址。',
    },
    grammar: URI,
    byDefault: { en: 'what --user-db-uri says', zh: '与 --user-db-uri 相同' },
    usedBy: ['sess-man'],
    facts: ['2.1'],
    treatment: CHECKED,
  },
  {
    name: '--auth-domain-repo-pool',
    meaning: {
      en: 'Class that picks the authentication repository of a domain.',
      zh: '按域名选择认证存储库的类。',
    },
    grammar: classOf('tigase.db.AuthRepositoryMDImpl'),
    byDefault: 'tigase.db.AuthRepositoryMDImpl',
    usedBy: ['sess-man'],
    notes: [
      {
        en: 'A class of your own needs its jar; without it nobody can log in.',
        zh: '自己写的类需要对应的 jar；没有它谁也无法登录。',
      },
    ],
    facts: ['2.1'],
    treatment: NOT_APPLICABLE,
  },
  {
    name: '--auth-repo-pool',
    meaning: {
      en: 'Class that pools the connections to the authentication database.',
      zh: '认证数据库连接池的类。',
    },
    grammar: classOf('tigase.db.AuthRepositoryPool'),
    byDefault: 'tigase.db.AuthRepositoryPool',
    usedBy: ['sess-man'],
    facts: ['2.1'],
    treatment: NOT_APPLICABLE,
  },
  {
    name: '--auth-repo-pool-size',
    meaning: {
      en: 'Connections in the pool of the authentication database.',
      zh: '认证数据库连接池的连接数。',
    },
    grammar: COUNT,
    byDefault: '10',
    usedBy: ['sess-man'],
    facts: ['2.1'],
    treatment: NOT_APPLICABLE,
  },
]);

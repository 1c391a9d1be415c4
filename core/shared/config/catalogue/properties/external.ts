/** Components: which are loaded, and how those in other processes are linked. */
import {
  STANDARD_CLASSES,
  MUC_COMPONENT_CLASS,
  KNOWN_CONFIG_TYPES,
} from '#core/shared/config/config-type.js';
import { classOf, commaList, form, modelled, properties, settings, TEXT, TRUE_WORDS } from './parts.js';

export const COMPONENT_PROPERTIES = properties([
  {
    name: 'config-type',
    meaning: {
      en: 'Which set of components the process loads: a whole server, only connection managers, only the session manager, or only a component.',
      zh: '进程加载哪一组组件：完整服务器、只有连接管理器、只有会话管理器，或只有外部组件。',
    },
    grammar: { type: 'choice', values: KNOWN_CONFIG_TYPES },
    badValue: 'misread',
    byDefault: '--gen-config-default',
    usedBy: ['message-router'],
    notes: [
      {
        en: 'The key has no dashes. Any value that is not known, a typing slip too, means the default set without a word.',
        zh: '键名前没有横线。任何不认识的值（包括拼写错误）都会被悄悄当作默认集。',
      },
    ],
    facts: ['1.4'],
    treatment: modelled('examples/scenarios/cm-sm-separation.yaml'),
  },
  {
    name: '--comp-name-N',
    meaning: {
      en: 'Name of one more component; --comp-class with the same suffix names its class. Its address is NAME before each virtual host.',
      zh: '额外加载的组件的名称；后缀相同的 --comp-class 给出它的类。组件地址为“名称.虚拟主机”。',
    },
    grammar: TEXT,
    usedBy: ['message-router'],
    notes: [
      {
        en: 'The name is lower-cased. A name that is loaded already makes the pair void, its class included.',
        zh: '名称会转成小写。若该名称已经加载，这一对（包括类）都被忽略。',
      },
      {
        en: 'A name without a class gets the standard class of that name; a name that Tigase does not know gets the old ComponentConnectionManager, which listens on 5555.',
        zh: '只有名称没有类时取该名称的标准类；Tigase 不认识的名称会得到旧的 ComponentConnectionManager，监听 5555。',
      },
    ],
    facts: ['1.5'],
    treatment: modelled('examples/scenarios/joins-vanish-on-the-seed.yaml'),
  },
  {
    name: '--comp-class-N',
    meaning: {
      en: 'Class of the component whose --comp-name has the same suffix.',
      zh: '后缀相同的 --comp-name 所指组件的类。',
    },
    grammar: classOf(
      ...new Set([
        ...Object.values(STANDARD_CLASSES),
        MUC_COMPONENT_CLASS,
        'tigase.cluster.VirtualComponent',
      ]),
    ),
    byDefault: { en: 'the standard class of the name', zh: '该名称的标准类' },
    usedBy: ['message-router'],
    notes: [
      {
        en: 'A class without a name loads nothing. One that cannot be found gives the WARNING "Can\'t load component NAME: CLASS", and the server starts without it.',
        zh: "只有类没有名称时什么也不加载。找不到的类会留下 WARNING “Can't load component NAME: CLASS”，服务器照常启动但没有该组件。",
      },
    ],
    facts: ['1.5'],
    treatment: modelled('examples/scenarios/joins-vanish-on-the-seed.yaml'),
  },
  {
    name: '--external',
    meaning: {
      en: 'Links to external components: which domain is served behind which port, and who dials whom.',
      zh: '外部组件的连接：哪个域名由哪个端口后面的组件提供服务，以及由谁发起连接。',
    },
    grammar: form(
      'domain:secret[:listen|accept|connect[:port[:remote[;address…][:accept|client|connect[:lbclass]]]]],…',
    ),
    byDefault: {
      en: 'a sample item that listens on 5277, the port of the cluster',
      zh: '一个示例项，监听 5277——正是集群端口',
    },
    usedBy: ['ext'],
    notes: [
      {
        en: 'Only ext reads it, which a default server has to load by --comp-name-1 = ext.',
        zh: '只有 ext 组件会读它；默认服务器需用 --comp-name-1 = ext 加载。',
      },
      {
        en: 'Nothing is trimmed. Addresses of one item are separated by ";", items by ",". A second item for a domain replaces the first.',
        zh: '一律不去空格。同一项的多个地址用“;”分隔，各项之间用“,”。同一域名的后一项会替换前一项。',
      },
    ],
    facts: ['2.5', '6'],
    treatment: modelled('examples/scenarios/links-come-up.yaml'),
  },
  {
    name: '--bind-ext-hostnames',
    meaning: {
      en: 'Further domains that the dialling side of an XEP-0225 link (protocol client) binds.',
      zh: 'XEP-0225 连接（client 协议）的发起方额外绑定的域名。',
    },
    grammar: commaList({ type: 'domain' }),
    usedBy: ['ext'],
    facts: ['2.1', '6.1'],
    treatment: modelled('test/scenario/files/several-domains-on-one-connection.yaml'),
  },
  {
    name: '--extcomp-repo-class',
    meaning: {
      en: 'Where the items of --external are kept.',
      zh: '--external 的各项存放在哪里。',
    },
    grammar: classOf(
      'tigase.server.ext.CompDBRepository',
      'tigase.server.ext.CompConfigRepository',
      'tigase.server.ext.CompSQLRepository',
    ),
    byDefault: 'tigase.server.ext.CompDBRepository',
    usedBy: ['ext'],
    notes: [
      {
        en: 'The documentation names CompConfigRepository as the default. With the other two, items of the database go before those of the file.',
        zh: '文档称默认为 CompConfigRepository。使用另外两个时，数据库中的项优先于文件中的项。',
      },
    ],
    facts: ['2.1', '6.7'],
    treatment: modelled('test/scenario/files/e19-items-of-the-database.yaml'),
  },
  {
    name: '--ext-comp',
    meaning: {
      en: 'Link of the old component ext-comp. Deprecated for components, and still the way to split connection managers from the session manager.',
      zh: '旧组件 ext-comp 的连接。用于外部组件已弃用，但把连接管理器与会话管理器分离仍要靠它。',
    },
    grammar: form('local,remote,port,password,plain|ssl,accept|connect[,routing]'),
    usedBy: ['ext-comp'],
    notes: [
      {
        en: 'Fields that are missing at the end are 5555, someSecret, plain, accept. ssl is taken for plain.',
        zh: '末尾缺少的字段取 5555、someSecret、plain、accept。ssl 会被当作 plain。',
      },
    ],
    facts: ['2.7', '4.6'],
    treatment: modelled('examples/scenarios/cm-sm-separation.yaml'),
  },
  {
    name: '--ext-comp_N',
    meaning: {
      en: 'A further link of the same form; it makes a component of its own, ext-comp_N.',
      zh: '同样格式的另一条连接；会创建单独的组件 ext-comp_N。',
    },
    grammar: form('local,remote,port,password,plain|ssl,accept|connect[,routing]'),
    usedBy: ['ext-comp'],
    facts: ['2.7'],
    treatment: modelled('test/scenario/files/cm-sm-clients.yaml'),
  },
]);

const RECEIVERS = 'message-router/components/msg-receivers';

export const COMPONENT_SETTINGS = settings([
  {
    name: `${RECEIVERS}/id-names`,
    marker: 's',
    meaning: {
      en: 'The whole list of components, in place of the set of config-type.',
      zh: '完整的组件列表，代替 config-type 选定的集合。',
    },
    grammar: commaList(TEXT),
    usedBy: ['message-router'],
    facts: ['1.4'],
    treatment: modelled('test/scenario/files/components-chosen-by-hand.yaml'),
  },
  {
    name: `${RECEIVERS}/NAME.active`,
    marker: 'B',
    meaning: {
      en: 'false leaves one component of the set out.',
      zh: '设为 false 则不加载该组件。',
    },
    grammar: TRUE_WORDS,
    byDefault: 'true',
    usedBy: ['message-router'],
    facts: ['1.4'],
    treatment: modelled('test/scenario/files/components-chosen-by-hand.yaml'),
  },
  {
    name: `${RECEIVERS}/NAME.class`,
    meaning: {
      en: 'Another class for one component of the set.',
      zh: '为集合中的某个组件指定另一个类。',
    },
    grammar: classOf(...new Set(Object.values(STANDARD_CLASSES))),
    usedBy: ['message-router'],
    facts: ['1.4'],
    treatment: modelled('test/scenario/files/components-chosen-by-hand.yaml'),
  },
]);

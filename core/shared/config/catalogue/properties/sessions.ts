/** The session manager: its plugins, contact lists, names. */
import { CHECKED, form, TRUE_WORDS, modelled, NOT_YET, properties, settings, TEXT } from './parts.js';

const usedBy = ['sess-man'];

export const SESSION_PROPERTIES = properties([
  {
    name: '--sm-plugins',
    meaning: {
      en: 'Plugins of the session manager that are added to, or taken from, the default set.',
      zh: '在会话管理器默认插件集的基础上增加或去掉的插件。',
    },
    grammar: form('[+]id[=THREADS]|-id[,…]'),
    byDefault: { en: 'the default set', zh: '默认插件集' },
    usedBy,
    notes: [
      {
        en: 'It is read from left to right. Ids that nobody implements are skipped without a word. Up to 7.0 nothing is trimmed, and an empty item stops the server at start-up.',
        zh: '从左到右处理。没有实现的 id 会被悄悄略过。7.0 及以前不去空格，空项会使服务器启动失败。',
      },
    ],
    facts: ['2.8', '3.1', '3.2'],
    treatment: modelled('examples/scenarios/joins-vanish-on-the-seed.yaml'),
  },
  {
    name: '--roster-implementation',
    meaning: {
      en: 'Class that stores contact lists.',
      zh: '存储联系人名单的类。',
    },
    grammar: { type: 'choice', values: ['RosterFlat'], open: true },
    byDefault: 'RosterFlat',
    usedBy,
    notes: [
      {
        en: 'A name without a package is looked up in tigase.xmpp.impl.roster.',
        zh: '不带包名时在 tigase.xmpp.impl.roster 中查找。',
      },
    ],
    facts: ['2.1'],
    treatment: CHECKED,
  },
  {
    name: '--skip-privacy',
    meaning: {
      en: 'Skips privacy lists when presence is sent out.',
      zh: '发送在线状态时跳过隐私列表。',
    },
    grammar: TRUE_WORDS,
    badValue: 'misread',
    byDefault: 'false',
    usedBy,
    facts: ['2.1'],
    treatment: NOT_YET,
  },
  {
    name: '--stringprep-processor',
    meaning: {
      en: 'How the parts of an address are normalised: simply lower-cased, by libidn, or not at all.',
      zh: '地址各部分如何规范化：简单转小写、用 libidn，或不处理。',
    },
    grammar: { type: 'choice', values: ['simple', 'libidn', 'empty'] },
    byDefault: 'simple',
    usedBy: ['*'],
    facts: ['2.1'],
    treatment: CHECKED,
  },
  {
    name: '--test',
    meaning: {
      en: 'Test mode: in old versions it leaves the plugin for offline messages out.',
      zh: '测试模式：旧版本中会去掉离线消息插件。',
    },
    grammar: TRUE_WORDS,
    byDefault: 'false',
    usedBy,
    notes: [
      {
        en: 'At 5.2.1 the list of plugins is the same with and without it.',
        zh: '在 5.2.1 中有没有它插件列表都一样。',
      },
    ],
    facts: ['2.1', '3.1'],
    treatment: CHECKED,
  },
]);

export const SESSION_SETTINGS = settings([
  {
    name: 'sess-man/plugins-conf/ID/KEY',
    meaning: {
      en: 'Setting of one plugin.',
      zh: '某个插件的设置。',
    },
    grammar: TEXT,
    usedBy,
    notes: [
      {
        en: 'A colon in the id must be written with a backslash, as it ends a key otherwise: sess-man/plugins-conf/jabber\\:iq\\:auth/…',
        zh: 'id 中的冒号前要加反斜杠，否则键到此为止：sess-man/plugins-conf/jabber\\:iq\\:auth/…',
      },
    ],
    facts: ['1.1', '2.8'],
    treatment: CHECKED,
  },
]);

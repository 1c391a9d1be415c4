/** Settings of the MUC component: lines `muc/KEY`, or with whatever name the component has (§8.1). */
import type { CatalogueEntry } from './entry.js';
import { CHECKED, classOf, modelled, NOT_YET, PATH, TEXT, URI } from './properties/parts.js';

type Draft = Pick<CatalogueEntry, 'meaning' | 'grammar' | 'byDefault' | 'treatment' | 'notes' | 'marker'> & {
  key: string;
};

/** The MUC component takes `true` in any case and nothing else. */
const YES: CatalogueEntry['grammar'] = { type: 'boolean', trueWords: ['true'] };
const SHOWN = modelled('test/scenario/files/muc-settings.yaml');

const DRAFTS: readonly Draft[] = [
  {
    key: 'muc-repo-class',
    meaning: { en: 'Class that stores rooms.', zh: '存储房间的类。' },
    grammar: classOf(),
    byDefault: { en: 'by --user-db', zh: '由 --user-db 决定' },
    treatment: CHECKED,
  },
  {
    key: 'muc-repo-url',
    meaning: { en: 'Database that rooms are stored in.', zh: '存储房间的数据库地址。' },
    grammar: URI,
    byDefault: { en: 'what --user-db-uri says', zh: '与 --user-db-uri 相同' },
    treatment: CHECKED,
  },
  {
    key: 'history-db',
    meaning: {
      en: 'Where what was said in rooms is kept: none, memory, or a kind of database.',
      zh: '房间聊天历史保存在哪里：none（不保存）、memory（内存），或某种数据库。',
    },
    grammar: {
      type: 'choice',
      values: ['none', 'memory', 'mysql', 'derby', 'pgsql', 'sqlserver'],
      open: true,
    },
    byDefault: { en: 'what --user-db says, else derby', zh: '与 --user-db 相同，否则为 derby' },
    notes: [
      {
        en: 'Text that is neither none nor memory must contain the name of a database; any other is the exception "Database not supported", and the component is not configured. Two MUC processes with one database share the history.',
        zh: '除 none 和 memory 外，必须包含某种数据库的名称，否则抛出“Database not supported”，组件无法完成配置。共用数据库的两个 MUC 进程共享历史。',
      },
    ],
    treatment: SHOWN,
  },
  {
    key: 'history-db-uri',
    meaning: { en: 'Database of the history.', zh: '聊天历史的数据库地址。' },
    grammar: URI,
    byDefault: { en: 'what --user-db-uri says', zh: '与 --user-db-uri 相同' },
    treatment: CHECKED,
  },
  {
    key: 'muc-allow-chat-states',
    marker: 'B',
    meaning: {
      en: 'Lets notices such as "is typing" (XEP-0085) through the filter of messages.',
      zh: '允许“正在输入”之类的状态通知（XEP-0085）通过消息过滤。',
    },
    grammar: YES,
    byDefault: 'false',
    treatment: SHOWN,
  },
  {
    key: 'muc-lock-new-room',
    marker: 'B',
    meaning: {
      en: 'A new room stays locked until its owner has configured it.',
      zh: '新房间在房主完成配置之前处于锁定状态。',
    },
    grammar: YES,
    byDefault: 'true',
    treatment: modelled('test/scenario/files/room-never-locked.yaml'),
  },
  {
    key: 'muc-multi-item-allowed',
    marker: 'B',
    meaning: {
      en: 'One presence names all resources that share a nick; otherwise only the last one.',
      zh: '共用一个昵称的多个资源全部列在同一个在线状态里；否则只列最后一个。',
    },
    grammar: YES,
    byDefault: 'true',
    treatment: SHOWN,
  },
  {
    key: 'message-filter-enabled',
    marker: 'B',
    meaning: {
      en: 'Of messages to a room only body and subject are passed on.',
      zh: '发往房间的消息只转发 body 和 subject。',
    },
    grammar: YES,
    byDefault: 'true',
    treatment: SHOWN,
  },
  {
    key: 'presence-filter-enabled',
    marker: 'B',
    meaning: {
      en: 'Of presence in a room only show, status, priority and capabilities are passed on.',
      zh: '房间内的在线状态只转发 show、status、priority 和能力信息。',
    },
    grammar: YES,
    byDefault: 'false',
    treatment: SHOWN,
  },
  {
    key: 'search-ghosts-every-minute',
    marker: 'B',
    meaning: {
      en: 'Looks for occupants who are long gone each minute instead of each hour.',
      zh: '每分钟（而不是每小时）查找一次早已离线的成员。',
    },
    grammar: YES,
    byDefault: 'false',
    notes: [{ en: 'Its old name is ping-every-minute.', zh: '旧名称为 ping-every-minute。' }],
    treatment: NOT_YET,
  },
  {
    key: 'ping-every-minute',
    marker: 'B',
    meaning: {
      en: 'Old name of search-ghosts-every-minute.',
      zh: 'search-ghosts-every-minute 的旧名称。',
    },
    grammar: YES,
    byDefault: 'false',
    treatment: NOT_YET,
  },
  {
    key: 'room-log-directory',
    meaning: { en: 'Folder for the public logs of rooms.', zh: '房间公开日志的目录。' },
    grammar: PATH,
    byDefault: './logs/',
    treatment: CHECKED,
  },
  {
    key: 'muc-logger-class',
    meaning: { en: 'Class that writes the logs of rooms.', zh: '写房间日志的类。' },
    grammar: classOf(),
    byDefault: 'RoomChatLogger',
    treatment: CHECKED,
  },
  {
    key: 'default_room_config/FIELD',
    meaning: {
      en: 'What a field of the room configuration form says in new rooms: muc/default_room_config/muc#roomconfig_persistentroom = 1.',
      zh: '新房间里配置表单某字段的默认值：muc/default_room_config/muc#roomconfig_persistentroom = 1。',
    },
    grammar: TEXT,
    byDefault: { en: 'the field’s own default', zh: '该字段自己的默认值' },
    treatment: SHOWN,
  },
];

export const MUC_SETTINGS: readonly CatalogueEntry[] = DRAFTS.map(({ key, ...draft }) => ({
  kind: 'muc-setting',
  name: `NAME/${key}`,
  usedBy: ['tigase.muc.MUCComponent'],
  facts: ['8.1'],
  ...draft,
}));

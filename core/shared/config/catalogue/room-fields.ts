/** Fields of the form with which an owner configures a room (§8.7), and those that other servers have and Tigase drops. */
import type { CatalogueEntry, Wording } from './entry.js';
import { CHECKED, modelled, NOT_YET } from './properties/parts.js';
import type { ValueGrammar } from './value-grammar.js';

const YES: ValueGrammar = { type: 'choice', values: ['1', '0', 'true', 'false'] };
const TEXT: ValueGrammar = { type: 'text' };
const FORM = modelled('test/scenario/files/room-options.yaml');
const DOOR = modelled('test/scenario/files/room-refused-at-the-door.yaml');

type Draft = Pick<
  CatalogueEntry,
  'name' | 'meaning' | 'grammar' | 'byDefault' | 'treatment' | 'notes' | 'since'
>;

const PLAYED: readonly Draft[] = [
  {
    name: 'muc#roomconfig_roomname',
    meaning: { en: 'Name of the room, as service discovery shows it.', zh: '房间名称，显示在服务发现中。' },
    grammar: TEXT,
    byDefault: '',
    treatment: FORM,
  },
  {
    name: 'muc#roomconfig_roomdesc',
    meaning: {
      en: 'Description of the room. It is kept, and shown in the form only.',
      zh: '房间描述。会被保存，但只显示在表单里。',
    },
    grammar: TEXT,
    byDefault: '',
    treatment: CHECKED,
  },
  {
    name: 'muc#roomconfig_persistentroom',
    meaning: {
      en: 'The room outlives its last occupant: it is stored in the database.',
      zh: '最后一个成员离开后房间仍然存在：保存在数据库中。',
    },
    grammar: YES,
    byDefault: '0',
    treatment: modelled('test/scenario/files/room-that-stays.yaml'),
  },
  {
    name: 'muc#roomconfig_publicroom',
    meaning: { en: 'The room is listed in service discovery.', zh: '房间列在服务发现的目录中。' },
    grammar: YES,
    byDefault: '1',
    treatment: FORM,
  },
  {
    name: 'muc#roomconfig_moderatedroom',
    meaning: { en: 'Only those who have voice may speak.', zh: '只有获得发言权的成员可以发言。' },
    grammar: YES,
    byDefault: '0',
    treatment: modelled('test/scenario/files/room-voice-kick-ban.yaml'),
  },
  {
    name: 'muc#roomconfig_membersonly',
    meaning: {
      en: 'Only members may enter; others who are inside have to go.',
      zh: '只有成员可以进入；已在里面的非成员会被请出。',
    },
    grammar: YES,
    byDefault: '0',
    treatment: DOOR,
  },
  {
    name: 'muc#roomconfig_passwordprotectedroom',
    meaning: { en: 'Entering needs the password.', zh: '进入需要密码。' },
    grammar: YES,
    byDefault: '0',
    notes: [
      {
        en: 'With an empty password the form is refused: not-acceptable "Passwords cannot be empty".',
        zh: '密码为空时表单会被拒绝：not-acceptable “Passwords cannot be empty”。',
      },
    ],
    treatment: DOOR,
  },
  {
    name: 'muc#roomconfig_roomsecret',
    meaning: { en: 'The password.', zh: '密码。' },
    grammar: TEXT,
    byDefault: '',
    treatment: DOOR,
  },
  {
    name: 'muc#roomconfig_anonymity',
    meaning: {
      en: 'Who sees the real addresses of occupants: everybody, owners and admins, or nobody. Tigase’s own, in place of muc#roomconfig_whois.',
      zh: '谁能看到成员的真实 JID：所有人、房主和管理员，或没有人。Tigase 自己的字段，代替 muc#roomconfig_whois。',
    },
    grammar: { type: 'choice', values: ['nonanonymous', 'semianonymous', 'fullanonymous'] },
    byDefault: 'semianonymous',
    treatment: FORM,
  },
  {
    name: 'muc#roomconfig_changesubject',
    meaning: {
      en: 'Participants may change the subject, not only moderators.',
      zh: '普通参与者也可以更改主题，而不只是主持人。',
    },
    grammar: YES,
    byDefault: '0',
    treatment: FORM,
  },
  {
    name: 'muc#roomconfig_enablelogging',
    meaning: {
      en: 'What is said is logged in public, and those who enter are told so (status 170).',
      zh: '公开记录聊天内容，并告知进入者（状态码 170）。',
    },
    grammar: YES,
    byDefault: '0',
    notes: [
      {
        en: 'The lab writes no such logs; the status codes are played.',
        zh: '实验室不写这种日志，只模拟状态码。',
      },
    ],
    treatment: FORM,
  },
  {
    name: 'logging_format',
    meaning: {
      en: 'Format of the log. It is kept, as the lab writes none.',
      zh: '日志格式。实验室不写日志，只保存该值。',
    },
    grammar: { type: 'choice', values: ['html', 'plain'] },
    byDefault: 'html',
    treatment: CHECKED,
  },
  {
    name: 'muc#maxhistoryfetch',
    meaning: {
      en: 'Most messages of the past that somebody who enters is shown.',
      zh: '进入者最多能看到的历史消息条数。',
    },
    grammar: { type: 'integer', min: 0 },
    byDefault: '50',
    treatment: FORM,
  },
];

const DROPPED: Wording = {
  en: 'Tigase’s MUC 2.2 does not have it: it drops the field of a submitted form without a word.',
  zh: 'Tigase MUC 2.2 没有这个字段：提交的表单中会被悄悄丢弃。',
};

/** Of XEP-0045, or of Openfire: forms of the seed's clients have them. */
function foreign(name: string, en: string, zh: string, more: Partial<Draft> = {}): Draft {
  return { name, meaning: { en, zh }, grammar: TEXT, notes: [DROPPED], treatment: CHECKED, ...more };
}

const FROM_2_4: Wording = { en: 'MUC 2.4 has it.', zh: 'MUC 2.4 开始支持。' };

const FOREIGN: readonly Draft[] = [
  foreign('muc#roomconfig_maxusers', 'Most occupants of the room.', '房间的最大人数。', {
    notes: [DROPPED, FROM_2_4],
    treatment: NOT_YET,
  }),
  foreign('muc#roomconfig_allowinvites', 'Occupants may invite others.', '允许成员邀请其他人。', {
    notes: [DROPPED, FROM_2_4],
    treatment: NOT_YET,
  }),
  foreign(
    'muc#roomconfig_presencebroadcast',
    'Roles whose presence is shown to the others.',
    '哪些角色的在线状态会广播给其他人。',
  ),
  foreign('muc#roomconfig_whois', 'Roles that see the real addresses.', '哪些角色可以看到真实 JID。'),
  foreign('muc#roomconfig_roomadmins', 'Admins of the room.', '房间管理员。', {
    notes: [
      DROPPED,
      { en: 'Use muc#admin with affiliation admin.', zh: '请用 muc#admin 设为 admin 归属身份。' },
    ],
  }),
  foreign('muc#roomconfig_roomowners', 'Owners of the room.', '房间拥有者。', {
    notes: [
      DROPPED,
      { en: 'Use muc#admin with affiliation owner.', zh: '请用 muc#admin 设为 owner 归属身份。' },
    ],
  }),
  foreign('x-muc#roomconfig_reservednick', 'Only registered nicks may enter.', '只允许用注册过的昵称进入。'),
  foreign('x-muc#roomconfig_canchangenick', 'Occupants may change their nick.', '允许成员修改昵称。'),
  foreign('x-muc#roomconfig_registration', 'Users may register with the room.', '允许用户在房间注册。'),
  foreign(
    'tigase#presence_delivery_logic',
    'How presence is delivered when a nick has several resources.',
    '同一昵称有多个资源时如何投递在线状态。',
    {
      notes: [{ en: 'MUC 2.3 and later.', zh: 'MUC 2.3 及以后。' }],
      treatment: NOT_YET,
    },
  ),
  foreign(
    'tigase#presence_filtering',
    'Shows presence only of and to some affiliations.',
    '只在某些归属身份之间显示在线状态。',
    {
      notes: [{ en: 'MUC 2.3 and later.', zh: 'MUC 2.3 及以后。' }],
      treatment: NOT_YET,
    },
  ),
];

export const ROOM_FIELDS: readonly CatalogueEntry[] = [...PLAYED, ...FOREIGN].map((draft) => ({
  kind: 'room-field',
  usedBy: ['tigase.muc.MUCComponent'],
  facts: ['8.7'],
  ...draft,
}));

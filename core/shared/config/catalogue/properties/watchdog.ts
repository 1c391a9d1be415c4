/** Connections that nobody speaks on: probes and time limits. */
import { ALL_MANAGERS, COUNT, MILLISECONDS, modelled, properties, settings } from './parts.js';
import type { CatalogueEntry, Wording } from '../entry.js';
import type { ValueGrammar } from '../value-grammar.js';

type Watchdog = Omit<CatalogueEntry, 'kind'>;

const PING_TYPE: ValueGrammar = { type: 'choice', values: ['whitespace', 'xmpp'], anyCase: true };

const PING_NOTE: Wording = {
  en: 'A blank finds a dead peer only by an error of TCP; an XMPP ping gets an answer, which counts as a sign of life. Any other word is an exception.',
  zh: '空白字符只能靠 TCP 出错发现对端已死；XMPP ping 会得到应答，应答算作存活的证明。写其他词会抛出异常。',
};

export const WATCHDOG_PROPERTIES = properties([
  {
    name: '--watchdog_delay',
    meaning: {
      en: 'How often every connection is looked at, in ms.',
      zh: '多久检查一遍所有连接（毫秒）。',
    },
    grammar: MILLISECONDS,
    byDefault: '600000',
    since: '5.2',
    usedBy: ALL_MANAGERS,
    notes: [{ en: 'First read by 5.2.1.', zh: '从 5.2.1 起才读取。' }],
    facts: ['2.10'],
    treatment: modelled('test/scenario/files/watchdog-finds-out.yaml'),
  },
  {
    name: '--watchdog_timeout',
    meaning: {
      en: 'A connection that was silent for so long gets a probe, in ms.',
      zh: '连接静默达到此时长（毫秒）就发送探测。',
    },
    grammar: MILLISECONDS,
    byDefault: '1740000',
    since: '5.2',
    usedBy: ALL_MANAGERS,
    notes: [
      {
        en: 'The default of 29 minutes is longer than what many address translators keep an idle connection for.',
        zh: '默认的 29 分钟比许多 NAT 设备保留空闲连接的时间更长。',
      },
    ],
    facts: ['2.10'],
    treatment: modelled('test/scenario/files/watchdog-finds-out.yaml'),
  },
  {
    name: '--watchdog_ping_type',
    meaning: {
      en: 'What a probe is: one blank, or an XMPP ping (XEP-0199).',
      zh: '用什么探测：一个空白字符，或 XMPP ping（XEP-0199）。',
    },
    grammar: PING_TYPE,
    badValue: 'exception',
    byDefault: 'whitespace',
    since: '5.2',
    usedBy: ALL_MANAGERS,
    notes: [PING_NOTE],
    facts: ['2.10'],
    treatment: modelled('test/scenario/files/watchdog-inactive.yaml'),
  },
]);

/** One of the three for one component only. */
function ofOneComponent(
  key: string,
  more: Pick<Watchdog, 'grammar' | 'marker' | 'badValue' | 'notes'>,
): Watchdog {
  return {
    name: `NAME/${key}`,
    meaning: {
      en: `What --${key} says, for the connections of one component.`,
      zh: `只对单个组件的连接生效的 --${key}。`,
    },
    byDefault: { en: `what --${key} says`, zh: `与 --${key} 相同` },
    since: '5.2',
    usedBy: ALL_MANAGERS,
    facts: ['2.10'],
    treatment: modelled('test/scenario/files/watchdog-inactive.yaml'),
    ...more,
  };
}

export const WATCHDOG_SETTINGS = settings([
  ofOneComponent('watchdog_delay', { grammar: MILLISECONDS, marker: 'L' }),
  ofOneComponent('watchdog_timeout', { grammar: MILLISECONDS, marker: 'L' }),
  ofOneComponent('watchdog_ping_type', { grammar: PING_TYPE, badValue: 'exception', notes: [PING_NOTE] }),
  {
    name: 'NAME/max-inactivity-time',
    marker: 'L',
    meaning: {
      en: 'A connection that was silent for so long is ended at the next look of the watchdog, in seconds.',
      zh: '连接静默达到此秒数后，看门狗下次检查时将其断开。',
    },
    grammar: COUNT,
    byDefault: {
      en: 'c2s 24 h, bosh 10 min, s2s 15 min, ext, ext-comp and cl-comp 1000 days (cl-comp of 7.1: 3 min)',
      zh: 'c2s 为 24 小时，bosh 为 10 分钟，s2s 为 15 分钟，ext、ext-comp、cl-comp 为 1000 天（7.1 的 cl-comp 为 3 分钟）',
    },
    usedBy: ALL_MANAGERS,
    facts: ['2.10', '7.5'],
    treatment: modelled('test/scenario/files/watchdog-inactive.yaml'),
  },
]);

/** Error codes on the wire: conditions with the numbers that Tigase gives them, and the numbers that it never writes (§9). */
import { STANZA_ERRORS, stanzaError, type StanzaErrorCondition } from '#core/shared/xmpp/stanza-errors.js';
import type { CatalogueEntry, Treatment, Wording } from './entry.js';
import { CHECKED, modelled } from './properties/parts.js';

const MEANINGS: Readonly<Record<StanzaErrorCondition, Wording>> = {
  'bad-request': {
    en: 'The stanza is malformed, or makes no sense.',
    zh: '请求格式有误或没有意义，服务器无法理解。',
  },
  conflict: { en: 'The nick, resource or account is taken.', zh: '昵称、资源或账号已被占用。' },
  'feature-not-implemented': {
    en: 'Nobody here deals with this kind of request.',
    zh: '服务器不支持该功能，没有插件处理这种请求。',
  },
  forbidden: { en: 'The sender has not the right to do this.', zh: '发送者没有执行该操作的权限。' },
  gone: { en: 'The recipient has moved away for ever.', zh: '接收者已永久迁走。' },
  'internal-server-error': {
    en: 'The server has failed while processing it.',
    zh: '服务器处理时发生内部错误。',
  },
  'item-not-found': {
    en: 'The address, room or node does not exist, or not any more.',
    zh: '地址、房间或节点不存在，或已不存在。',
  },
  'jid-malformed': {
    en: 'An address is not a valid JID, or a nick is missing.',
    zh: '地址不是合法的 JID，或缺少昵称。',
  },
  'not-acceptable': {
    en: 'What was asked for does not meet the conditions of the recipient.',
    zh: '请求不符合接收方的条件，例如密码为空。',
  },
  'not-allowed': { en: 'Nobody may do this, or not to this one.', zh: '不允许对该对象执行此操作。' },
  'not-authorized': {
    en: 'The sender has not authenticated, or the password is wrong.',
    zh: '未通过认证，或密码错误。',
  },
  'payment-required': { en: 'It costs something. Hardly ever seen.', zh: '需要付费，几乎不会遇到。' },
  'policy-violation': { en: 'Against the rules of the service.', zh: '违反服务策略。' },
  'recipient-unavailable': { en: 'The recipient is away for the moment.', zh: '接收者暂时不在线。' },
  redirect: { en: 'Go to another address for the moment.', zh: '请暂时改用另一个地址。' },
  'registration-required': {
    en: 'Only members or registered users may.',
    zh: '只有成员或已注册的用户才可以。',
  },
  'remote-server-not-found': {
    en: 'The domain cannot be resolved or reached.',
    zh: '找不到或无法连接远端域名。',
  },
  'remote-server-timeout': {
    en: 'The other server has not answered in time.',
    zh: '远端服务器没有及时应答。',
  },
  'resource-constraint': { en: 'The server has no room for it at the moment.', zh: '服务器资源暂时不足。' },
  'service-unavailable': { en: 'The service or user is not there.', zh: '服务不可用，或用户不在线。' },
  'subscription-required': { en: 'A subscription is needed first.', zh: '需要先订阅。' },
  'undefined-condition': { en: 'None of the other conditions.', zh: '其他条件都不适用。' },
  'unexpected-request': { en: 'The request comes at the wrong time.', zh: '请求出现的时机不对。' },
};

const NOTES: Readonly<Partial<Record<StanzaErrorCondition, readonly Wording[]>>> = {
  'policy-violation': [
    {
      en: 'It was never given a number; Tigase writes 0.',
      zh: '它从未有过数字代码；Tigase 写 0。',
    },
  ],
  'undefined-condition': [
    {
      en: 'The type is the literal text [undefined], which RFC 6120 does not allow.',
      zh: '类型写成字面文字 [undefined]，不符合 RFC 6120。',
    },
  ],
};

/** Where a condition can be seen. */
const SEEN: Readonly<Partial<Record<StanzaErrorCondition, string>>> = {
  'item-not-found': 'test/scenario/files/room-refused-at-the-door.yaml',
  'not-authorized': 'test/scenario/files/room-refused-at-the-door.yaml',
  conflict: 'test/scenario/files/room-refused-at-the-door.yaml',
  'registration-required': 'test/scenario/files/room-refused-at-the-door.yaml',
  forbidden: 'test/scenario/files/room-voice-kick-ban.yaml',
  'jid-malformed': 'test/scenario/files/several-domains-on-one-connection.yaml',
  'not-allowed': 'test/scenario/files/several-domains-on-one-connection.yaml',
  'remote-server-not-found': 'test/scenario/files/component-asks-the-server.yaml',
  'service-unavailable': 'test/scenario/files/stanza-errors.yaml',
  'bad-request': 'test/scenario/files/stanza-errors.yaml',
  'not-acceptable': 'test/scenario/files/stanza-errors.yaml',
  'recipient-unavailable': 'test/scenario/files/stanza-errors.yaml',
  'internal-server-error': 'test/scenario/files/fault-database.yaml',
  'feature-not-implemented': 'test/scenario/files/auth-db-without-register.yaml',
};

const CONDITIONS = (Object.keys(STANZA_ERRORS) as StanzaErrorCondition[]).map((condition): CatalogueEntry => {
  const { code, type } = stanzaError(condition);
  return entry(`${code} ${condition}`, MEANINGS[condition], {
    shown: `<error code='${code}' type='${type}'><${condition}/></error>`,
    notes: NOTES[condition] ?? [],
    treatment: SEEN[condition] === undefined ? CHECKED : modelled(SEEN[condition]),
  });
});

/** Old lists have these numbers, Tigase has no condition with them; XEP-0086 says what they stood for. */
const NEVER_WRITTEN: readonly CatalogueEntry[] = [
  never('408', 'Registration or request timed out', '注册或请求超时', 'remote-server-timeout'),
  never('502', 'The other server failed', '远端服务器错误', 'service-unavailable'),
  never('510', 'The connection is gone', '连接失败', 'service-unavailable'),
];

/** `errorCodes` of `lab.yaml`; the seed's owner has ERROR_TH(4031, "cancel", …). */
const EXTENSION = entry(
  '4031 ERROR_TH',
  {
    en: 'A code of one’s own, of the seed’s owner: login too often, or too much traffic. lab.yaml declares such codes (errorCodes).',
    zh: '使用者自己的扩展码：登录过于频繁或流量过大。此类代码在 lab.yaml 的 errorCodes 中声明。',
  },
  {
    shown: "<error code='4031' type='cancel'>…</error>",
    notes: [
      {
        en: 'Tigase itself sends no error when it throttles: it just closes. Old clients that expect three digits may stumble over four.',
        zh: 'Tigase 自身限流时不发送错误，直接断开连接。只认三位数字的旧客户端可能无法处理四位代码。',
      },
    ],
    treatment: CHECKED,
  },
);

export const ERROR_CODES: readonly CatalogueEntry[] = [...CONDITIONS, ...NEVER_WRITTEN, EXTENSION];

interface Rest {
  /** The element on the wire. */
  shown: string;
  notes: readonly Wording[];
  treatment: Treatment;
}

function entry(name: string, meaning: Wording, { shown, notes, treatment }: Rest): CatalogueEntry {
  const grammar = { type: 'form', form: shown } as const;
  return { kind: 'error-code', name, meaning, grammar, usedBy: ['*'], notes, facts: ['9'], treatment };
}

function never(code: string, en: string, zh: string, now: StanzaErrorCondition): CatalogueEntry {
  return entry(
    code,
    { en: `${en}. Tigase never writes this number.`, zh: `${zh}。Tigase 从不使用这个数字。` },
    {
      shown: `<error code='${code}'>`,
      notes: [{ en: `XEP-0086 says ${now} for it.`, zh: `XEP-0086 以 ${now} 对应它。` }],
      treatment: CHECKED,
    },
  );
}

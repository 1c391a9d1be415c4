/** Virtual hosts and what they allow. */
import { BARE_JID, CHECKED, classOf, form, TRUE_WORDS, modelled, NOT_YET, properties } from './parts.js';

const usedBy = ['vhost-man'];
const POLICIES = modelled('test/scenario/files/virtual-host-policies.yaml');

export const VHOST_PROPERTIES = properties([
  {
    name: '--virt-hosts',
    meaning: {
      en: 'Domains that the server serves, each with its flags.',
      zh: '服务器提供服务的域名，每个域名可带标志。',
    },
    grammar: form('domain[:flag…][,…]'),
    byDefault: { en: 'the own host name and localhost', zh: '本机主机名和 localhost' },
    usedBy: ['message-router', 'vhost-man', 'sess-man'],
    notes: [
      {
        en: 'Flags: [-]anon, [-]register, [-]tls-required, s2s-secret=…, comps=a;b, domain-filter=…, max-users=N, pres-forw=JID, mess-forw=JID. Domains of the database are added. The lab plays anon, register and max-users.',
        zh: '标志：[-]anon、[-]register、[-]tls-required、s2s-secret=…、comps=a;b、domain-filter=…、max-users=N、pres-forw=JID、mess-forw=JID。数据库中保存的域名也会加入。实验室模拟 anon、register 和 max-users。',
      },
    ],
    facts: ['2.9'],
    treatment: modelled('test/scenario/files/k13-virtual-hosts-differ.yaml'),
  },
  {
    name: '--vhost-anonymous-enabled',
    meaning: {
      en: 'Whether virtual hosts take anonymous logins, unless they say so themselves.',
      zh: '虚拟主机自己没有写明时，是否允许匿名登录。',
    },
    grammar: TRUE_WORDS,
    byDefault: 'true',
    usedBy,
    facts: ['2.1', '2.9'],
    treatment: POLICIES,
  },
  {
    name: '--vhost-max-users',
    meaning: {
      en: 'Most accounts of a virtual host; 0 is no limit.',
      zh: '每个虚拟主机的最大账号数；0 表示不限。',
    },
    grammar: { type: 'integer', min: 0 },
    byDefault: '0',
    usedBy,
    notes: [
      {
        en: 'Only new accounts are refused. In the lab a first login makes one, unless users are strict; it is refused too.',
        zh: '只拒绝新账号。实验室中首次登录会创建账号（users 为 strict 时除外），同样会被拒绝。',
      },
    ],
    facts: ['2.1', '2.9'],
    treatment: POLICIES,
  },
  {
    name: '--vhost-message-forward-jid',
    meaning: {
      en: 'Address that gets a copy of every message.',
      zh: '接收所有消息副本的地址。',
    },
    grammar: BARE_JID,
    usedBy,
    facts: ['2.1', '2.9'],
    treatment: NOT_YET,
  },
  {
    name: '--vhost-presence-forward-jid',
    meaning: {
      en: 'Address that gets a copy of presence.',
      zh: '接收在线状态副本的地址。',
    },
    grammar: BARE_JID,
    usedBy,
    facts: ['2.1', '2.9'],
    treatment: NOT_YET,
  },
  {
    name: '--vhost-register-enabled',
    meaning: {
      en: 'Whether clients may register accounts themselves.',
      zh: '是否允许客户端自行注册账号。',
    },
    grammar: TRUE_WORDS,
    byDefault: 'true',
    usedBy,
    facts: ['2.1', '2.9'],
    treatment: POLICIES,
  },
  {
    name: '--vhost-tls-required',
    meaning: {
      en: 'Whether clients must use TLS before anything else.',
      zh: '是否要求客户端先启用 TLS。',
    },
    grammar: TRUE_WORDS,
    badValue: 'misread',
    byDefault: 'false',
    usedBy,
    facts: ['2.1', '2.9'],
    treatment: NOT_YET,
  },
  {
    name: '--vhost-repo-class',
    meaning: {
      en: 'Where virtual hosts are kept.',
      zh: '虚拟主机存放在哪里。',
    },
    grammar: classOf('tigase.vhosts.VHostJDBCRepository', 'tigase.vhosts.VhostConfigRepository'),
    byDefault: 'tigase.vhosts.VHostJDBCRepository',
    usedBy,
    facts: ['2.1'],
    treatment: CHECKED,
  },
  {
    name: '--domain-filter-policy',
    meaning: {
      en: 'With whom the users of virtual hosts may exchange stanzas, unless the host says so itself.',
      zh: '虚拟主机自己没有写明时，其用户可与谁通信。',
    },
    grammar: form('ALL|LOCAL|OWN|BLOCK|LIST=d1;d2|BLACKLIST=d1;d2'),
    byDefault: 'ALL',
    usedBy: ['vhost-man', 'sess-man'],
    notes: [
      {
        en: 'Text that is not known means ALL without a word. BLACKLIST came after 5.2.1.',
        zh: '不认识的文字会被悄悄当作 ALL。BLACKLIST 是 5.2.1 之后才有的。',
      },
    ],
    facts: ['2.1'],
    treatment: NOT_YET,
  },
]);

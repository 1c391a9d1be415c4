/** s2s: dialback and TLS towards other domains. */
import { CHECKED, commaList, LITERAL_TRUE, properties, TEXT } from './parts.js';

export const S2S_PROPERTIES = properties([
  {
    name: '--s2s-secret',
    meaning: {
      en: 'Secret that the keys of server dialback are made from. Nodes of one cluster need the same.',
      zh: '生成服务器回拨密钥所用的秘密。同一集群的节点应设为相同。',
    },
    grammar: TEXT,
    byDefault: { en: 'random in each run', zh: '每次运行随机生成' },
    usedBy: ['s2s'],
    facts: ['2.1'],
    treatment: CHECKED,
  },
  {
    name: '--s2s-skip-tls-hostnames',
    meaning: {
      en: 'Remote domains to which no STARTTLS is tried.',
      zh: '不尝试 STARTTLS 的远端域名。',
    },
    grammar: commaList({ type: 'domain' }),
    usedBy: ['s2s'],
    facts: ['2.1'],
    treatment: CHECKED,
  },
  {
    name: '--s2s-ejabberd-bug-workaround-active',
    meaning: {
      en: 'Leaves out a feature of dialback that old ejabberd servers trip over.',
      zh: '不使用会让旧版 ejabberd 出错的一项回拨特性。',
    },
    grammar: LITERAL_TRUE,
    badValue: 'misread',
    byDefault: 'false',
    usedBy: ['s2s'],
    facts: ['2.1'],
    treatment: CHECKED,
  },
]);

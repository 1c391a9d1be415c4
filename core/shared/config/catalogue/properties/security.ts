/** TLS, certificates, and who is trusted. */
import {
  ALL_MANAGERS,
  CHECKED,
  classOf,
  commaList,
  EVERYBODY,
  LITERAL_TRUE,
  NOT_APPLICABLE,
  PATH,
  properties,
  TEXT,
} from './parts.js';

export const SECURITY_PROPERTIES = properties([
  {
    name: '--hardened-mode',
    meaning: {
      en: 'Stronger cryptography: old SSL versions and weak ciphers are off, and clients must use TLS.',
      zh: '更强的加密：关闭旧版 SSL 和弱密码套件，并要求客户端使用 TLS。',
    },
    grammar: LITERAL_TRUE,
    badValue: 'misread',
    byDefault: 'false',
    usedBy: ALL_MANAGERS,
    notes: [
      {
        en: 'The lab has no TLS, so it plays none of this.',
        zh: '实验室没有 TLS，因此不模拟这些效果。',
      },
    ],
    facts: ['2.1'],
    treatment: CHECKED,
  },
  {
    name: '--ssl-certs-location',
    meaning: {
      en: 'Folder of the certificates, in PEM.',
      zh: 'PEM 证书所在目录。',
    },
    grammar: PATH,
    byDefault: 'certs/',
    usedBy: ALL_MANAGERS,
    facts: ['2.1'],
    treatment: CHECKED,
  },
  {
    name: '--ssl-def-cert-domain',
    meaning: {
      en: 'Certificate that is shown for a domain that has none of its own.',
      zh: '域名没有自己的证书时使用的证书别名。',
    },
    grammar: TEXT,
    byDefault: 'default',
    usedBy: ALL_MANAGERS,
    facts: ['2.1'],
    treatment: CHECKED,
  },
  {
    name: '--ssl-container-class',
    meaning: {
      en: 'Class that holds certificates and keys.',
      zh: '保存证书和密钥的类。',
    },
    grammar: classOf('tigase.io.SSLContextContainer'),
    byDefault: 'tigase.io.SSLContextContainer',
    usedBy: ALL_MANAGERS,
    facts: ['2.1'],
    treatment: NOT_APPLICABLE,
  },
  {
    name: '--tls-jdk-nss-bug-workaround-active',
    meaning: {
      en: 'Leaves out ECDH ciphers, because of a fault of some Java versions with NSS.',
      zh: '因某些 Java 版本配合 NSS 有缺陷而停用 ECDH 密码套件。',
    },
    grammar: LITERAL_TRUE,
    badValue: 'misread',
    byDefault: 'false',
    usedBy: ALL_MANAGERS,
    facts: ['2.1'],
    treatment: NOT_APPLICABLE,
  },
  {
    name: '--trusted',
    meaning: {
      en: 'Addresses that may send privileged commands to the session manager, such as USER_STATUS.',
      zh: '可以向会话管理器发送特权命令（如 USER_STATUS）的地址。',
    },
    grammar: commaList({ type: 'text' }),
    byDefault: { en: 'admin@ each virtual host', zh: 'admin@各虚拟主机' },
    usedBy: ['sess-man'],
    notes: [
      {
        en: 'In a cluster the session manager adds its own address.',
        zh: '集群中会话管理器会加上自己的地址。',
      },
    ],
    facts: ['2.1'],
    treatment: CHECKED,
  },
  {
    name: '--script-dir',
    meaning: {
      en: 'Folder of the scripts that become ad-hoc commands.',
      zh: '作为 ad-hoc 命令加载的脚本所在目录。',
    },
    grammar: PATH,
    byDefault: 'scripts/admin',
    usedBy: EVERYBODY,
    facts: ['2.1'],
    treatment: NOT_APPLICABLE,
  },
]);

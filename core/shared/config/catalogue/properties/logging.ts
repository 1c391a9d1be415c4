/** What is logged, counted and reported. */
import { CHECKED, commaList, EVERYBODY, form, modelled, NOT_APPLICABLE, properties, TEXT } from './parts.js';

export const LOGGING_PROPERTIES = properties([
  {
    name: '--debug',
    meaning: {
      en: 'Packages of Tigase that log everything, without their prefix tigase.: server, cluster, xmpp.impl, muc.',
      zh: '输出全部日志的 Tigase 包名，省略前缀 tigase.：server、cluster、xmpp.impl、muc。',
    },
    grammar: commaList({ type: 'choice', values: ['server', 'cluster', 'xmpp.impl', 'muc'], open: true }),
    usedBy: EVERYBODY,
    notes: [
      {
        en: 'Everything from CONFIG up reaches logs/tigase.log anyway; FINE and below only with this.',
        zh: 'CONFIG 及以上级别本来就会写入 logs/tigase.log；FINE 及以下只有设置后才有。',
      },
    ],
    facts: ['1.7'],
    treatment: modelled('test/scenario/files/client-traffic-disc.yaml'),
  },
  {
    name: '--debug-packages',
    meaning: {
      en: 'The same for packages of any name, written in full: com.example.im.',
      zh: '同上，但可写任意包的完整名称：com.example.im。',
    },
    grammar: commaList(TEXT),
    usedBy: EVERYBODY,
    facts: ['1.7'],
    treatment: modelled('test/scenario/files/client-traffic-bytes.yaml'),
  },
  {
    name: '--monitoring',
    meaning: {
      en: 'Ports of remote monitoring.',
      zh: '远程监控使用的端口。',
    },
    grammar: form('jmx:PORT,http:PORT,snmp:PORT'),
    usedBy: ['monitor'],
    facts: ['2.1'],
    treatment: NOT_APPLICABLE,
  },
  {
    name: '--stats-archiv',
    meaning: {
      en: 'Classes that write statistics away, each with a name and its interval in seconds.',
      zh: '把统计数据写出去的类，各带一个名称和间隔秒数。',
    },
    grammar: form('class:name:seconds[,…]'),
    usedBy: ['stats'],
    facts: ['2.1'],
    treatment: NOT_APPLICABLE,
  },
  {
    name: '--stats-history',
    meaning: {
      en: 'How many sets of statistics are kept in memory, and how many seconds apart.',
      zh: '内存中保留多少组统计数据，以及间隔多少秒。',
    },
    grammar: form('SIZE,SECONDS'),
    usedBy: ['stats'],
    notes: [{ en: 'Example of the documentation: 2160,10.', zh: '文档中的例子：2160,10。' }],
    facts: ['2.1'],
    treatment: CHECKED,
  },
]);

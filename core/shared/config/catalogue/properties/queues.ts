/** Queues, threads and buffers: how much a process takes at once. */
import type { Wording } from '../entry.js';
import {
  ALL_MANAGERS,
  CHECKED,
  classOf,
  CLIENT_MANAGERS,
  COUNT,
  EVERYBODY,
  form,
  LITERAL_TRUE,
  modelled,
  properties,
  SERVER_MANAGERS,
  SIZE,
} from './parts.js';

const BUFFER_BUG: Wording = {
  en: 'Up to 7.0 the number is parsed and thrown away, so the default stays in force.',
  zh: '7.0 及以前解析后的数字被丢弃，默认值始终生效。',
};

export const QUEUE_PROPERTIES = properties([
  {
    name: '--max-queue-size',
    meaning: {
      en: 'Most packets that wait in one queue of a component.',
      zh: '组件的单个队列中最多等待的包数。',
    },
    grammar: COUNT,
    badValue: 'default',
    byDefault: {
      en: 'about 2,600 per GiB of heap; ten times that for message-router, sess-man, c2s, cl-comp and ext',
      zh: '每 GiB 堆内存约 2600；message-router、sess-man、c2s、cl-comp、ext 为其十倍',
    },
    usedBy: EVERYBODY,
    facts: ['2.1', '4.4'],
    treatment: modelled('test/scenario/files/queue-overflows.yaml'),
  },
  {
    name: '--queue-implementation',
    meaning: {
      en: 'Class of the queues: whether a full level of priority spills into the next lower one.',
      zh: '队列的类：某一优先级满时是否溢出到下一级。',
    },
    grammar: classOf(
      'tigase.util.PriorityQueueRelaxed',
      'tigase.util.PriorityQueueStrict',
      'tigase.util.NonpriorityQueue',
    ),
    byDefault: 'tigase.util.PriorityQueueRelaxed',
    usedBy: EVERYBODY,
    facts: ['2.1', '4.4'],
    treatment: CHECKED,
  },
  {
    name: '--nonpriority-queue',
    meaning: {
      en: 'Plain queues, first in, first out, instead of seven levels of priority.',
      zh: '使用普通的先进先出队列，代替七级优先队列。',
    },
    grammar: LITERAL_TRUE,
    badValue: 'misread',
    byDefault: 'false',
    usedBy: EVERYBODY,
    facts: ['2.1', '4.4'],
    treatment: CHECKED,
  },
  {
    name: '--elements-number-limit',
    meaning: {
      en: 'Most XML elements in one stanza; more end the connection.',
      zh: '一个节中最多的 XML 元素个数，超过则断开连接。',
    },
    grammar: COUNT,
    byDefault: { en: '1000; cl-comp 100000', zh: '1000；cl-comp 为 100000' },
    usedBy: ALL_MANAGERS,
    facts: ['2.1'],
    treatment: modelled('test/scenario/files/cm-sm-too-large.yaml'),
  },
  {
    name: '--net-buff-high-throughput',
    meaning: {
      en: 'Socket buffer of connections between servers.',
      zh: '服务器之间连接的套接字缓冲区大小。',
    },
    grammar: SIZE,
    badValue: 'default',
    byDefault: '64k',
    usedBy: SERVER_MANAGERS,
    notes: [BUFFER_BUG],
    facts: ['1.2', '2.1'],
    treatment: CHECKED,
  },
  {
    name: '--net-buff-standard',
    meaning: {
      en: 'Socket buffer of client connections.',
      zh: '客户端连接的套接字缓冲区大小。',
    },
    grammar: SIZE,
    badValue: 'default',
    byDefault: '2k',
    usedBy: CLIENT_MANAGERS,
    notes: [BUFFER_BUG],
    facts: ['1.2', '2.1'],
    treatment: CHECKED,
  },
  {
    name: '--sm-threads-pool',
    meaning: {
      en: 'One pool of threads for all plugins (custom, custom:N), or one for each (default).',
      zh: '所有插件共用一个线程池（custom、custom:N），还是每个插件各用一个（default）。',
    },
    grammar: form('default|custom[:N]'),
    byDefault: 'default',
    usedBy: ['sess-man'],
    notes: [{ en: 'custom alone is 100 threads.', zh: '只写 custom 即 100 个线程。' }],
    facts: ['2.1', '3.3'],
    treatment: CHECKED,
  },
]);

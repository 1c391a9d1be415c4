/** `cluster-lab explore` 的发现和提示。 */
import type { exploreEn } from '../en/explore.js';

export const exploreZhCn = {
  'cli.explore': '尝试各种顺序和故障，寻找会让场景出错的运行',
  'cli.explore.scenario': '场景文件',
  'cli.explore.seeds': '按种子运行多少次（默认 200）',
  'cli.explore.seed-from': '第一个种子（默认 1）',
  'cli.explore.workers': '同时运行的线程数（默认为处理器数减一）',
  'cli.explore.stop-at-first': '有种子发现问题就结束',
  'cli.explore.out': '存放报告和各个发现的场景文件的目录',
  'cli.explore.progress.seeds': '种子 {done}/{of}，其中 {failing} 个发现问题',
  'cli.explore.progress.shrinking': '正在精简：{done}/{of}',
  'cli.explore.progress.sockets': '在真实套接字上重放：{done}/{of}',
  'cli.explore.refused': '无法探索这个场景：{reason}',

  'explore.summary': '从 {from} 起运行了 {ran} 个种子，其中 {failing} 个发现问题；不同的问题 {finds} 个。',
  'explore.summary.stopped': '没有运行完要求的 {seeds} 个就结束了。',
  'explore.summary.none': '从 {from} 起运行了 {ran} 个种子：没有发现问题。',
  'explore.not-shrunk': '另有 {count} 个看起来不同的问题没有精简。',
  'explore.find': '{number}. {violation}',
  'explore.find.usual': '不需要任何选择：按通常的顺序运行就会发生。',
  'explore.find.choices': '需要以下条件（种子 {seed} 原有 {drawn} 个选择，精简时运行了 {runs} 次）：',
  'explore.find.not-minimal': '其中有些也许并不需要：精简没有做完。',
  'explore.find.event': '发生在事件 {seq}，{time} ms（{invariant}）',
  'explore.find.seeds': '{count} 个种子发现了它：{seeds}',
  'explore.find.sockets.same': '在真实套接字上结果相同：跟踪记录 {hash}',
  'explore.find.sockets.other': '在真实套接字上结果不同：内存中的跟踪记录 {memory}，套接字上 {sockets}',
  'explore.find.file': '重放：cluster-lab run {file}',
  'explore.find.session': '打开后停在该事件处的会话：{file}',

  'explore.moment': '{line} 的第 {nth} 个',
  'explore.moment.line': '{from} 发给 {to} 的第 {nth} 个',
  'explore.choice.later': '{moment}推迟：先让另外 {by} 个通过',
  'explore.choice.fault': '{moment}之后：{fault}，{target}{settings}',

  'explore.lab-errors': '实验室自身在 {where} 出错：{message}',
  'explore.rooms-agree':
    '{domain} 的房间分裂了（{percent} %），而所有链路都正常：{reason}。各服务器的列表：{lists}',
  'explore.no-stanza-lost':
    '从 {from} 发给 {to} 的消息在 {link} 上丢失（{reason}），而且没有人得到通知：{text}',
  'explore.no-stanza-lost.waits':
    '从 {from} 发给 {to} 的消息仍在 {link} 上等待，而对方永远不会接收，也没有人得到通知：{text}',
  'explore.no-stanza-lost.vanished': '从 {from} 发给 {to} 的消息没有任何结果，而且没有人得到通知：{text}',
} as const satisfies Record<keyof typeof exploreEn, string>;

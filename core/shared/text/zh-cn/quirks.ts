import type { quirksEn } from '../en/quirks.js';

export const quirksZhCn: Record<keyof typeof quirksEn, string> = {
  'quirk.fin-unnoticed':
    '以 FIN 结束的连接仍留在连接池中，仿佛还活着；在写入或定时器发现之前，没有人会重连。',
  'quirk.bind-never-retried': '打开失败的端口一直关闭，直到进程重启。',
  'quirk.lb-tie-by-arrival': '地址相同的组件按连接的先后计数，而这个先后在各服务器上可能不同。',
  'quirk.throttling-default-lost':
    '没有设置流量限制时，任何链路和客户端每分钟超过 2500 个包或 20000000 字节就会被切断。进程启动时生效。',
  'quirk.lb-dead-slot-kept': '负载均衡仍把套接字已消失的组件计算在内；落到它头上的转给第一个存活的组件。',
  'quirk.lb-full-jid-string-hash': '…FullJidLB 类把完整 JID 当作一段文本取哈希。',
  'quirk.component-from-unchecked': '组件可以在其节中写任意发送者。',
  'quirk.component-disco-connected': '无论组件是否连接，服务发现都说组件域已连接。',
  'quirk.component-malformed-ignored': '组件写出畸形 XML 时得不到任何应答；服务器不再听它，却继续向它发送。',
  'quirk.component-routing-kept': '失去所有服务器的组件进程仍把一切都路由给它们：这些节会丢失，且没有应答。',
  'quirk.client-from-kept': '客户端可以把自己的裸 JID 或自己的其他资源写作节的发送者。',
  'quirk.client-from-doubles': '带有客户端自写发送者的节会两次到达另一节点上的用户。',
  'quirk.false-disconnect': '只剩一条连接时，对端任何一个套接字停止都会使节点以为该对端已离开。',
  'quirk.lab-scram': '实验室提供 SCRAM-SHA-1，而原版不提供。',
  'quirk.lab-rfc-errors': '客户端的畸形 XML 会得到流错误应答；原版则一声不响。',
};

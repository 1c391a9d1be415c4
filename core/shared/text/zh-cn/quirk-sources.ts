import type { quirkSourcesEn } from '../en/quirk-sources.js';

export const quirkSourcesZhCn: Record<keyof typeof quirkSourcesEn, string> = {
  'quirk.fin-unnoticed.source':
    '5.2.3 的线上实测；5.2.0–5.2.2 依据源码：收到 FIN 后关闭己方，却仍以为连接存在',
  'quirk.bind-never-retried.source': '5.2.3 的实际运行与源码：绑定失败只有一条 WARNING，不再尝试',
  'quirk.lb-tie-by-arrival.source':
    '5.2.3 上同一地址的两个 MUC 进程：相同的地址保持连接的先后，而各服务器上的先后不同',
  'quirk.lb-dead-slot-kept.source':
    '5.2.3 带三个组件的实际运行：套接字已消失的组件仍被计算在内；7.1.7 立即只计算其余的',
  'quirk.lb-full-jid-string-hash.source':
    '5.2.3 与 7.1.7 的 480 次选择：前者取完整 JID 的 String.hashCode，后者取 Objects.hash(裸 JID, 资源)',
  'quirk.component-from-unchecked.source':
    '向 5.2.3 和 7.1.7 直接写 XML 的组件：无论 `from` 写的是谁，都会送达',
  'quirk.component-disco-connected.source': '管理员在 5.2.3 上所见：没有组件时也显示 `ext-comp connected`',
  'quirk.component-malformed-ignored.source':
    '向 5.2.3 直接写 XML 的组件：格式不正确的内容得不到应答，服务器仍向该连接发送；7.1.7 以 not-well-formed 结束连接',
  'quirk.component-routing-kept.source':
    '依据源码：拨号方撤销的是三条从未有过的路由，因此最后一台服务器离开后 `.*` 仍在',
  'quirk.throttling-default-lost.source':
    '5.1.5–7.0.4 的源码与 5.2.3 的实际运行：没有流量限制属性时，每个连接管理器（包括集群和组件）都只有每分钟 2500 个包或 20 000 000 字节',
  'quirk.client-from-kept.source':
    '5.2.3 对直接写 XML 的客户端的应答：`from` 为客户端自己的裸 JID 或自己的其他资源时保持不变',
  'quirk.client-from-doubles.source':
    '5.2.3 对直接写 XML 的客户端的应答：带有自写 `from` 的节会两次到达另一节点上的用户',
  'quirk.false-disconnect.source':
    '依据 5.2.1 的源码：只剩一条连接时，对端任何一个套接字停止都算最后一个，未通过认证的也算',
  'quirk.lab-scram.source': '5.2.3 只提供 PLAIN 和 ANONYMOUS，实验室另外提供 SCRAM-SHA-1',
  'quirk.lab-rfc-errors.source': 'RFC 6120 §4.9：客户端的畸形 XML 以流错误应答，5.2.3 不这样做',
};

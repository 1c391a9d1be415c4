import type { roomsEn } from '../en/rooms.js';

export const roomsZhCn: Record<keyof typeof roomsEn, string> = {
  'rooms.verdict.agreed': '{domain} 的房间：所有服务器一致',
  'rooms.verdict.unserved': '{domain} 的房间：没有 MUC 连接上来',
  'rooms.verdict.split': '{domain} 的房间已分裂（{percent}%）：{reason}',

  'rooms.reason.no-link': '有一台服务器上没有任何 MUC 连接',
  'rooms.reason.no-link.why': '该服务器上的用户进不了任何房间：发往该域的消息找不到组件。',
  'rooms.reason.no-link.remedy':
    '在每个 MUC 进程的 --external 中写全所有服务器，并确认该服务器的 5270 端口在监听。',
  'rooms.reason.link-count': '各服务器统计到的 MUC 连接数不同',
  'rooms.reason.link-count.why': '房间的哈希值要对连接数取余；除数不同，选中的进程就不同。',
  'rooms.reason.link-count.remedy':
    '恢复缺失的连接：在每个 MUC 进程的 --external 中写全所有服务器，或等待其重连。',
  'rooms.reason.other-processes': '各服务器连接的不是同一组 MUC 进程',
  'rooms.reason.other-processes.why': '连接数虽然相同，但背后的进程不同。',
  'rooms.reason.other-processes.remedy': '在每个 MUC 进程的 --external 中写全所有服务器。',
  'rooms.reason.dead-slot': '有一台服务器仍把套接字已消失的连接计算在内',
  'rooms.reason.dead-slot.why':
    '落到失效条目上的房间会转给第一个存活的连接，而其他服务器仍把它发往原来的进程。',
  'rooms.reason.dead-slot.remedy':
    '重启持有失效条目的服务器。只有写入、15 秒定时器或 RST 才能清除它（原版行为 fin-unnoticed）。',
  'rooms.reason.balancer-class': '各服务器使用的负载均衡类不同',
  'rooms.reason.balancer-class.why': '不同的类对数据包的不同部分取哈希。',
  'rooms.reason.balancer-class.remedy':
    '让每台服务器 --external 的最后一个字段相同；房间应使用 ReceiverBareJidLB。',
  'rooms.reason.balancer-spreads': '负载均衡类会把同一个房间拆散',
  'rooms.reason.balancer-spreads.why':
    'Sender… 类按发送者取哈希，…FullJid… 类连昵称也算在内：同一房间的数据包会到达多个进程。',
  'rooms.reason.balancer-spreads.remedy': 'MUC 域请使用 ReceiverBareJidLB（默认值）。',
  'rooms.reason.equal-addresses': '两个 MUC 进程地址相同，而连接的先后不同',
  'rooms.reason.equal-addresses.why': '连接只按 IP 地址排序。重连之后，相同地址的先后在各服务器上可能不同。',
  'rooms.reason.equal-addresses.remedy':
    '给每个 MUC 进程各自的地址，或重启两台服务器，使它们看到相同的先后。',
  'rooms.reason.address-order': '某个 MUC 进程以不同的地址连接各服务器',
  'rooms.reason.address-order.why':
    '连接按 IP 地址的文本排序：存在 NAT 或两个网络时，各服务器上的次序会不同。',
  'rooms.reason.address-order.remedy': '让每个 MUC 进程以同一个地址连接所有服务器。',

  'rooms.fragile': '目前一致，但只是侥幸：两个 MUC 进程地址相同，下一次重连就可能颠倒它们的次序。',
};

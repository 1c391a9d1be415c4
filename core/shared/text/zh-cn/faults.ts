/**
 * 各种故障：`fault.KIND` 是名称，`fault.KIND.why` 说明作用，`fault.option.NAME` 是选项的名称，
 * `fault.choice.KIND.VALUE` 说明选项取值的含义。
 */
import type { faultsEn } from '../en/faults.js';

export const faultsZhCn = {
  // 连接
  'fault.link-drop': '断开链路',
  'fault.link-drop.why': '立即在两端同时切断当前打开的连接。',
  'fault.choice.link-drop.reset': 'RST：途中的数据丢失',
  'fault.choice.link-drop.fin': 'FIN：途中的数据仍会到达',
  'fault.reset': '重置',
  'fault.reset.why': '伪造的 RST。收到它的一端失去连接；另一端仍以为连接存在，直到下一次写入得到 RST 应答。',
  'fault.choice.reset.both': '两端',
  'fault.choice.reset.dialler': '发起连接的一端',
  'fault.choice.reset.acceptor': '接受连接的一端',
  'fault.half-open': '半开连接',
  'fault.half-open.why': '黑洞：什么也到不了，也没有人得到通知，直到系统重传次数过多而放弃。',
  'fault.choice.half-open.retransmission': '等到下一次重传（与 TCP 相同）',
  'fault.choice.half-open.at-once': '立即',
  'fault.refuse': '拒绝连接',
  'fault.refuse.why': '无法建立新的连接；已经打开的连接不受影响。',
  'fault.choice.refuse.reject': '以 RST 应答 SYN',
  'fault.choice.refuse.drop': '完全没有应答',
  'fault.slow-close': '关闭迟缓',
  'fault.slow-close.why': 'FIN 和 RST 迟到：已经关闭的一端在一段时间内仍被当作存活。',
  'fault.byte-limit': '字节上限',
  'fault.byte-limit.why': '通过指定的字节数之后关闭连接，哪怕正处在一个节（stanza）的中间。',
  'fault.choice.byte-limit.fin': '向两端发 FIN',
  'fault.choice.byte-limit.reset': '向两端发 RST',

  // 线路
  'fault.latency': '延迟',
  'fault.latency.why': '一切都变慢，并带有抖动。后发的不会先到。',
  'fault.bandwidth': '带宽',
  'fault.bandwidth.why': '线路很窄：每次发送都要等前面的数据全部通过。',
  'fault.loss': '丢包',
  'fault.loss.why':
    '以 TCP 的表现方式丢包：数据不会缺失，但整条线路会停顿一个重传时间；连续丢失时该时间加倍。',
  'fault.slicer': '切片',
  'fault.slicer.why': '帧被切成小段到达，段与段之间有停顿。',
  'fault.profile': '现成线路',
  'fault.profile.why': '某种常见线路的延迟、抖动、带宽与丢包，取自公开的数值。',
  'fault.choice.profile.wifi-good': 'Wi-Fi，良好',
  'fault.choice.profile.wifi-bad': 'Wi-Fi，很差',
  'fault.choice.profile.lte': '4G（LTE）',
  'fault.choice.profile.3g': '3G，有丢包',
  'fault.choice.profile.edge': 'EDGE，有丢包',
  'fault.choice.profile.gprs': 'GPRS',
  'fault.choice.profile.dsl': 'DSL',
  'fault.choice.profile.satellite': '卫星（地球同步轨道）',

  // 帧
  'fault.frame-drop': '丢弃帧',
  'fault.frame-drop.why': '像出错的网关那样整帧丢弃；TCP 本身从不丢帧。',
  'fault.duplicate': '重复帧',
  'fault.duplicate.why': '一帧到达两次，副本紧跟在原帧之后。',
  'fault.corrupt': '损坏帧',
  'fault.corrupt.why': '帧中的若干字符到达时变成别的字符，解析器可能因此出错。',
  'fault.choice.corrupt.anywhere': '任意位置',
  'fault.choice.corrupt.markup': '只在标记字符上（< > / = 和引号）',

  // 网络接口
  'fault.wifi-off': '关闭 Wi-Fi',
  'fault.wifi-off.why': '进程的地址消失：已有的套接字挂起或断开，在恢复之前连接和绑定都会失败。',
  'fault.choice.wifi-off.hang': '已有的套接字挂起（Linux）',
  'fault.choice.wifi-off.die': '已有的套接字断开（Windows）',

  // 选项
  'fault.option.how': '方式',
  'fault.option.at': '朝向',
  'fault.option.delay': '延迟',
  'fault.option.jitter': '抖动',
  'fault.option.timeout': '超时',
  'fault.option.giveUp': '系统在多久之后放弃（0：永不）',
  'fault.option.resume': '解除后，等待的数据何时继续',
  'fault.option.rate': '速率',
  'fault.option.ratio': '丢包比例',
  'fault.option.burst': '平均连续丢失的包数',
  'fault.option.size': '每段大小',
  'fault.option.pause': '段间停顿',
  'fault.option.bytes': '放行的字节数',
  'fault.option.characters': '改变的字符数',
  'fault.option.where': '位置',
  'fault.option.line': '线路',
} as const satisfies Record<keyof typeof faultsEn, string>;

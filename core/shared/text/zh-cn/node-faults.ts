import type { nodeFaultsEn } from '../en/node-faults.js';

export const nodeFaultsZhCn = {
  // processes
  'fault.crash': '杀死进程',
  'fault.crash.why': '进程来不及告别，由内核在每条连接上发送 FIN。解除后重新启动进程。',
  'fault.stop': '停止进程',
  'fault.stop.why': '正常停止：各流依次关闭。解除后重新启动进程。',
  'fault.power-off': '拔掉电源',
  'fault.power-off.why':
    '进程连同机器一起消失，谁也没有接到通知，对端仍以为连接正常。解除后机器恢复、进程启动，此时谁在旧连接上发数据，谁就会收到 RST。',
  'fault.freeze': '冻结进程',
  'fault.freeze.why': '进程既不读写，也不计时；内核仍接受连接并缓存收到的数据。解除后，积压的一切随即发生。',
  'fault.clock-skew': '时钟不准',
  'fault.clock-skew.why':
    '机器的时钟快了或慢了：消息时间戳出错，节点表中各行的新旧也会判断错误。定时器不受影响。',

  // ports
  'fault.port-squatted': '端口被占用',
  'fault.port-squatted.why':
    '另一个程序占用了该端口，或在进程放开时立刻抢占。解除后端口空闲，但进程不会自行重新绑定。',

  // names
  'fault.name-unresolved': '主机名无法解析',
  'fault.name-unresolved.why': '再也没有人认识这个主机名：凡是按它发起的连接和绑定都会失败。',
  'fault.name-other': '主机名指向别处',
  'fault.name-other.why': '主机名解析到另一个节点，就像 DNS 记录过期一样。',
  'fault.name-slow': '域名解析缓慢',
  'fault.name-slow.why': '凡是按该主机名发起连接或绑定的，都得等待解析结果。',

  // databases
  'fault.database-down': '数据库不可用',
  'fault.database-down.why': '所有操作都失败：无法登录，取不到联系人列表和离线消息，75 秒后各节点互相遗忘。',
  'fault.database-slow': '数据库缓慢',
  'fault.database-slow.why': '需要数据库操作的处理，都要等操作完成。',

  // patterns
  'fault.split-brain': '脑裂',
  'fault.split-brain.why': '网络分裂成几组：组间数据不通，也无法建立连接。',
  'fault.choice.split-brain.hang': '数据有去无回，如同交换机掉线',
  'fault.choice.split-brain.reset': '连接断开，新连接被拒绝，如同防火墙拦截',
  'fault.partition-one-way': '单向分区',
  'fault.partition-one-way.why': '第一组的数据到不了第二组，反方向则一切正常。双方都无法建立新连接。',
  'fault.flapping': '时断时续',
  'fault.flapping.why': '线路反复断开又恢复。',
  'fault.choice.flapping.reset': '连接断开，新连接被拒绝',
  'fault.choice.flapping.hang': '数据有去无回',
  'fault.rolling-restart': '滚动重启',
  'fault.rolling-restart.why': '逐个停止进程，再重新启动。',
  'fault.reconnect-storm': '重连风暴',
  'fault.reconnect-storm.why': '一个进程的全部连接同时断开，反复数次，大家又同时重连。',
  'fault.swizzle-clog': '乱序阻断',
  'fault.swizzle-clog.why': '随机选出若干进程，逐个切断，再按另一种顺序放开。',

  // options
  'fault.option.offset': '快多少（负数为慢）',
  'fault.option.node': '受影响的节点（空为全部）',
  'fault.option.to': '指向',
  'fault.option.down': '断开时长',
  'fault.option.up': '恢复时长',
  'fault.option.gap': '间隔',
  'fault.option.times': '次数',
} as const satisfies Record<keyof typeof nodeFaultsEn, string>;

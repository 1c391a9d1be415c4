/** 主机接口无法照办时的回答。 */
import type { hostEn } from '../en/host.js';

export const hostZhCn = {
  'host.no-topology': '还没有打开任何拓扑。请先打开一个（topology.open）。',
  'host.topology-empty':
    '在 {path} 中没有找到任何进程：拓扑是一个目录，其中每个进程对应一个 NAME.properties 文件。',
  'host.topology-missing': '请给出 path 或 files 之一。',
  'host.lab-yaml-invalid': '{path} 中的 lab.yaml 有错误，因此没有把位置写进去。请先改正它。',
  'host.unknown-command': '没有 {command} 这个命令。',
  'host.bad-arguments': '{command}：{place}：{reason}',
  'host.unknown-node': '没有名为 {node} 的进程。',
  'host.node-runs-already': '{node} 已经在运行。',
  'host.node-is-down': '{node} 没有在运行。请先启动它（node.start）。',
  'host.no-component-protocol': '{node} 没有 ext 组件（tigase.server.ext.ComponentProtocol）。',
  'host.bad-component-item':
    '{item} 不是 --external 的一个条目：domain:secret[:type[:port[:remote[:protocol[:lbclass]]]]]。',
  'host.no-frame': '事件 {seq} 不是一次帧的发送。',
  'host.no-stanza': '事件 {seq} 不属于任何节的传递过程。',
  'host.unknown-link': '链路 {link} 没有处于打开状态。',
  'host.unknown-fault': '没有名为 {kind} 的故障类型。',
  'host.unknown-fault-option': '{kind} 没有 {option} 这个选项。fault.kinds 会列出每种故障的选项。',
  'host.bad-fault-option': '{kind} 的 {option} 不能是 {value}。可用：{allowed}。',
  'host.bad-fault-timing':
    '会重复出现的故障必须先结束：请给 {kind} 一个小于 everyMs 的 durationMs。一次性的故障不接受 durationMs。',
  'host.fault-needs-target': '{kind} 需要一个目标：没有目标的故障必须等待某个能指明链路的阶段（when）。',
  'host.bad-fault-target': '这种故障不能施加在 {target} 上。fault.kinds 会说明每种故障的目标。',
  'host.fault-already-on': '{target} 上已经有 {kind}。请先恢复它（fault.heal）。',
  'host.not-paused': '实验室正在实时运行。请先暂停（clock.pause）。',
  'host.unknown-pending': '待处理列表中没有编号为 {id} 的项目。',
  'host.not-deliverable': '{id} 现在无法投递：它已经不在、排在另一帧之后，或被某个故障阻塞。',
  'host.bad-stanza': '节（stanza）在第 {offset} 个字符处格式不正确：{reason}',
  'host.too-much-text': '一次发送的内容超过 {most} 个字符。',
  'host.unknown-client': '没有名为 {client} 的客户端。',
  'host.client-exists': '已经有一个名为 {client} 的客户端。',
  'host.bad-jid': '{jid} 不是客户端可以用来登录的 JID。',
  'host.unknown-quirk': '没有名为 {quirk} 的原版行为（quirk）。',
  'host.unknown-branch': '没有分支 {branch}。',
  'host.branch-in-use': '{branch} 是正在运行的分支，或者还有别的分支从它分出，不能删除。',
  'host.unknown-event': '该分支里没有事件 {seq}。',
  'host.replaying': '实验室正在重放先前的运行，请等它到位。',
  'host.internal': '实验室自身出错：跟踪记录中有一条 lab.error 事件。',
} as const satisfies Record<keyof typeof hostEn, string>;

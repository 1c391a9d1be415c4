/** 场景文件的错误，以及场景如何失败（docs/scenarios.md）。 */
import type { scenarioEn } from '../en/scenario.js';

export const scenarioZhCn = {
  'scenario.not-yaml': '不是可以读取的 YAML（{reason}）。',
  'scenario.unknown-key': '这里（{parent} 中）没有“{key}”这个键。',
  'scenario.bad-value': '“{key}”的值不符合要求（{expected}）。',
  'scenario.missing': '缺少“{key}”。',
  'scenario.duration': '“{key}”是带单位的时间：500 ms、10 s、2 min、1 h。',
  'scenario.unknown-quirk': '没有名为“{key}”的原版行为（quirk）。',
  'scenario.unknown-command':
    '没有“{command}”这种步骤。步骤可以是 start、wait、expect、never 或 client.add 之类的命令。',
  'scenario.not-for-scenarios': '场景中不能使用命令 {command}。',
  'scenario.step-shape': '一个步骤只说一件事（可以另带 note）。这一步写的是：{keys}',
  'scenario.no-condition': '请写明条件，以下之一：{known}。',
  'scenario.start-first': '第一个步骤必须是 start。',
  'scenario.start-once': '场景只在第一个步骤启动一次实验室。',
  'scenario.no-topology': '请指明拓扑：写“topology: 路径”，或在“files:”下直接给出文件内容。',
  'scenario.two-topologies': '“topology”和“files”只能写一个。',

  'scenario.start-failed': '拓扑无法启动：{error} {detail}',
  'scenario.command-failed': '{command} 被拒绝：{error} {detail}',
  'scenario.command-succeeded': '{command} 已执行；本应以 {fails} 被拒绝。',
  'scenario.command-failed-otherwise': '{command} 以 {error} 被拒绝；本应以 {fails} 被拒绝。',
  'scenario.unmet':
    '期望 {expected}：在 {within} 毫秒实验室时间内达到 {wanted}，实际为 {seen}。最接近的是：\n{nearest}',
  'scenario.unmet-nothing':
    '期望 {expected}：在 {within} 毫秒实验室时间内达到 {wanted}，实际为 {seen}。同类的一个也没有。',
  'scenario.too-many': '期望 {expected}：{wanted}，实际多于此数：{seen}。最后几个是：\n{nearest}',
  'scenario.never-broken': '第 {since} 步规定这绝不能发生：{forbidden}。但它发生了：\n{happened}',
  'scenario.lab-error': '实验室自身出错，位置 {where}：{message}',
} as const satisfies Record<keyof typeof scenarioEn, string>;

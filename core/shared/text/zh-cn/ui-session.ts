/** 窗口文案：会话。 */
import type { uiSessionEn } from '../en/ui-session.js';

export const uiSessionZhCn = {
  'ui.session.title': '会话',
  'ui.session.save': '保存会话',
  'ui.session.save.hint': '将拓扑、所有分支、书签和视图存为一个文件：在别处打开时会停在此事件。',
  'ui.session.redact': '去除密钥和密码',
  'ui.session.redact.hint': '每个密钥都换成虚构的词；名称和消息内容保留。',
  'ui.session.open': '打开会话文件…',
  'ui.session.drop-alone': '会话只能单独打开，不能与其他文件一起：请只拖放 {name}。',
  'ui.session.saved': '{name} 已保存。',
  'ui.session.saved-redacted': '{name} 已保存；已替换的密钥数：{secrets}。',
  'ui.session.saved-cut':
    '{name} 已保存，但在事件 {event} 处结束：其后有外部程序证明了自己的密码，而这无法虚构。',
  'ui.session.playing': '正在重放会话：第 {done} 步，共 {total} 步',
  'ui.session.ends-early': '{branch} 只能重放到事件 {events}：此版本找不到下一步。在此之前的内容仍可使用。',
  'ui.session.differs':
    '{branch} 的重放结果与保存时不同（由另一版本的 Cluster Lab 保存），事件编号可能有变。',
  'ui.session.cut': '{branch} 在事件 {event} 处结束：其后有外部程序证明了自己的密码，而密码已从文件中去除。',
  'ui.session.unsaved': '实验室结束时尚未保存',
  'ui.session.unsaved.of': '{name}，{when}',
  'ui.session.recover': '恢复',
  'ui.session.recover-named': '恢复 {name} 的会话（{when}）',
  'ui.session.discard': '放弃',
  'ui.session.discard-named': '放弃 {name} 的会话（{when}）',
} as const satisfies Record<keyof typeof uiSessionEn, string>;

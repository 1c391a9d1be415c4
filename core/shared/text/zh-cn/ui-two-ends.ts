/** 窗口文案：连接的两端与它们之间的线路。 */
import type { uiTwoEndsEn } from '../en/ui-two-ends.js';

export const uiTwoEndsZhCn: Record<keyof typeof uiTwoEndsEn, string> = {
  'ui.two-ends.open': '两端与线路',
  'ui.two-ends.title': '{link} 的两端',
  'ui.two-ends.wire': '帧与状态转换，自上而下',
  'ui.two-ends.flying': '…… 在途中',
  'ui.two-ends.then': '状态图显示的是事件 #{seq} 之后的时刻。',
  'ui.two-ends.is-now': '状态图显示的是现在。',
  'ui.two-ends.earlier': '前一个时刻',
  'ui.two-ends.later': '后一个时刻',
  'ui.two-ends.now': '显示现在',
  'ui.two-ends.mismatch.gone': '{one} 仍相信这个连接（{state}），而 {other} 自 {since} 起已没有它。',
  'ui.two-ends.mismatch.opening':
    '{one} 认为这个连接已就绪（{state}），而 {other} 自 {since} 起还没有到这一步。',
};

/** 窗口文案：时间轴与回看。 */
import type { uiTimelineEn } from '../en/ui-timeline.js';

export const uiTimelineZhCn = {
  'ui.timeline.title': '时间轴',
  'ui.timeline.slider': '要查看的事件',
  'ui.timeline.hint':
    '拖动即可回看：整个窗口显示那一刻，实验室本身不受影响。方向键：一个事件；Home、End：最早、最新。',
  'ui.timeline.event': '事件 {seq}',
  'ui.timeline.earlier': '往前一个事件',
  'ui.timeline.later': '往后一个事件',
  'ui.timeline.past-live': '正在回看事件 {seq}（{seconds} 秒）。实验室仍在继续运行。',
  'ui.timeline.past-paused': '正在回看事件 {seq}（{seconds} 秒）。实验室停在事件 {newest}。',
  'ui.timeline.now': '回到现在',
  'ui.timeline.fork': '从这里分支',
  'ui.timeline.fork-hint': '把这次运行重放到该事件，然后从那里走另一条路',
  'ui.timeline.unknown': '当时情况不明：跟踪记录未记载队列中等待的内容',
  'ui.timeline.frames-only': '回看时只知道当时在途的帧；跟踪记录没有记载当时设定了哪些定时器。',
  'ui.timeline.play': '从这里开始播放',
  'ui.timeline.stop': '停止播放',
  'ui.timeline.speed': '每秒事件数',
  'ui.timeline.events-per-second': '{count}/秒',
  'ui.timeline.place': '事件 {seq} · {seconds} 秒',
  'ui.timeline.ask-title': '您正在回看过去',
  'ui.timeline.ask-about':
    '已经发生的事不再改变。可以从事件 {seq} 分出一个分支并在那里操作，或者在现在操作。',
  'ui.timeline.ask-fork': '从这里分支并操作',
  'ui.timeline.ask-present': '在现在操作',
  'ui.timeline.ask-not': '取消',
} as const satisfies Record<keyof typeof uiTimelineEn, string>;

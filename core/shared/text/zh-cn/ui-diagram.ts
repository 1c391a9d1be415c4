/** 窗口文案：把一次运行画成图。 */
import type { uiDiagramEn } from '../en/ui-diagram.js';

export const uiDiagramZhCn = {
  'ui.diagram.view': '视图',
  'ui.diagram.map': '拓扑图',
  'ui.diagram.sequence': '时序图',
  'ui.diagram.space-time': '时空图',
  'ui.diagram.tools': '图',
  'ui.diagram.sort.stanza': '节',
  'ui.diagram.sort.cluster': '集群',
  'ui.diagram.sort.stream': '流',
  'ui.diagram.sort.state': '状态',
  'ui.diagram.sort.link': '链路',
  'ui.diagram.sort.fault': '故障',
  'ui.diagram.sort.timer': '定时器',
  'ui.diagram.find': '只显示含此文字的',
  'ui.diagram.lifelines': '生命线',
  'ui.diagram.all-clients': '所有客户端',
  'ui.diagram.smaller': '一页显示更长时间',
  'ui.diagram.larger': '一页显示更短时间',
  'ui.diagram.export': '导出',
  'ui.diagram.export.svg': 'SVG 图片',
  'ui.diagram.export.png': 'PNG 图片',
  'ui.diagram.export.mmd': 'Mermaid 文本',
  'ui.diagram.none': '显示 {count} 条。点击一条，或用方向键选择：由它引起的会高亮。',
} as const satisfies Record<keyof typeof uiDiagramEn, string>;

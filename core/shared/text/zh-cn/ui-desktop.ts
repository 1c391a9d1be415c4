/** 窗口文案：桌面。 */
import type { uiDesktopEn } from '../en/ui-desktop.js';

export const uiDesktopZhCn = {
  'ui.desktop.not-as-root': 'Electron 不能以 root 身份运行；以普通用户启动即可使用独立窗口',
  'ui.desktop.menu-app': 'Cluster Lab',
  'ui.desktop.menu-edit': '编辑',
  'ui.desktop.menu-view': '视图',
  'ui.desktop.quit': '退出',
  'ui.desktop.undo': '撤销',
  'ui.desktop.redo': '重做',
  'ui.desktop.cut': '剪切',
  'ui.desktop.copy': '复制',
  'ui.desktop.paste': '粘贴',
  'ui.desktop.select-all': '全选',
  'ui.desktop.zoom-in': '放大',
  'ui.desktop.zoom-out': '缩小',
  'ui.desktop.zoom-reset': '实际大小',
  'ui.desktop.full-screen': '全屏',
  'ui.desktop.reload': '重新加载窗口',
  'ui.desktop.not-opened': '无法打开 {path}',
} as const satisfies Record<keyof typeof uiDesktopEn, string>;

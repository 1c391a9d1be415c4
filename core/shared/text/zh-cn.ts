/** 全部简体中文文案；各领域的文件在 `text/zh-cn/` 下，在此合并。缺少任何一条都无法通过编译。 */
import type { en } from './en.js';
import { cliZhCn } from './zh-cn/cli.js';
import { compareZhCn } from './zh-cn/compare.js';
import { exploreZhCn } from './zh-cn/explore.js';
import { faultsZhCn } from './zh-cn/faults.js';
import { hostZhCn } from './zh-cn/host.js';
import { lintLinksZhCn } from './zh-cn/lint-links.js';
import { lintZhCn } from './zh-cn/lint.js';
import { newTopologyZhCn } from './zh-cn/new-topology.js';
import { quirkSourcesZhCn } from './zh-cn/quirk-sources.js';
import { quirksZhCn } from './zh-cn/quirks.js';
import { roomsZhCn } from './zh-cn/rooms.js';
import { nodeFaultsZhCn } from './zh-cn/node-faults.js';
import { scenarioZhCn } from './zh-cn/scenario.js';
import { topologyZhCn } from './zh-cn/topology.js';
import { uiCanvasZhCn } from './zh-cn/ui-canvas.js';
import { uiClientsZhCn } from './zh-cn/ui-clients.js';
import { uiDesktopZhCn } from './zh-cn/ui-desktop.js';
import { uiFollowZhCn } from './zh-cn/ui-follow.js';
import { uiDiagramZhCn } from './zh-cn/ui-diagram.js';
import { uiFilesZhCn } from './zh-cn/ui-files.js';
import { uiFaultsZhCn } from './zh-cn/ui-faults.js';
import { uiInspectorZhCn } from './zh-cn/ui-inspector.js';
import { uiRoomsZhCn } from './zh-cn/ui-rooms.js';
import { uiRunZhCn } from './zh-cn/ui-run.js';
import { uiSessionZhCn } from './zh-cn/ui-session.js';
import { uiTwoEndsZhCn } from './zh-cn/ui-two-ends.js';
import { uiStartZhCn } from './zh-cn/ui-start.js';
import { uiFilterZhCn } from './zh-cn/ui-filter.js';
import { uiTimelineZhCn } from './zh-cn/ui-timeline.js';

export const zhCn = {
  ...cliZhCn,
  ...compareZhCn,
  ...exploreZhCn,
  ...faultsZhCn,
  ...hostZhCn,
  ...lintZhCn,
  ...lintLinksZhCn,
  ...newTopologyZhCn,
  ...quirkSourcesZhCn,
  ...quirksZhCn,
  ...roomsZhCn,
  ...nodeFaultsZhCn,
  ...scenarioZhCn,
  ...topologyZhCn,
  ...uiCanvasZhCn,
  ...uiClientsZhCn,
  ...uiDesktopZhCn,
  ...uiDiagramZhCn,
  ...uiFilesZhCn,
  ...uiFaultsZhCn,
  ...uiFollowZhCn,
  ...uiInspectorZhCn,
  ...uiRoomsZhCn,
  ...uiRunZhCn,
  ...uiSessionZhCn,
  ...uiStartZhCn,
  ...uiFilterZhCn,
  ...uiTwoEndsZhCn,
  ...uiTimelineZhCn,
} as const satisfies Record<keyof typeof en, string>;

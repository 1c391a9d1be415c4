/** Every sentence in English, by code. Areas have files of their own under `text/en/` and are merged here. */
import { cliEn } from './en/cli.js';
import { compareEn } from './en/compare.js';
import { exploreEn } from './en/explore.js';
import { faultsEn } from './en/faults.js';
import { hostEn } from './en/host.js';
import { lintLinksEn } from './en/lint-links.js';
import { lintEn } from './en/lint.js';
import { newTopologyEn } from './en/new-topology.js';
import { quirkSourcesEn } from './en/quirk-sources.js';
import { quirksEn } from './en/quirks.js';
import { roomsEn } from './en/rooms.js';
import { nodeFaultsEn } from './en/node-faults.js';
import { scenarioEn } from './en/scenario.js';
import { topologyEn } from './en/topology.js';
import { uiCanvasEn } from './en/ui-canvas.js';
import { uiClientsEn } from './en/ui-clients.js';
import { uiDesktopEn } from './en/ui-desktop.js';
import { uiFilterEn } from './en/ui-filter.js';
import { uiFollowEn } from './en/ui-follow.js';
import { uiDiagramEn } from './en/ui-diagram.js';
import { uiFilesEn } from './en/ui-files.js';
import { uiFaultsEn } from './en/ui-faults.js';
import { uiInspectorEn } from './en/ui-inspector.js';
import { uiRoomsEn } from './en/ui-rooms.js';
import { uiRunEn } from './en/ui-run.js';
import { uiSessionEn } from './en/ui-session.js';
import { uiTwoEndsEn } from './en/ui-two-ends.js';
import { uiStartEn } from './en/ui-start.js';
import { uiTimelineEn } from './en/ui-timeline.js';

export const en = {
  ...cliEn,
  ...compareEn,
  ...exploreEn,
  ...faultsEn,
  ...hostEn,
  ...lintEn,
  ...lintLinksEn,
  ...newTopologyEn,
  ...quirkSourcesEn,
  ...quirksEn,
  ...roomsEn,
  ...nodeFaultsEn,
  ...scenarioEn,
  ...topologyEn,
  ...uiCanvasEn,
  ...uiClientsEn,
  ...uiDesktopEn,
  ...uiDiagramEn,
  ...uiFilesEn,
  ...uiFaultsEn,
  ...uiFollowEn,
  ...uiInspectorEn,
  ...uiRoomsEn,
  ...uiRunEn,
  ...uiSessionEn,
  ...uiStartEn,
  ...uiFilterEn,
  ...uiTwoEndsEn,
  ...uiTimelineEn,
} as const;

export type TextKey = keyof typeof en;

import { ChevronsDown, ChevronsUp } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Group, Panel, Separator, useDefaultLayout, usePanelRef } from 'react-resizable-panels';
import { FaultDialog } from '../faults/FaultDialog.js';
import { FaultMenu } from '../faults/FaultMenu.js';
import { ClientsPanel } from '../panels/clients/ClientsPanel.js';
import { Composer } from '../panels/composer/Composer.js';
import { BranchesPanel } from '../panels/compare/BranchesPanel.js';
import { ConnectCard } from '../panels/connect/ConnectCard.js';
import { EventsPanel } from '../panels/events/EventsPanel.js';
import { FaultsPanel } from '../panels/faults/FaultsPanel.js';
import { FilesPanel } from '../panels/files/FilesPanel.js';
import { FindingsPanel } from '../panels/findings/FindingsPanel.js';
import { FollowPanel } from '../panels/follow/FollowPanel.js';
import { Inspector } from '../panels/inspector/Inspector.js';
import { PendingPanel } from '../panels/pending/PendingPanel.js';
import { QuirksPanel } from '../panels/quirks/QuirksPanel.js';
import { RoomsPanel } from '../panels/rooms/RoomsPanel.js';
import { ForkPrompt } from '../panels/timeline/ForkPrompt.js';
import { PastBanner } from '../panels/timeline/PastBanner.js';
import { Timeline } from '../panels/timeline/Timeline.js';
import { useFilesSync } from '../files/use-files-sync.js';
import { useLab } from '../store/use-lab.js';
import { Button } from './Button.js';
import { CanvasViews } from './CanvasViews.js';
import { Notices } from './Notices.js';
import { setFolded, SIDES, sidesStore, useSides, type Side } from './panel-sides.js';
import { useRevealedTab, type LogTab } from './revealed-tab.js';
import { Tabs, type Tab } from './Tabs.js';
import { TopBar } from './TopBar.js';
import { useText } from './use-text.js';
import styles from './Workbench.module.css';

const FOLDED = '0px';
/** Of the middle, in percent: room to write a file in, and the map still says what would come of it. */
const TALL = 60;

/** The laboratory's window: canvas in the middle, tools around it. Panels can be resized and folded away. */
export function Workbench() {
  const t = useText();
  useFilesSync();
  const past = useLab((state) => state.past !== undefined);
  const panels = { left: usePanelRef(), bottom: usePanelRef(), right: usePanelRef() };
  const { folded, wanted } = useSides();
  const columns = useDefaultLayout({ id: 'cluster-lab.columns', storage: localStorage });
  const rows = useDefaultLayout({ id: 'cluster-lab.rows', storage: localStorage });
  const fold = (side: Side): void => {
    const panel = panels[side].current;
    if (panel?.isCollapsed()) panel.expand();
    else panel?.collapse();
  };
  const [tall, setTall] = useState(false);
  const former = useRef('34%');
  const stretch = (): void => {
    const panel = panels.bottom.current;
    if (!tall) former.current = `${panel?.getSize().asPercentage ?? 34}%`;
    panel?.resize(tall ? former.current : `${TALL}%`);
  };
  useEffect(() => {
    if (!wanted) return;
    for (const side of SIDES) {
      const panel = panels[side].current;
      if (wanted[side]) panel?.collapse();
      else if (panel?.isCollapsed()) panel.expand();
    }
    sidesStore.setState({ wanted: undefined });
  }, [wanted]);
  const watch = (side: Side) => ({
    id: side,
    panelRef: panels[side],
    collapsible: true,
    collapsedSize: FOLDED,
    onResize: ({ inPixels }: { inPixels: number }) => setFolded(side, inPixels < 1),
  });
  const bottom = watch('bottom');
  return (
    <div className={styles.workbench}>
      <FaultMenu />
      <FaultDialog />
      <ForkPrompt />
      <TopBar folded={folded} onFold={fold} />
      <Notices />
      <main className={styles.group}>
        <Group {...columns}>
          <Panel
            {...watch('left')}
            defaultSize="300px"
            minSize="240px"
            groupResizeBehavior="preserve-pixel-size"
          >
            <section className={styles.panel} aria-label={t('ui.start.panel.left')}>
              <ToolTabs />
            </section>
          </Panel>
          <Separator className={styles.upright} aria-label={t('ui.start.resize.left')} />
          <Panel id="middle" minSize="260px">
            <Group orientation="vertical" {...rows}>
              <Panel id="canvas" minSize="160px">
                <div className={styles.canvas} data-past={past || undefined}>
                  <PastBanner />
                  <div className={styles.drawing}>
                    <CanvasViews />
                  </div>
                  <Timeline />
                </div>
              </Panel>
              <Separator className={styles.level} aria-label={t('ui.start.resize.bottom')} />
              <Panel
                {...bottom}
                defaultSize="34%"
                minSize="110px"
                onResize={(size) => {
                  bottom.onResize(size);
                  // Dragged there, it is as tall.
                  setTall(size.asPercentage > TALL - 2);
                }}
              >
                <section className={styles.panel} aria-label={t('ui.start.panel.bottom')}>
                  <LogTabs tall={tall} onStretch={stretch} />
                </section>
              </Panel>
            </Group>
          </Panel>
          <Separator className={styles.upright} aria-label={t('ui.start.resize.right')} />
          <Panel
            {...watch('right')}
            defaultSize="340px"
            minSize="240px"
            groupResizeBehavior="preserve-pixel-size"
          >
            <section className={styles.panel} aria-label={t('ui.start.panel.right')}>
              <Inspector />
            </section>
          </Panel>
        </Group>
      </main>
    </div>
  );
}

function ToolTabs() {
  const t = useText();
  const clients = useLab((state) => state.clients.length);
  return (
    <Tabs
      keep
      id="tools"
      label={t('ui.start.panel.left')}
      tabs={[
        { id: 'clients', title: t('ui.clients.title'), count: clients, content: <ClientsPanel /> },
        { id: 'compose', title: t('ui.start.tab.compose'), content: <Composer /> },
        { id: 'connect', title: t('ui.clients.connect.title'), content: <ConnectCard /> },
      ]}
    />
  );
}

function LogTabs({ tall, onStretch }: { tall: boolean; onStretch: () => void }) {
  const t = useText();
  const revealed = useRevealedTab();
  const { pending, findings, faults, split } = useLab((state) => ({
    pending: state.pending.length,
    findings: state.findings.length,
    faults: state.faults.length,
    split: state.rooms.filter(({ verdict }) => verdict === 'split').length,
  }));
  const tabs: (Tab & { id: LogTab })[] = [
    { id: 'events', title: t('ui.start.tab.events'), content: <EventsPanel /> },
    { id: 'pending', title: t('ui.start.tab.pending'), count: pending, content: <PendingPanel /> },
    { id: 'follow', title: t('ui.follow.title'), content: <FollowPanel /> },
    { id: 'files', title: t('ui.files.title'), content: <FilesPanel /> },
    { id: 'findings', title: t('ui.start.findings'), count: findings, content: <FindingsPanel /> },
    { id: 'faults', title: t('ui.faults.title'), count: faults, content: <FaultsPanel /> },
    { id: 'rooms', title: t('ui.rooms.title'), count: split, content: <RoomsPanel /> },
    { id: 'quirks', title: t('ui.quirks.title'), content: <QuirksPanel /> },
    { id: 'branches', title: t('ui.compare.title'), content: <BranchesPanel /> },
  ];
  return (
    <Tabs
      id="logs"
      reveal={revealed}
      label={t('ui.start.panel.bottom')}
      tabs={tabs}
      end={
        <Button
          tone="quiet"
          icon={tall ? <ChevronsDown aria-hidden /> : <ChevronsUp aria-hidden />}
          label={t(tall ? 'ui.start.panel.lower' : 'ui.start.panel.taller')}
          aria-pressed={tall}
          onClick={onStretch}
        />
      }
    />
  );
}

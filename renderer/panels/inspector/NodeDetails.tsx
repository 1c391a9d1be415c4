import { FaultButton } from '#renderer/faults/FaultButton.tsx';
import { nodePlace } from '#renderer/faults/fault-place.js';
import { ProcessActions } from '#renderer/flow/ProcessActions.tsx';
import { WifiSwitch } from '#renderer/flow/WifiSwitch.tsx';
import { shownPlan } from '#renderer/store/lab-store.js';
import { useLab } from '#renderer/store/use-lab.js';
import { Tabs } from '#renderer/ui/Tabs.tsx';
import { useText } from '#renderer/ui/use-text.js';
import { DetailsHeader } from './DetailsHeader.js';
import { MachineList } from './MachineList.js';
import { NodeLog } from './NodeLog.js';
import { NodeOverview } from './NodeOverview.js';
import { OtherNode } from './OtherNode.js';
import { StateBadge } from './StateBadge.js';
import styles from './Inspector.module.css';

/** A process: what it is made of, what it says, what it is doing. */
export function NodeDetails({ node }: { node: string }) {
  const t = useText();
  const view = useLab((state) => state.nodes.find(({ name }) => name === node));
  const plan = useLab((state) => shownPlan(state)?.processes.find(({ name }) => name === node));
  const count = useLab(
    (state) => [...state.machines.values()].filter((machine) => machine.node === node).length,
  );
  if (!view || !plan) return <OtherNode node={node} />;
  return (
    <div className={styles.withTabs}>
      <DetailsHeader
        title={node}
        badge={<StateBadge state={view.state} />}
        subtitle={`${view.hostname} · ${view.address}`}
      >
        <WifiSwitch node={node} on={view.interfaceUp} />
        <FaultButton place={nodePlace({ processes: [plan] }, node)} />
        <ProcessActions node={node} state={view.state} />
      </DetailsHeader>
      <div className={styles.tabs}>
        <Tabs
          id="node"
          label={t('ui.inspector.tabs.node')}
          tabs={[
            {
              id: 'overview',
              title: t('ui.inspector.overview'),
              content: <NodeOverview view={view} plan={plan} />,
            },
            { id: 'log', title: t('ui.inspector.log'), content: <NodeLog node={node} /> },
            {
              id: 'machines',
              title: t('ui.inspector.machines'),
              count,
              content: <MachineList node={node} />,
            },
          ]}
        />
      </div>
    </div>
  );
}

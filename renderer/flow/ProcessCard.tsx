import { memo } from 'react';
import type { NodeProps } from '@xyflow/react';
import { FaultButton } from '../faults/FaultButton.js';
import { FaultChips } from '../faults/FaultChips.js';
import { nodePlace } from '../faults/fault-place.js';
import { useMarked } from '../panels/follow/follow-store.js';
import { shownPlan } from '../store/lab-store.js';
import { useLab } from '../store/use-lab.js';
import { useText } from '../ui/use-text.js';
import { Anchors } from './Anchors.js';
import { ComponentChips } from './ComponentChips.js';
import type { CardNode } from './flow-model.js';
import { Hint } from './Hint.js';
import { PortList } from './PortList.js';
import { PortProblems } from './PortProblems.js';
import { ProcessMark } from './PlannedMark.js';
import { ProcessActions } from './ProcessActions.js';
import styles from './ProcessCard.module.css';
import { ProcessState } from './ProcessState.js';
import { useNodeView } from './canvas-store.js';
import { WifiSwitch } from './WifiSwitch.js';

/** One process of the topology: what it is, how it is, and what can be done to it. */
export const ProcessCard = memo(function ProcessCard({ id }: NodeProps<CardNode>) {
  const text = useText();
  const plan = useLab((state) => shownPlan(state)?.processes.find(({ name }) => name === id));
  const node = useNodeView(id);
  const selected = useLab((state) => state.selection?.kind === 'node' && state.selection.node === id);
  const followed = useMarked('nodes', id);
  if (!plan || !node) return <Anchors />;
  const place = nodePlace({ processes: [plan] }, id);
  const rule = `${text('ui.canvas.host', { host: node.hostname })}. ${text(`ui.canvas.rule.${plan.hostnameRule}`)}`;
  return (
    <article
      className={styles.card}
      data-state={node.state}
      data-wifi={node.interfaceUp ? 'on' : 'off'}
      data-selected={selected}
      data-followed={followed || undefined}
      aria-label={text('ui.canvas.process', { name: id })}
    >
      <Anchors />
      <header className={styles.head}>
        <h2 className={styles.name} title={id}>
          {id}
        </h2>
        <ProcessState state={node.state} />
      </header>
      <div className={styles.facts}>
        <Hint text={rule} className={styles.host}>
          <span className={styles.hostName}>{node.hostname}</span>
        </Hint>
        <Hint text={text('ui.canvas.set.why', { type: plan.configType })} className={styles.set}>
          {text(`ui.canvas.set.${plan.componentSet}`)}
        </Hint>
      </div>
      <ProcessMark process={id} />
      <ComponentChips components={plan.components} />
      <PortList node={node} plan={plan} />
      <PortProblems node={node} plan={plan} />
      <FaultChips place={place} />
      <footer className={`nodrag ${styles.foot}`}>
        <WifiSwitch node={id} on={node.interfaceUp} />
        <span className={styles.acts}>
          <FaultButton small place={place} />
          <ProcessActions node={id} state={node.state} />
        </span>
      </footer>
    </article>
  );
});

import { ReactFlowProvider } from '@xyflow/react';
import '@xyflow/react/dist/base.css';
import { Tooltip } from 'radix-ui';
import { useEffect } from 'react';
import { shownPlan } from '../store/lab-store.js';
import { useLab } from '../store/use-lab.js';
import { useText } from '../ui/use-text.js';
import { followBeliefs } from './belief-store.js';
import { followLab } from './canvas-store.js';
import { ClusterMap } from './ClusterMap.js';
import styles from './LabCanvas.module.css';
import { LineMarkers } from './LineMarkers.js';

/** The topology as a map: processes, clients, databases, the links between them, and the frames on their way. */
export function LabCanvas() {
  const text = useText();
  const plan = useLab(shownPlan);
  useEffect(followLab, []);
  useEffect(followBeliefs, []);
  if (!plan) return null;
  return (
    <section className={styles.canvas} aria-label={text('ui.canvas.name')}>
      <LineMarkers />
      {plan.processes.length === 0 ? (
        <p className={styles.empty}>{text('ui.canvas.empty')}</p>
      ) : (
        <Tooltip.Provider>
          <ReactFlowProvider key={plan.name}>
            <ClusterMap plan={plan} />
          </ReactFlowProvider>
        </Tooltip.Provider>
      )}
    </section>
  );
}

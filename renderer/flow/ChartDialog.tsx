import { useState } from 'react';
import { Dialog } from 'radix-ui';
import { Maximize2, X, ZoomIn, ZoomOut } from 'lucide-react';
import { Button } from '../ui/Button.js';
import { useText } from '../ui/use-text.js';
import { ChartDrawing } from './ChartDrawing.js';
import { TransitionTable } from './TransitionTable.js';
import type { Chart } from './use-chart.js';
import styles from './MachineChart.module.css';

const SIZES = [0.6, 0.8, 1, 1.25, 1.6, 2];

interface Props {
  machineId: string;
  chart: Chart;
  textOf: Chart['textOf'];
  state: string;
  lastEdge: string;
  label: string;
}

/** The whole chart with all its labels, large, and the same as a table. */
export function ChartDialog({ machineId, chart, ...shown }: Props) {
  const t = useText();
  const [scale, setScale] = useState(1);
  const next = (by: 1 | -1): void => setScale(SIZES[SIZES.indexOf(scale) + by] ?? scale);
  return (
    <Dialog.Root>
      <Dialog.Trigger asChild>
        <Button tone="quiet" label={t('ui.inspector.chart.enlarge')} icon={<Maximize2 aria-hidden />} />
      </Dialog.Trigger>
      <Dialog.Portal>
        <Dialog.Overlay className={styles.overlay} />
        <Dialog.Content className={styles.dialog} aria-describedby={undefined}>
          <header className={styles.dialogHead}>
            <Dialog.Title className={styles.title}>
              {machineId} <span className={styles.stateName}>{shown.state}</span>
            </Dialog.Title>
            <Button
              tone="quiet"
              label={t('ui.inspector.chart.smaller')}
              icon={<ZoomOut aria-hidden />}
              disabled={scale === SIZES[0]}
              onClick={() => next(-1)}
            />
            <Button
              tone="quiet"
              label={t('ui.inspector.chart.larger')}
              icon={<ZoomIn aria-hidden />}
              disabled={scale === SIZES.at(-1)}
              onClick={() => next(1)}
            />
            <Dialog.Close asChild>
              <Button tone="quiet" label={t('ui.inspector.close')} icon={<X aria-hidden />} />
            </Dialog.Close>
          </header>
          <div className={styles.large} tabIndex={0} role="group" aria-label={shown.label}>
            <ChartDrawing chart={chart.labelled} scale={scale} {...shown} />
            <TransitionTable chart={chart} state={shown.state} />
          </div>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

import { lazy, Suspense } from 'react';
import { LabCanvas } from '../flow/LabCanvas.js';
import { SplitNotice } from '../flow/SplitNotice.js';
import { useKept } from './use-kept.js';
import { useText } from './use-text.js';
import styles from './CanvasViews.module.css';

const DiagramView = lazy(async () => {
  const { DiagramView: view } = await import('../panels/diagram/DiagramView.js');
  return { default: view };
});

const VIEWS = ['map', 'sequence', 'space-time'] as const;
type View = (typeof VIEWS)[number];

/** The middle of the window: the map, or the run as one of the two diagrams. */
export function CanvasViews() {
  const t = useText();
  const [kept, setView] = useKept<View>('canvas-view', 'map');
  const view = VIEWS.includes(kept) ? kept : 'map';
  return (
    <div className={styles.views}>
      <div className={styles.head}>
        <div className={styles.switch} role="radiogroup" aria-label={t('ui.diagram.view')}>
          {VIEWS.map((one) => (
            <label key={one} className={styles.choice} data-on={one === view || undefined}>
              <input
                type="radio"
                name="canvas-view"
                value={one}
                checked={one === view}
                onChange={() => setView(one)}
              />
              {t(`ui.diagram.${one}`)}
            </label>
          ))}
        </div>
        <SplitNotice />
      </div>
      <div className={styles.drawing}>
        {view === 'map' ? (
          <LabCanvas />
        ) : (
          <Suspense fallback={null}>
            <DiagramView mode={view} />
          </Suspense>
        )}
      </div>
    </div>
  );
}

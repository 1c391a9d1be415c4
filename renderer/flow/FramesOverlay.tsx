import { useStoreApi } from '@xyflow/react';
import { useEffect, useRef } from 'react';
import { labStore } from '../store/lab-store.js';
import { preferences } from '../ui/preferences.js';
import { FrameShow } from './frame-show.js';
import styles from './FramesOverlay.module.css';
import { onCurveMoved } from './use-curve.js';

/** Frames on their way, on one canvas above the lines: nothing of React moves with them. */
export function FramesOverlay() {
  const canvas = useRef<HTMLCanvasElement>(null);
  const flow = useStoreApi();
  useEffect(() => {
    if (!canvas.current) return;
    const show = new FrameShow(canvas.current, () => {
      const [x, y, zoom] = flow.getState().transform;
      return { x, y, zoom };
    });
    const draw = (): void => show.drawSoon();
    const size = new ResizeObserver(draw);
    size.observe(canvas.current);
    const ends = [
      labStore.subscribe(() => show.take()),
      preferences.subscribe(() => show.repaint()),
      onSystemTheme(() => show.repaint()),
      flow.subscribe((now, before) => now.transform !== before.transform && draw()),
      onCurveMoved(draw),
      () => size.disconnect(),
      () => show.end(),
    ];
    show.take();
    return () => ends.forEach((end) => end());
  }, [flow]);
  return <canvas ref={canvas} className={styles.overlay} aria-hidden />;
}

/** Calls back when the system turns dark or light; gives what ends it. */
function onSystemTheme(changed: () => void): () => void {
  const dark = window.matchMedia('(prefers-color-scheme: dark)');
  dark.addEventListener('change', changed);
  return () => dark.removeEventListener('change', changed);
}

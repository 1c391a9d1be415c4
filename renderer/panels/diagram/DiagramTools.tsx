import { Download, ZoomIn, ZoomOut } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { memo } from 'react';
import type { Arrangement } from '#core/shared/trace/diagram/arrangement.js';
import { ALL_SORTS, type Diagram, type DiagramFilter } from '#core/shared/trace/diagram/diagram.js';
import type { DiagramMode } from '#core/shared/trace/diagram/diagram-layout.js';
import { Button } from '#renderer/ui/Button.tsx';
import { useText } from '#renderer/ui/use-text.js';
import { zoomDiagram } from './diagram-view.js';
import { exportDiagram, FORMATS } from './export-diagram.js';
import { LifelinesMenu } from './LifelinesMenu.js';
import styles from './DiagramView.module.css';

interface Props {
  mode: DiagramMode;
  filter: DiagramFilter;
  arrangement: Arrangement;
  scale: number;
  /** As it is when it is asked for: it grows all the time. */
  diagram: () => Diagram;
  onFilter: (filter: DiagramFilter) => void;
  onArrange: (arrangement: Arrangement) => void;
}

/** What is shown of the run, how large, and as which file it can be had. */
export const DiagramTools = memo(function DiagramTools(props: Props) {
  const { mode, filter, arrangement, scale, diagram, onFilter, onArrange } = props;
  const t = useText();
  const toggle = <Value extends string>(set: ReadonlySet<Value>, value: Value): Set<Value> => {
    const next = new Set(set);
    if (!next.delete(value)) next.add(value);
    return next;
  };
  return (
    <div className={styles.tools} role="toolbar" aria-label={t('ui.diagram.tools')}>
      {ALL_SORTS.map((sort) => (
        <Button
          key={sort}
          tone="quiet"
          className={styles.sort}
          aria-pressed={filter.sorts.has(sort)}
          onClick={() => onFilter({ ...filter, sorts: toggle(filter.sorts, sort) })}
        >
          {t(`ui.diagram.sort.${sort}`)}
        </Button>
      ))}
      <input
        className={styles.find}
        type="search"
        value={filter.contains}
        placeholder={t('ui.diagram.find')}
        aria-label={t('ui.diagram.find')}
        onChange={(event) => onFilter({ ...filter, contains: event.target.value })}
      />
      <LifelinesMenu
        {...{ arrangement, onArrange }}
        hidden={filter.hidden}
        onHide={(hidden) => onFilter({ ...filter, hidden })}
      />
      {mode === 'space-time' ? (
        <>
          <Button
            label={t('ui.diagram.smaller')}
            icon={<ZoomOut aria-hidden />}
            onClick={() => zoomDiagram(0.5)}
          />
          <Button
            label={t('ui.diagram.larger')}
            icon={<ZoomIn aria-hidden />}
            onClick={() => zoomDiagram(2)}
          />
        </>
      ) : null}
      <DropdownMenu.Root>
        <DropdownMenu.Trigger asChild>
          <Button icon={<Download aria-hidden />}>{t('ui.diagram.export')}</Button>
        </DropdownMenu.Trigger>
        <DropdownMenu.Portal>
          <DropdownMenu.Content className={styles.menu} align="end">
            {FORMATS.map((format) => (
              <DropdownMenu.Item
                key={format}
                className={styles.entry}
                onSelect={() => void exportDiagram(diagram(), { mode, scale, format })}
              >
                {t(`ui.diagram.export.${format}`)}
              </DropdownMenu.Item>
            ))}
          </DropdownMenu.Content>
        </DropdownMenu.Portal>
      </DropdownMenu.Root>
    </div>
  );
});

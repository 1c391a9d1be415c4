import { Download, EyeOff, ZoomIn, ZoomOut } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { ALL_SORTS, type Diagram, type DiagramFilter } from '#core/shared/trace/diagram/diagram.js';
import type { DiagramMode } from '#core/shared/trace/diagram/diagram-layout.js';
import { useLab } from '#renderer/store/use-lab.js';
import { Button } from '#renderer/ui/Button.tsx';
import { useText } from '#renderer/ui/use-text.js';
import { exportDiagram, FORMATS } from './export-diagram.js';
import styles from './DiagramView.module.css';

interface Props {
  mode: DiagramMode;
  filter: DiagramFilter;
  scale: number;
  diagram: Diagram;
  onFilter: (filter: DiagramFilter) => void;
  onScale: (scale: number) => void;
}

/** What is shown of the run, how large, and as which file it can be had. */
export function DiagramTools({ mode, filter, scale, diagram, onFilter, onScale }: Props) {
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
      <Lifelines hidden={filter.hidden} onHide={(hidden) => onFilter({ ...filter, hidden })} />
      {mode === 'space-time' ? (
        <>
          <Button
            label={t('ui.diagram.smaller')}
            icon={<ZoomOut aria-hidden />}
            onClick={() => onScale(scale / 2)}
          />
          <Button
            label={t('ui.diagram.larger')}
            icon={<ZoomIn aria-hidden />}
            onClick={() => onScale(scale * 2)}
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
                onSelect={() => void exportDiagram(diagram, { mode, scale, format })}
              >
                {t(`ui.diagram.export.${format}`)}
              </DropdownMenu.Item>
            ))}
          </DropdownMenu.Content>
        </DropdownMenu.Portal>
      </DropdownMenu.Root>
    </div>
  );
}

/** Processes and clients to leave out; all clients at once, too. */
function Lifelines({
  hidden,
  onHide,
}: {
  hidden: ReadonlySet<string>;
  onHide: (hidden: Set<string>) => void;
}) {
  const t = useText();
  const { processes, clients } = useLab(({ nodes, clients }) => ({
    processes: nodes.map(({ name }) => name).join('\n'),
    clients: clients.map(({ name }) => `client:${name}`).join('\n'),
  }));
  const clientNames = clients.split('\n').filter(Boolean);
  const names = [...processes.split('\n').filter(Boolean), ...clientNames];
  const set = (changed: readonly string[], on: boolean): void => {
    const next = new Set(hidden);
    for (const name of changed)
      if (on) next.delete(name);
      else next.add(name);
    onHide(next);
  };
  const entry = (label: string, of: readonly string[]) => (
    <DropdownMenu.CheckboxItem
      key={label}
      className={styles.entry}
      checked={of.some((name) => !hidden.has(name))}
      onSelect={(event) => event.preventDefault()}
      onCheckedChange={(on) => set(of, on)}
    >
      <DropdownMenu.ItemIndicator>✓ </DropdownMenu.ItemIndicator>
      {label}
    </DropdownMenu.CheckboxItem>
  );
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger asChild>
        <Button icon={<EyeOff aria-hidden />}>
          {t('ui.diagram.lifelines')}
          {hidden.size > 0 ? ` (−${hidden.size})` : ''}
        </Button>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className={styles.menu} align="end">
          {clientNames.length > 1 ? entry(t('ui.diagram.all-clients'), clientNames) : null}
          {names.map((name) => entry(name, [name]))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

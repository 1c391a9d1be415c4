import type { PendingItem } from '#core/shared/api/pending.js';
import { useText } from '#renderer/ui/use-text.js';
import styles from './PendingPanel.module.css';
import type { Grouping, PendingFilter } from './pending-facts.js';

const KINDS = ['frame', 'task', 'timer', 'dial', 'bind', 'arrival', 'fin', 'reset'] as const;

interface Props {
  items: readonly PendingItem[];
  filter: PendingFilter;
  shown: number;
  onChange: (filter: PendingFilter) => void;
  grouping: Grouping;
  onGroup: (grouping: Grouping) => void;
}

const GROUPINGS = ['none', 'node', 'link'] as const;

export function PendingFilters({ items, filter, shown, onChange, grouping, onGroup }: Props) {
  const text = useText();
  const choices = {
    node: namesOf(
      items.map(({ node }) => node),
      filter.node,
    ),
    link: namesOf(
      items.map(({ link }) => link ?? ''),
      filter.link,
    ),
  };
  const field = (name: keyof PendingFilter) => ({
    'aria-label': text(`ui.run.pending.filter-${name}`),
    value: filter[name],
    onChange: (event: { target: { value: string } }) => onChange({ ...filter, [name]: event.target.value }),
  });
  return (
    <div className={styles.filters}>
      <select {...field('kind')}>
        <option value="">{text('ui.run.pending.any-kind')}</option>
        {KINDS.map((kind) => (
          <option key={kind} value={kind}>
            {text(`ui.run.pending.kind.${kind}`)}
          </option>
        ))}
      </select>
      {(['node', 'link'] as const).map((name) => (
        <select key={name} {...field(name)}>
          <option value="">{text(`ui.run.pending.any-${name}`)}</option>
          {choices[name].map((value) => (
            <option key={value}>{value}</option>
          ))}
        </select>
      ))}
      <select
        aria-label={text('ui.run.pending.group')}
        value={grouping}
        onChange={(event) => onGroup(event.target.value as Grouping)}
      >
        {GROUPINGS.map((by) => (
          <option key={by} value={by}>
            {text(`ui.run.pending.group.${by}`)}
          </option>
        ))}
      </select>
      <span className={styles.count}>{text('ui.run.pending.count', { shown, count: items.length })}</span>
      <span className={styles.keys}>{text('ui.run.pending.keys')}</span>
    </div>
  );
}

/** Each name once; the one that is filtered by stays although nothing of it waits any more. */
function namesOf(names: readonly string[], kept: string): string[] {
  return [...new Set([...names, kept])].filter(Boolean).sort();
}

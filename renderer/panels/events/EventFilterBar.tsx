import { ChevronDown, ChevronUp, Search } from 'lucide-react';
import type { KeyboardEvent, ReactNode } from 'react';
import { useLab } from '#renderer/store/use-lab.js';
import { Button } from '#renderer/ui/Button.tsx';
import { useText } from '#renderer/ui/use-text.js';
import { GROUPS, type EventFilter, type Group } from './event-filter.js';
import { FilterBox } from './FilterBox.js';
import styles from './EventsPanel.module.css';

interface Props {
  filter: EventFilter;
  onChange: (filter: EventFilter) => void;
  /** Number of the match that is chosen, from 1; 0: none of them. */
  at: number;
  count: number;
  onMove: (step: 1 | -1) => void;
  children: ReactNode;
}

export function EventFilterBar({ filter, onChange, at, count, onMove, children }: Props) {
  const text = useText();
  const nodes = useLab((state) => state.nodes.map((node) => node.name));
  const toggle = (group: Group): void => {
    const groups = new Set(filter.groups);
    if (!groups.delete(group)) groups.add(group);
    onChange({ ...filter, groups });
  };
  const key = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') onMove(event.shiftKey ? -1 : 1);
    else if (event.key === 'Escape' && filter.find) onChange({ ...filter, find: '' });
    else return;
    event.preventDefault();
  };
  return (
    <div className={styles.bar}>
      <FilterBox value={filter.text} onChange={(written) => onChange({ ...filter, text: written })} />
      <div className={styles.search}>
        <Search aria-hidden="true" />
        <input
          type="search"
          aria-label={text('ui.run.events.search')}
          placeholder={text('ui.run.events.search')}
          value={filter.find}
          onChange={(event) => onChange({ ...filter, find: event.target.value })}
          onKeyDown={key}
        />
        <span role="status" className={styles.matches}>
          {filter.find.trim() &&
            (count > 0 ? text('ui.run.events.matches', { at, count }) : text('ui.run.events.matches-none'))}
        </span>
        <Button
          tone="quiet"
          icon={<ChevronUp />}
          label={text('ui.run.events.previous')}
          disabled={count === 0}
          onClick={() => onMove(-1)}
        />
        <Button
          tone="quiet"
          icon={<ChevronDown />}
          label={text('ui.run.events.next')}
          disabled={count === 0}
          onClick={() => onMove(1)}
        />
      </div>
      <div role="group" aria-label={text('ui.run.events.groups')} className={styles.groups}>
        {GROUPS.map((group) => (
          <Button
            key={group}
            className={styles.toggle ?? ''}
            aria-pressed={filter.groups.has(group)}
            title={text(`ui.run.events.group-hint.${group}`)}
            onClick={() => toggle(group)}
          >
            {text(`ui.run.events.group.${group}`)}
          </Button>
        ))}
      </div>
      <select
        aria-label={text('ui.run.events.node')}
        value={filter.node}
        onChange={(event) => onChange({ ...filter, node: event.target.value })}
      >
        <option value="">{text('ui.run.events.any-node')}</option>
        {nodes.map((node) => (
          <option key={node}>{node}</option>
        ))}
      </select>
      {children}
    </div>
  );
}

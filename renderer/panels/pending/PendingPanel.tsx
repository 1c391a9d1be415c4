import { Pause } from 'lucide-react';
import { useMemo, useState, type ReactNode } from 'react';
import { useFeed } from '#renderer/store/feed-context.js';
import { useLab } from '#renderer/store/use-lab.js';
import { Button } from '#renderer/ui/Button.tsx';
import { useText } from '#renderer/ui/use-text.js';
import { EditDialog } from './EditDialog.js';
import { PendingFilters } from './PendingFilters.js';
import { PendingTable } from './PendingTable.js';
import styles from './PendingPanel.module.css';
import { fits, grouped, type Grouping, type PendingFilter } from './pending-facts.js';
import { usePendingActs } from './use-pending-acts.js';

const EVERYTHING: PendingFilter = { kind: '', node: '', link: '' };

/** What waits while the lab is paused, or waited at the moment that is looked back at, and what can be done with each of it. */
export function PendingPanel() {
  const text = useText();
  const feed = useFeed();
  const mode = useLab((state) => state.clock?.mode);
  const past = useLab((state) => state.past !== undefined);
  const now = useLab((state) => state.past?.time ?? state.clock?.time ?? 0);
  const pending = useLab((state) => state.pending);
  const [filter, setFilter] = useState(EVERYTHING);
  const [grouping, setGrouping] = useState<Grouping>('none');
  const { acts, editing, stopEditing } = usePendingActs();
  const items = useMemo(
    () =>
      grouped(
        pending.filter((item) => fits(filter, item)),
        grouping,
      ),
    [pending, filter, grouping],
  );
  if (mode !== 'paused' && !past) {
    return (
      <Empty title={text(mode === 'ordered' ? 'ui.run.pending.ordered' : 'ui.run.pending.live')}>
        {mode !== 'ordered' && <p>{text('ui.run.pending.live-why')}</p>}
        <Button
          icon={<Pause />}
          title={text('ui.run.pause-hint')}
          onClick={() => void feed.act('clock.pause', {})}
        >
          {text('ui.run.pause')}
        </Button>
      </Empty>
    );
  }
  if (pending.length === 0) {
    return (
      <Empty title={text('ui.run.pending.none')}>
        <p>{text(past ? 'ui.timeline.frames-only' : 'ui.run.pending.none-why')}</p>
      </Empty>
    );
  }
  return (
    <section className={styles.panel} aria-label={text('ui.run.pending')}>
      {past && <p className={styles.note}>{text('ui.timeline.frames-only')}</p>}
      <PendingFilters
        items={pending}
        filter={filter}
        shown={items.length}
        onChange={setFilter}
        grouping={grouping}
        onGroup={setGrouping}
      />
      {items.length > 0 ? (
        <PendingTable items={items} now={now} acts={acts} />
      ) : (
        <Empty title={text('ui.run.pending.filtered')}>
          <Button onClick={() => setFilter(EVERYTHING)}>{text('ui.run.pending.all')}</Button>
        </Empty>
      )}
      {editing && <EditDialog key={editing.id} item={editing} onClose={stopEditing} />}
    </section>
  );
}

function Empty({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className={styles.empty}>
      <strong>{title}</strong>
      {children}
    </div>
  );
}

import { Globe } from 'lucide-react';
import { memo } from 'react';
import type { PendingItem } from '#core/shared/api/pending.js';
import { useText } from '#renderer/ui/use-text.js';
import { describeStanza, shorten } from '#core/shared/trace/describe-stanza.js';
import { formatTime } from '../run-controls/format-time.js';
import { PendingKind } from './PendingKind.js';
import { RowActions, type RowActs } from './RowActions.js';
import styles from './PendingPanel.module.css';
import { doesOf, factsOf, lasting } from './pending-facts.js';

interface Props {
  item: PendingItem;
  /** Lab time in ms. */
  now: number;
  selected: boolean;
  /** Row number in the table, the head being 1. */
  place: number;
  top: number;
  acts: RowActs;
}

/** Where something waits that belongs to no process. */
const NOBODY = { timer: 'ui.run.pending.the-lab', other: 'ui.run.pending.outside' } as const;

export const PendingRow = memo(function PendingRow({ item, now, selected, place, top, acts }: Props) {
  const text = useText();
  const facts = factsOf(item);
  const where = item.link
    ? wayOf(item)
    : item.node || text(NOBODY[item.kind === 'timer' ? 'timer' : 'other']);
  const saysDoes = doesOf(item);
  const does = text(saysDoes.code, saysDoes.params);
  const outside = item.outside && text(`ui.run.pending.outside.${item.outside}`);
  const behind = item.behind && text('ui.run.pending.behind-item', { item: item.behind });
  const why = facts.why && text(facts.why.code, facts.why.params);
  return (
    <div
      id={`pending-${item.id}`}
      role="row"
      aria-rowindex={place}
      aria-selected={selected}
      className={styles.row}
      data-held={!item.deliverable || undefined}
      style={{ transform: `translateY(${top}px)` }}
      onClick={() => acts.select(item.id)}
      onDoubleClick={() => acts.deliver(item)}
    >
      <span role="gridcell">
        <PendingKind kind={item.kind} />
      </span>
      <span role="gridcell" title={where}>
        {where}
      </span>
      <span role="gridcell" className={styles.text} title={item.text}>
        {item.kind === 'frame' ? describeStanza(item.text) : shorten(item.text)}
      </span>
      <span role="gridcell" title={[does, outside].filter(Boolean).join(' · ')}>
        {item.outside && <Globe className={styles.outside} role="img" aria-label={outside} />}
        {does}
      </span>
      <span role="gridcell" className={styles.when} title={behind ?? why ?? dueText(item, text)}>
        {facts.held ? text(facts.held.code, facts.held.params) : whenText(item, now, text)}
      </span>
      <span role="gridcell" className={styles.actions}>
        <RowActions item={item} facts={facts} why={why} reachable={selected} acts={acts} />
      </span>
    </div>
  );
});

/** `muc1 → server1:5270#2`, written the way that the frame goes; of `client:alice` the name is enough. */
function wayOf({ link = '', direction }: PendingItem): string {
  return link.replace(/^client:/, '').replace('>', direction === 'ba' ? ' ← ' : ' → ');
}

function whenText({ kind, due }: PendingItem, now: number, text: ReturnType<typeof useText>): string {
  if (kind !== 'timer' || due === undefined) return text('ui.run.pending.ready');
  return due <= now
    ? text('ui.run.pending.due-now')
    : text('ui.run.pending.in', { time: lasting(due - now) });
}

function dueText({ due }: PendingItem, text: ReturnType<typeof useText>): string | undefined {
  return due === undefined ? undefined : text('ui.run.pending.due-at', { time: formatTime(due) });
}

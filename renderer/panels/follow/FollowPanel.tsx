import { useEffect, useMemo, useState } from 'react';
import type { Journey } from '#core/shared/trace/journey/journey.js';
import { useAsked } from '#renderer/panels/inspector/use-asked.js';
import { useLab } from '#renderer/store/use-lab.js';
import { Button } from '#renderer/ui/Button.tsx';
import { useText } from '#renderer/ui/use-text.js';
import { followStanza, mark, useFollowed } from './follow-store.js';
import { legRows, marksOf } from './leg-rows.js';
import { LegLine } from './LegLine.js';
import styles from './FollowPanel.module.css';

/** Rows drawn at first; a room of hundreds has more. */
const FIRST = 300;

/** One stanza on its way, from the client that sent it to every end. */
export function FollowPanel() {
  const t = useText();
  const { seq, here } = useFollowed();
  const selected = useLab(({ selection }) => (selection?.kind === 'event' ? selection.seq : 0));
  const journey = useAsked('stanza.follow', seq === 0 ? undefined : { seq, here });
  return (
    <div className={styles.panel}>
      {journey ? null : (
        <p className={styles.about}>{t(seq === 0 ? 'ui.follow.none' : 'ui.follow.no-stanza')}</p>
      )}
      {journey ? <Shown key={journey.seq} journey={journey} here={here} seq={seq} /> : null}
      {!journey && selected > 0 ? (
        <Button onClick={() => followStanza(selected)}>{t('ui.follow.selected', { seq: selected })}</Button>
      ) : null}
    </div>
  );
}

function Shown({ journey, here, seq }: { journey: Journey; here: boolean; seq: number }) {
  const t = useText();
  const [queues, setQueues] = useState(true);
  const [open, setOpen] = useState<ReadonlySet<number>>(new Set());
  const [all, setAll] = useState(false);
  const rows = useMemo(() => legRows(journey, queues), [journey, queues]);
  const whole = (): void => mark(marksOf(journey.legs));
  useEffect(() => {
    mark(marksOf(journey.legs));
    return () => mark(undefined);
  }, [journey]);
  const toggle = (leg: number): void => {
    const next = new Set(open);
    if (!next.delete(leg)) next.add(leg);
    setOpen(next);
  };
  const shown = all ? rows : rows.slice(0, FIRST);
  return (
    <>
      <header className={styles.head}>
        <Summary journey={journey} />
        <label className={styles.check}>
          <input type="checkbox" checked={queues} onChange={(event) => setQueues(event.target.checked)} />
          {t('ui.follow.queues')}
        </label>
        {here ? <Button onClick={() => followStanza(seq)}>{t('ui.follow.from-start')}</Button> : null}
      </header>
      <ol className={styles.legs} aria-label={t('ui.follow.legs')}>
        {shown.map((row) => (
          <LegLine
            key={row.leg.seq}
            row={row}
            open={open.has(row.leg.seq)}
            onToggle={toggle}
            onLeave={whole}
          />
        ))}
      </ol>
      {shown.length < rows.length ? (
        <Button onClick={() => setAll(true)}>{t('ui.follow.all', { count: rows.length })}</Button>
      ) : null}
      {journey.more ? <p className={styles.about}>{t('ui.follow.more')}</p> : null}
    </>
  );
}

/** `message chat from alice at node1 to bob: 1 delivery · 2 cluster hops · 0.7 ms`. */
function Summary({ journey: { summary } }: { journey: Journey }) {
  const t = useText();
  const { sender, at, stanza, address, deliveries, errors, clusterHops, dropped, stored, underWay, ms } =
    summary;
  const from = sender === '' ? t('ui.canvas.outside') : sender.replace(/^client:/, '');
  return (
    <p className={styles.summaryLine} role="status">
      <strong>
        {t(at === '' || at === sender ? 'ui.follow.sent' : 'ui.follow.sent-at', { stanza, from, at })}
      </strong>
      {address ? ` → ${address}` : ''}
      {' · '}
      {[
        t('ui.follow.deliveries', { count: deliveries }),
        errors > 0 ? t('ui.follow.errors', { count: errors }) : '',
        t('ui.follow.cluster-hops', { count: clusterHops }),
        stored > 0 ? t('ui.follow.stored', { count: stored }) : '',
        underWay > 0 ? t('ui.follow.under-way', { count: underWay }) : '',
      ]
        .filter(Boolean)
        .join(' · ')}
      {' · '}
      <span data-bad={dropped > 0 || undefined}>{t('ui.follow.dropped', { count: dropped })}</span>
      {` · ${ms.toFixed(1)} ms`}
    </p>
  );
}

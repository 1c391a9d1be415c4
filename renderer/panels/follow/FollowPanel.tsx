import { useEffect, useMemo, useState } from 'react';
import { renderText } from '#core/shared/text/render.js';
import type { Journey } from '#core/shared/trace/journey/journey.js';
import { useTold, type Told } from '#renderer/panels/inspector/use-asked.js';
import { usePreferences } from '#renderer/ui/preferences.js';
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
  const until = useLab(({ past }) => past?.seq);
  const wish = { seq, here, ...(until ? { until } : {}) };
  // While the slider moves, the way as of the moment before stays.
  const told = useTold('stanza.follow', seq === 0 ? undefined : wish, `${seq} ${here}`);
  // Looking back, to before it was sent: nothing has become of it yet.
  const journey = told.answer?.legs.length === 0 ? undefined : told.answer;
  return (
    <div className={styles.panel}>
      {journey ? (
        until && <p className={styles.about}>{t('ui.follow.until', { until })}</p>
      ) : (
        <p className={styles.about} role="status">
          <Missing seq={seq} until={until} told={told} />
        </p>
      )}
      {journey ? <Shown key={journey.seq} journey={journey} here={here} seq={seq} /> : null}
      {!journey && selected > 0 ? (
        <Button onClick={() => followStanza(selected)}>{t('ui.follow.selected', { seq: selected })}</Button>
      ) : null}
    </div>
  );
}

/** Why no way of a stanza is shown. */
function Missing({
  seq,
  until,
  told,
}: {
  seq: number;
  until: number | undefined;
  told: Told<'stanza.follow'>;
}) {
  const t = useText();
  const { language } = usePreferences();
  const { refusal } = told;
  if (seq === 0) return t('ui.follow.none');
  if (refusal) return renderText(language, `host.${refusal.code}`, refusal.params);
  if (told.answer) return t('ui.follow.not-yet', { until: until ?? 0 });
  return t('ui.follow.looking');
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

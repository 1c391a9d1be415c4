import type { TraceEvent } from '#core/shared/trace/trace-event.js';
import { formatTime } from '#renderer/panels/run-controls/format-time.js';
import { select } from '#renderer/store/lab-store.js';
import { useText } from '#renderer/ui/use-text.js';
import { movesOf } from './log-queries.js';
import { Section } from './Section.js';
import { useLogQuery } from './use-log-query.js';
import parts from './Parts.module.css';
import styles from './Moves.module.css';

/** The last transitions of a machine and what it refused, newest first. */
export function MachineHistory({ instance }: { instance: string }) {
  const t = useText();
  const moves = useLogQuery(instance, (events) => movesOf(events, instance));
  return (
    <Section title={t('ui.inspector.history')} count={moves.length}>
      {moves.length === 0 ? <p className={parts.hint}>{t('ui.inspector.history.none')}</p> : null}
      <ol className={parts.list}>
        {moves.map((move) => (
          <li key={move.seq}>
            <button
              type="button"
              className={styles.move}
              onClick={() => select({ kind: 'event', seq: move.seq })}
            >
              <time>{formatTime(move.time)}</time>
              <Move move={move} />
            </button>
          </li>
        ))}
      </ol>
    </Section>
  );
}

function Move({ move: { kind, data } }: { move: TraceEvent }) {
  const t = useText();
  const { event = '', state = '', guard = '' } = data;
  if (kind === 'machine.started') return <span>{t('ui.inspector.history.started', { state })}</span>;
  if (kind === 'machine.stopped') return <span>{t('ui.inspector.history.stopped')}</span>;
  if (kind === 'machine.refused') {
    const text = guard === '' ? 'ui.inspector.history.refused' : 'ui.inspector.history.refused-guard';
    return <span className={styles.refused}>{t(text, { event, state, guard })}</span>;
  }
  return (
    <span>
      <code>{event}</code> → <code className={styles.to}>{state}</code>
    </span>
  );
}

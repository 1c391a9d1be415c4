import { useMemo, useState } from 'react';
import { formatTime } from '#renderer/panels/run-controls/format-time.js';
import { select } from '#renderer/store/lab-store.js';
import { SelectField, TextField } from '#renderer/ui/Field.tsx';
import { useText } from '#renderer/ui/use-text.js';
import { LEVELS, levelOf, passes, type LevelFilter } from './log-levels.js';
import { linesOf } from './log-queries.js';
import { useLogQuery } from './use-log-query.js';
import { VirtualRows } from './VirtualRows.js';
import styles from './NodeLog.module.css';

/** What a process has printed on its console and written to its log. */
export function NodeLog({ node }: { node: string }) {
  const t = useText();
  const [level, setLevel] = useState<LevelFilter>('all');
  const [text, setText] = useState('');
  const lines = useLogQuery(node, (events) => linesOf(events, node));
  const shown = useMemo(() => lines.filter((line) => passes(line, level, text)), [lines, level, text]);
  const choices = [
    { value: 'all', text: t('ui.inspector.log.all') },
    ...LEVELS.map((name) => ({ value: name, text: t('ui.inspector.log.from', { level: name }) })),
    { value: 'console', text: t('ui.inspector.log.console') },
  ];
  return (
    <div className={styles.log}>
      <div className={styles.filters}>
        <SelectField
          label={t('ui.inspector.log.level')}
          value={level}
          choices={choices}
          onChoose={(value) => setLevel(value as LevelFilter)}
        />
        <TextField
          label={t('ui.inspector.log.text')}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </div>
      <VirtualRows
        label={t('ui.inspector.log.of', { node })}
        items={shown}
        keyOf={({ seq }) => seq}
        empty={t(lines.length === 0 ? 'ui.inspector.log.none' : 'ui.inspector.log.nothing')}
        render={({ seq, time, data, ...line }) => (
          <button type="button" className={styles.line} onClick={() => select({ kind: 'event', seq })}>
            <span className={styles.meta}>
              <time>{formatTime(time)}</time>
              <span className={styles.level} data-level={levelOf({ data, ...line })}>
                {levelOf({ data, ...line })}
              </span>
              {data.logger === undefined ? null : <span className={styles.logger}>{data.logger}</span>}
            </span>
            <span className={styles.text}>{data.text}</span>
          </button>
        )}
      />
    </div>
  );
}

import { useMemo, useState } from 'react';
import type { LinkView } from '#core/shared/api/results.js';
import { TextField } from '#renderer/ui/Field.tsx';
import { useText } from '#renderer/ui/use-text.js';
import { FrameLine } from './FrameLine.js';
import { NoteLine } from './NoteLine.js';
import { transcriptOf, type TranscriptRow } from './transcript.js';
import { useLogQuery } from './use-log-query.js';
import { VirtualRows } from './VirtualRows.js';
import styles from './Transcript.module.css';

/** All that went over a link in both directions, oldest first. */
export function LinkTranscript({ link }: { link: Pick<LinkView, 'id' | 'dialler' | 'acceptor'> }) {
  const t = useText();
  const { id, dialler, acceptor } = link;
  const [text, setText] = useState('');
  const [open, setOpen] = useState<ReadonlySet<number>>(new Set());
  const rows = useLogQuery(id, (events) => transcriptOf(events, id));
  const shown = useMemo(() => rows.filter((row) => contains(row, text)), [rows, text]);
  const toggle = (seq: number): void => {
    const next = new Set(open);
    if (!next.delete(seq)) next.add(seq);
    setOpen(next);
  };
  const names = { ab: [dialler.node, acceptor.node], ba: [acceptor.node, dialler.node] } as const;
  return (
    <div className={styles.transcript}>
      <div className={styles.filter}>
        <TextField
          label={t('ui.inspector.transcript.text')}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </div>
      <VirtualRows
        label={t('ui.inspector.transcript.of', { link: id })}
        items={shown}
        keyOf={({ seq }) => seq}
        empty={t(rows.length === 0 ? 'ui.inspector.transcript.none' : 'ui.inspector.transcript.nothing')}
        render={(row) =>
          row.row === 'note' ? (
            <NoteLine event={row.event} />
          ) : (
            <FrameLine
              frame={row}
              ends={names[row.direction]}
              open={open.has(row.seq)}
              onToggle={() => toggle(row.seq)}
            />
          )
        }
      />
    </div>
  );
}

function contains(row: TranscriptRow, text: string): boolean {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return true;
  return row.row === 'frame' && row.text.toLowerCase().includes(wanted);
}

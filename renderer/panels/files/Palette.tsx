import { MessagesSquare, Server } from 'lucide-react';
import { addProcess, PIECE } from '#renderer/files/pieces.js';
import { useFiles } from '#renderer/files/files-store.js';
import { useText } from '#renderer/ui/use-text.js';
import styles from './FilesPanel.module.css';

const PIECES = [
  { kind: 'server', icon: Server, text: 'ui.files.add-server' },
  { kind: 'muc', icon: MessagesSquare, text: 'ui.files.add-muc' },
] as const;

/** Processes to be dragged onto the map; pressed, they go where the layout wants them. */
export function Palette() {
  const t = useText();
  // A process more is like one that there is.
  const empty = useFiles(({ preview }) => (preview?.plan.processes.length ?? 0) === 0);
  return (
    <div className={styles.palette} role="group" aria-label={t('ui.files.add')}>
      {PIECES.map(({ kind, icon: Icon, text }) => (
        <button
          key={kind}
          type="button"
          draggable={!empty}
          disabled={empty}
          className={styles.chip}
          title={t('ui.files.add-hint')}
          onDragStart={(event) => {
            event.dataTransfer.setData(PIECE, kind);
            event.dataTransfer.effectAllowed = 'copy';
          }}
          onClick={() => addProcess(kind)}
        >
          <Icon aria-hidden />
          {t(text)}
        </button>
      ))}
    </div>
  );
}

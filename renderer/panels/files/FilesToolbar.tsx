import { FilePlus2, Play, Redo2, RotateCcw, Save, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { Button } from '#renderer/ui/Button.tsx';
import { useText } from '#renderer/ui/use-text.js';
import { discard, redo, undo, useFiles, type FilesState } from '#renderer/files/files-store.js';
import { Consequences } from './Consequences.js';
import { NewTopologyDialog } from './NewTopologyDialog.js';
import { Palette } from './Palette.js';
import { SaveDialogs } from './SaveDialogs.js';
import { useFileActs } from '#renderer/files/use-file-acts.js';
import styles from './FilesPanel.module.css';

/** What can be done with what is edited, and what it would do. */
export function FilesToolbar() {
  const t = useText();
  const acts = useFileActs();
  const [making, setMaking] = useState(false);
  const { canUndo, canRedo, edited, unsaved, folder, obstacles } = useFiles(toolbarOf);
  return (
    <div className={styles.toolbar}>
      <Button
        tone="quiet"
        icon={<Undo2 aria-hidden />}
        label={t('ui.files.undo')}
        disabled={!canUndo}
        onClick={undo}
      />
      <Button
        tone="quiet"
        icon={<Redo2 aria-hidden />}
        label={t('ui.files.redo')}
        disabled={!canRedo}
        onClick={redo}
      />
      <Button
        tone="primary"
        icon={<Play aria-hidden />}
        title={t('ui.files.apply.title')}
        disabled={!edited || obstacles > 0}
        onClick={() => void acts.apply()}
      >
        {t('ui.files.apply')}
      </Button>
      <Button
        tone="quiet"
        icon={<RotateCcw aria-hidden />}
        label={t('ui.files.discard')}
        title={`${t('ui.files.discard')}: ${t('ui.files.discard.title')}`}
        disabled={!edited}
        onClick={discard}
      />
      <Button
        icon={<Save aria-hidden />}
        title={folder === undefined ? t('ui.files.save.nowhere') : t('ui.files.save.title', { folder })}
        disabled={!unsaved}
        onClick={() => void acts.save()}
      >
        {t('ui.files.save')}
      </Button>
      <Palette />
      <Button
        tone="quiet"
        icon={<FilePlus2 aria-hidden />}
        label={t('ui.files.new')}
        onClick={() => setMaking(true)}
      />
      <Consequences saved={acts.saved} />
      <SaveDialogs acts={acts} />
      {making && <NewTopologyDialog onClose={() => setMaking(false)} />}
    </div>
  );
}

function toolbarOf({ history, isEdited, running, folder, preview }: FilesState) {
  return {
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
    edited: isEdited,
    unsaved: isEdited || folder === undefined || running.some(({ state }) => state !== 'saved'),
    folder,
    obstacles: preview?.obstacles.length ?? 0,
  };
}

import { useState } from 'react';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { TextField } from '#renderer/ui/Field.tsx';
import { useText } from '#renderer/ui/use-text.js';
import type { FileActs } from '#renderer/files/use-file-acts.js';

/** What saving asks: where to, and whether over somebody else's change. */
export function SaveDialogs({ acts: { question, forget, save } }: { acts: FileActs }) {
  const t = useText();
  if (question?.ask === 'folder') {
    return <FolderDialog onClose={forget} onGo={(folder) => void save({ folder })} />;
  }
  if (question?.ask !== 'overwrite') return null;
  const { folder, file } = question;
  const over = (): void => void save({ overwrite: true, ...(folder === undefined ? {} : { folder }) });
  return (
    <Dialog
      title={t('ui.files.overwrite', { file })}
      about={t('ui.files.overwrite.about')}
      onClose={forget}
      onSubmit={over}
      buttons={
        <>
          <Button onClick={forget}>{t('ui.files.cancel')}</Button>
          <Button tone="danger" type="submit">
            {t('ui.files.overwrite.go')}
          </Button>
        </>
      }
    />
  );
}

function FolderDialog({ onClose, onGo }: { onClose: () => void; onGo: (folder: string) => void }) {
  const t = useText();
  const [folder, setFolder] = useState('');
  const path = folder.trim();
  return (
    <Dialog
      title={t('ui.files.save-as')}
      about={t('ui.files.save-as.about')}
      onClose={onClose}
      onSubmit={() => path !== '' && onGo(path)}
      buttons={
        <>
          <Button onClick={onClose}>{t('ui.files.cancel')}</Button>
          <Button tone="primary" type="submit" disabled={path === ''}>
            {t('ui.files.save-as.go')}
          </Button>
        </>
      }
    >
      <TextField
        autoFocus
        label={t('ui.files.save-as.folder')}
        placeholder="/home/me/my-cluster"
        value={folder}
        onChange={(event) => setFolder(event.target.value)}
      />
    </Dialog>
  );
}

import { useState, type FormEvent } from 'react';
import { FolderOpen } from 'lucide-react';
import { Button } from '#renderer/ui/Button.tsx';
import { TextField } from '#renderer/ui/Field.tsx';
import { useText } from '#renderer/ui/use-text.js';
import { RefusalNote } from './RefusalNote.js';
import type { OpenTopology } from './use-open-topology.js';
import styles from './StartScreen.module.css';

/** A folder on this machine, by its path. */
export function OpenPath({ opener }: { opener: OpenTopology }) {
  const t = useText();
  const [path, setPath] = useState('');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (path.trim() !== '') void opener.open('path', { path: path.trim() });
  };
  return (
    <form className={styles.way} onSubmit={submit}>
      <TextField
        label={t('ui.start.path')}
        hint={t('ui.start.path.hint')}
        placeholder="/home/me/tigase-cluster"
        value={path}
        onChange={(event) => setPath(event.target.value)}
      />
      <Button
        type="submit"
        icon={<FolderOpen aria-hidden />}
        disabled={path.trim() === '' || opener.busy !== undefined}
      >
        {t('ui.start.path.open')}
      </Button>
      <RefusalNote place="path" refusal={opener.refusal} />
    </form>
  );
}

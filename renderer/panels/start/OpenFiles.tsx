import { useRef } from 'react';
import { FilePlus2 } from 'lucide-react';
import { Button } from '#renderer/ui/Button.tsx';
import { useText } from '#renderer/ui/use-text.js';
import { chosenFiles } from './dropped-files.js';
import { RefusalNote } from './RefusalNote.js';
import type { OpenTopology } from './use-open-topology.js';
import styles from './StartScreen.module.css';

/** Files that are dropped, or chosen where there is no mouse. */
export function OpenFiles({ opener }: { opener: OpenTopology }) {
  const t = useText();
  const input = useRef<HTMLInputElement>(null);
  const choose = (list: FileList | null): void => {
    if (!list || list.length === 0) return;
    void chosenFiles(list).then((files) => opener.open('files', { files }));
  };
  return (
    <div className={styles.way}>
      <p className={styles.dropHint}>{t('ui.start.files')}</p>
      <input
        ref={input}
        hidden
        multiple
        type="file"
        accept=".properties,.yaml,.txt"
        aria-label={t('ui.start.files.choose')}
        onChange={(event) => {
          choose(event.target.files);
          // The same files can be chosen again.
          event.target.value = '';
        }}
      />
      <Button
        icon={<FilePlus2 aria-hidden />}
        disabled={opener.busy !== undefined}
        onClick={() => input.current?.click()}
      >
        {t('ui.start.files.choose')}
      </Button>
      <RefusalNote place="files" refusal={opener.refusal} />
    </div>
  );
}

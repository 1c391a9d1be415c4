import { useRef } from 'react';
import { FolderOpen } from 'lucide-react';
import { Button } from '#renderer/ui/Button.tsx';
import { useText } from '#renderer/ui/use-text.js';
import { SESSION_FILES } from './session-store.js';
import { useSession } from './use-session.js';

interface Props {
  disabled?: boolean;
  /** A file was chosen. */
  onChosen?: () => void;
}

/** A button for a session file on the user's disk. */
export function OpenSession({ disabled = false, onChosen }: Props) {
  const t = useText();
  const session = useSession();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        hidden
        type="file"
        accept={SESSION_FILES}
        aria-label={t('ui.session.open')}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          if (!file) return;
          onChosen?.();
          void session.open(file);
          // The same file can be chosen again.
          event.target.value = '';
        }}
      />
      <Button icon={<FolderOpen aria-hidden />} disabled={disabled} onClick={() => input.current?.click()}>
        {t('ui.session.open')}
      </Button>
    </>
  );
}

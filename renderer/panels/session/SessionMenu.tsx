import { useState } from 'react';
import { Save } from 'lucide-react';
import { Popover } from 'radix-ui';
import { Button } from '#renderer/ui/Button.tsx';
import { useText } from '#renderer/ui/use-text.js';
import { OpenSession } from './OpenSession.js';
import styles from './SessionMenu.module.css';
import { useSession } from './use-session.js';

/** Saves the open session as a file, or opens another one. */
export function SessionMenu() {
  const t = useText();
  const session = useSession();
  const [redact, setRedact] = useState(false);
  const [open, setOpen] = useState(false);
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger asChild>
        <Button tone="quiet" icon={<Save aria-hidden />} label={t('ui.session.title')} />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          className={styles.menu}
          align="end"
          sideOffset={6}
          aria-label={t('ui.session.title')}
        >
          <p className={styles.hint}>{t('ui.session.save.hint')}</p>
          <label className={styles.redact}>
            <input type="checkbox" checked={redact} onChange={(event) => setRedact(event.target.checked)} />
            <span>{t('ui.session.redact')}</span>
          </label>
          <p className={styles.hint}>{t('ui.session.redact.hint')}</p>
          <Button
            tone="primary"
            icon={<Save aria-hidden />}
            onClick={() => {
              setOpen(false);
              void session.save(redact);
            }}
          >
            {t('ui.session.save')}
          </Button>
          <hr className={styles.rule} />
          <OpenSession onChosen={() => setOpen(false)} />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

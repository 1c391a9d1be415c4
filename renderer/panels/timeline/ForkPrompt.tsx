import { Dialog } from 'radix-ui';
import { useLab } from '#renderer/store/use-lab.js';
import { Button } from '#renderer/ui/Button.tsx';
import { useText } from '#renderer/ui/use-text.js';
import styles from './ForkPrompt.module.css';

/** Asks how to act while the window looks back. */
export function ForkPrompt() {
  const t = useText();
  const { asked, past } = useLab(({ asked, past }) => ({ asked, past }));
  if (!asked) return null;
  return (
    <Dialog.Root open onOpenChange={(open) => !open && asked.answer('not')}>
      <Dialog.Portal>
        <Dialog.Overlay className={styles.overlay} />
        <Dialog.Content className={styles.dialog} onKeyDown={(event) => event.stopPropagation()}>
          <Dialog.Title className={styles.title}>{t('ui.timeline.ask-title')}</Dialog.Title>
          <Dialog.Description className={styles.about}>
            {t('ui.timeline.ask-about', { seq: past?.seq ?? 0 })}
          </Dialog.Description>
          <div className={styles.buttons}>
            <Button onClick={() => asked.answer('not')}>{t('ui.timeline.ask-not')}</Button>
            <Button onClick={() => asked.answer('present')}>{t('ui.timeline.ask-present')}</Button>
            <Button tone="primary" onClick={() => asked.answer('fork')}>
              {t('ui.timeline.ask-fork')}
            </Button>
          </div>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

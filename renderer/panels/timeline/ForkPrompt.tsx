import { useLab } from '#renderer/store/use-lab.js';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { useText } from '#renderer/ui/use-text.js';

/** Asks how to act while the window looks back. */
export function ForkPrompt() {
  const t = useText();
  const { asked, past } = useLab(({ asked, past }) => ({ asked, past }));
  if (!asked) return null;
  return (
    <Dialog
      title={t('ui.timeline.ask-title')}
      about={t('ui.timeline.ask-about', { seq: past?.seq ?? 0 })}
      onClose={() => asked.answer('not')}
      onSubmit={() => asked.answer('fork')}
      buttons={
        <>
          <Button onClick={() => asked.answer('not')}>{t('ui.timeline.ask-not')}</Button>
          <Button onClick={() => asked.answer('present')}>{t('ui.timeline.ask-present')}</Button>
          <Button type="submit" tone="primary">
            {t('ui.timeline.ask-fork')}
          </Button>
        </>
      }
    />
  );
}

import { Dialog } from 'radix-ui';
import { useState } from 'react';
import type { PendingItem } from '#core/shared/api/pending.js';
import { useFeed } from '#renderer/store/feed-context.js';
import { labStore } from '#renderer/store/lab-store.js';
import { renderText } from '#core/shared/text/render.js';
import { Button } from '#renderer/ui/Button.tsx';
import { usePreferences } from '#renderer/ui/preferences.js';
import { useText } from '#renderer/ui/use-text.js';
import { XmlEditor } from '../composer/XmlEditor.js';
import { complaintOf } from '../composer/problem-text.js';
import styles from './PendingPanel.module.css';

/** Changes the text of a frame that waits. */
export function EditDialog({ item, onClose }: { item: PendingItem; onClose: () => void }) {
  const text = useText();
  const feed = useFeed();
  const { language } = usePreferences();
  const [value, setValue] = useState(item.text);
  const [refusal, setRefusal] = useState('');
  const complaint = complaintOf(value, text);
  const save = async (): Promise<void> => {
    if (complaintOf(value, text)) return;
    if (await feed.act('pending.edit', { id: item.id, text: value.trim() })) return onClose();
    const { problem } = labStore.getState();
    setRefusal(renderText(language, problem?.code ?? 'host.internal', problem?.params));
  };
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className={styles.overlay} />
        <Dialog.Content className={styles.dialog} onKeyDown={(event) => event.stopPropagation()}>
          <Dialog.Title className={styles.title}>
            {text('ui.run.pending.edit-title', { frame: item.id })}
          </Dialog.Title>
          <Dialog.Description className={styles.about}>
            {text('ui.run.pending.edit-about', { link: item.link ?? '' })}
          </Dialog.Description>
          <XmlEditor
            className={styles.editor}
            value={value}
            onChange={setValue}
            onSubmit={() => void save()}
            label={text('ui.run.composer.editor')}
          />
          <p
            role="status"
            className={styles.complaint}
            data-wrong={Boolean(complaint ?? refusal) || undefined}
          >
            {complaint?.placed ?? (refusal || text('ui.run.composer.well-formed'))}
          </p>
          <div className={styles.buttons}>
            <Button onClick={onClose}>{text('ui.run.pending.cancel')}</Button>
            <Button tone="primary" disabled={complaint !== undefined} onClick={() => void save()}>
              {text('ui.run.pending.edit-save')}
            </Button>
          </div>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

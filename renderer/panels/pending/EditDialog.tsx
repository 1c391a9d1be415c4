import { useState } from 'react';
import type { PendingItem } from '#core/shared/api/pending.js';
import { useFeed } from '#renderer/store/feed-context.js';
import { labStore } from '#renderer/store/lab-store.js';
import { renderText } from '#core/shared/text/render.js';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
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
    <Dialog
      size="editor"
      title={text('ui.run.pending.edit-title', { frame: item.id })}
      about={text('ui.run.pending.edit-about', { link: item.link ?? '' })}
      status={{
        text: complaint?.placed ?? (refusal || text('ui.run.composer.well-formed')),
        wrong: Boolean(complaint ?? refusal),
      }}
      onClose={onClose}
      onSubmit={() => void save()}
      buttons={
        <>
          <Button onClick={onClose}>{text('ui.run.pending.cancel')}</Button>
          <Button type="submit" tone="primary" disabled={complaint !== undefined}>
            {text('ui.run.pending.edit-save')}
          </Button>
        </>
      }
    >
      <XmlEditor
        className={styles.editor}
        value={value}
        onChange={setValue}
        onSubmit={() => void save()}
        label={text('ui.run.composer.editor')}
      />
    </Dialog>
  );
}

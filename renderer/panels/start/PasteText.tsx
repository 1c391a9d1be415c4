import { useId, useState } from 'react';
import { Play, Plus, X } from 'lucide-react';
import { stripLineNumbers } from '#core/shared/config/init-properties.js';
import { Button } from '#renderer/ui/Button.tsx';
import { TextField } from '#renderer/ui/Field.tsx';
import { useText } from '#renderer/ui/use-text.js';
import { RefusalNote } from './RefusalNote.js';
import type { OpenTopology } from './use-open-topology.js';
import styles from './StartScreen.module.css';

interface Pasted {
  id: number;
  name: string;
  text: string;
}

const FIRST: Pasted = { id: 1, name: 'server1', text: '' };

/** Configuration as text, one box a process; numbered lines of a copied listing lose their numbers. */
export function PasteText({ opener }: { opener: OpenTopology }) {
  const t = useText();
  const [pasted, setPasted] = useState<Pasted[]>([FIRST]);
  const filled = pasted.filter(({ text }) => text.trim() !== '');
  const change = (id: number, part: Partial<Pasted>): void =>
    setPasted((all) => all.map((one) => (one.id === id ? { ...one, ...part } : one)));
  const add = (): void =>
    setPasted((all) => {
      const id = (all.at(-1)?.id ?? 0) + 1;
      return [...all, { id, name: `server${id}`, text: '' }];
    });
  const open = (): void => {
    const files = filled.map(({ id, name, text }) => ({
      name: `${name.trim() || `server${id}`}.properties`,
      text: stripLineNumbers(text),
    }));
    void opener.open('paste', { files });
  };
  return (
    <details className={styles.paste}>
      <summary>{t('ui.start.paste')}</summary>
      <p className={styles.hint}>{t('ui.start.paste.hint')}</p>
      <div className={styles.boxes}>
        {pasted.map((one) => (
          <PasteBox
            key={one.id}
            pasted={one}
            onChange={(part) => change(one.id, part)}
            {...(pasted.length > 1 && {
              onRemove: () => setPasted((all) => all.filter(({ id }) => id !== one.id)),
            })}
          />
        ))}
      </div>
      <div className={styles.actions}>
        <Button icon={<Plus aria-hidden />} onClick={add}>
          {t('ui.start.paste.add')}
        </Button>
        <Button
          tone="primary"
          icon={<Play aria-hidden />}
          disabled={filled.length === 0 || opener.busy !== undefined}
          onClick={open}
        >
          {t('ui.start.run')}
        </Button>
      </div>
      <RefusalNote place="paste" refusal={opener.refusal} />
    </details>
  );
}

interface BoxProps {
  pasted: Pasted;
  onChange: (part: Partial<Pasted>) => void;
  onRemove?: () => void;
}

function PasteBox({ pasted: { name, text }, onChange, onRemove }: BoxProps) {
  const t = useText();
  const id = useId();
  return (
    <div className={styles.box}>
      <div className={styles.boxHead}>
        <TextField
          label={t('ui.start.paste.name')}
          value={name}
          onChange={(event) => onChange({ name: event.target.value })}
        />
        {onRemove ? (
          <Button
            tone="quiet"
            icon={<X aria-hidden />}
            label={t('ui.start.paste.remove', { name })}
            onClick={onRemove}
          />
        ) : null}
      </div>
      <label htmlFor={id}>{t('ui.start.paste.text')}</label>
      <textarea
        id={id}
        rows={7}
        spellCheck={false}
        className={styles.text}
        placeholder={'--virt-hosts = example.org\nconfig-type = --gen-config-def'}
        value={text}
        onChange={(event) => onChange({ text: event.target.value })}
      />
    </div>
  );
}

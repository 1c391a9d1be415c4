import { Dialog } from 'radix-ui';
import { useState } from 'react';
import { useLab } from '#renderer/store/use-lab.js';
import { Button } from '#renderer/ui/Button.tsx';
import { useText } from '#renderer/ui/use-text.js';
import pending from '../pending/PendingPanel.module.css';
import styles from './Breakpoints.module.css';
import type { RunOn } from './RunOnMenu.js';

const KINDS = ['seq', 'time', 'stanza', 'machine', 'node'] as const;
type Kind = (typeof KINDS)[number];

/** Asks how far an ordered run is to go. */
export function RunUntilDialog({ onRun, onClose }: { onRun: (args: RunOn) => void; onClose: () => void }) {
  const text = useText();
  const nodes = useLab((state) => state.nodes);
  const [kind, setKind] = useState<Kind>('seq');
  const [value, setValue] = useState('');
  const [name, setName] = useState('');
  const args = argsOf(kind, value.trim(), name.trim());
  const more = kind === 'stanza' ? 'element' : kind === 'machine' ? 'machine' : undefined;
  const field = {
    id: 'until-value',
    value,
    onChange: (event: { target: { value: string } }) => setValue(event.target.value),
  };
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className={pending.overlay} />
        <Dialog.Content className={pending.dialog} onKeyDown={(event) => event.stopPropagation()}>
          <Dialog.Title className={pending.title}>{text('ui.run.until.title')}</Dialog.Title>
          <Dialog.Description className={pending.about}>{text('ui.run.until.about')}</Dialog.Description>
          <form
            className={styles.form}
            onSubmit={(event) => {
              event.preventDefault();
              if (!args) return;
              onClose();
              onRun(args);
            }}
          >
            <label htmlFor="until-kind">{text('ui.run.until.kind')}</label>
            <select
              id="until-kind"
              value={kind}
              onChange={(event) => {
                setKind(event.target.value as Kind);
                setValue('');
              }}
            >
              {KINDS.map((each) => (
                <option key={each} value={each}>
                  {text(`ui.run.until.kind.${each}`)}
                </option>
              ))}
            </select>
            {more && (
              <>
                <label htmlFor="until-name">{text(`ui.run.until.${more}`)}</label>
                <input id="until-name" value={name} onChange={(event) => setName(event.target.value)} />
              </>
            )}
            <label htmlFor="until-value">{text(`ui.run.until.value.${kind}`)}</label>
            {kind === 'node' ? (
              <select {...field}>
                <option value="" />
                {nodes.map((node) => (
                  <option key={node.name}>{node.name}</option>
                ))}
              </select>
            ) : (
              <input inputMode={kind === 'seq' || kind === 'time' ? 'numeric' : 'text'} {...field} />
            )}
            <Button type="submit" tone="primary" disabled={!args}>
              {text('ui.run.until.go')}
            </Button>
          </form>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

/** undefined: something is missing. */
function argsOf(kind: Kind, value: string, name: string): RunOn | undefined {
  const number = Number(value);
  switch (kind) {
    case 'seq':
      return Number.isInteger(number) && number > 0 ? { seq: number } : undefined;
    case 'time':
      return value !== '' && number >= 0 && number <= 1e12 ? { time: number } : undefined;
    case 'stanza':
      if (value === '' && name === '') return undefined;
      return { stanza: { ...(name ? { name } : {}), ...(value ? { contains: value } : {}) } };
    case 'machine':
      return value ? { machine: { ...(name ? { machine: name } : {}), state: value } } : undefined;
    case 'node':
      return value ? { node: value } : undefined;
  }
}

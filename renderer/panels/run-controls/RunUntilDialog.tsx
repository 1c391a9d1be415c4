import { useState } from 'react';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { useText } from '#renderer/ui/use-text.js';
import styles from './Breakpoints.module.css';
import {
  BLANK,
  isBounded,
  runOf,
  UNTIL_KINDS,
  type RunOn,
  type UntilFields,
  type UntilKind,
} from './until-fields.js';
import { UntilBounds, UntilKindFields } from './UntilKindFields.js';

/** Asks how far an ordered run is to go. */
export function RunUntilDialog({ onRun, onClose }: { onRun: (args: RunOn) => void; onClose: () => void }) {
  const text = useText();
  const [fields, setFields] = useState(BLANK);
  const args = runOf(fields);
  const change = (some: Partial<UntilFields>): void => setFields({ ...fields, ...some });
  const run = (): void => {
    if (!args) return;
    onClose();
    onRun(args);
  };
  return (
    <Dialog
      size="short"
      title={text('ui.run.until.title')}
      about={text('ui.run.until.about')}
      onClose={onClose}
      onEscape={keepForProposals}
      onSubmit={run}
      buttons={
        <Button type="submit" tone="primary" disabled={!args}>
          {text('ui.run.until.go')}
        </Button>
      }
    >
      <div className={styles.form}>
        <label htmlFor="until-kind">{text('ui.run.until.kind')}</label>
        <select
          id="until-kind"
          value={fields.kind}
          onChange={({ target }) => {
            const { mostEvents, mostSeconds } = fields;
            setFields({ ...BLANK, mostEvents, mostSeconds, kind: target.value as UntilKind });
          }}
        >
          {UNTIL_KINDS.map((each) => (
            <option key={each} value={each}>
              {text(`ui.run.until.kind.${each}`)}
            </option>
          ))}
        </select>
        <UntilKindFields fields={fields} change={change} />
        {isBounded(fields.kind) && <UntilBounds fields={fields} change={change} />}
      </div>
    </Dialog>
  );
}

/** Escape closes the proposals of the filter first, and the dialog after them. */
function keepForProposals(event: KeyboardEvent): void {
  if (document.activeElement?.getAttribute('aria-expanded') === 'true') event.preventDefault();
}

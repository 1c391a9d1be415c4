import { TextField } from '../ui/Field.js';
import { useText } from '../ui/use-text.js';
import styles from './FaultDialog.module.css';
import type { FaultFields } from './fault-fields.js';

/** Chance, duration and schedule. Nothing filled in: at once, and until it is healed. */
export function TimingFields({ kind, draft, change }: FaultFields) {
  const text = useText();
  const field = (name: 'chance' | 'duration' | 'after' | 'every' | 'times') => ({
    label: text(`ui.faults.${name}`),
    inputMode: 'decimal' as const,
    value: draft[name],
    onChange: (event: { target: { value: string } }) => change({ [name]: event.target.value }),
  });
  return (
    <fieldset className={styles.group}>
      <legend>{text('ui.faults.timing')}</legend>
      <div className={styles.pair}>
        <TextField {...field('chance')} />
        {kind.once ? null : (
          <TextField {...field('duration')} placeholder={text('ui.faults.duration.none')} />
        )}
        <TextField {...field('after')} placeholder={text('ui.faults.after.none')} />
        <TextField {...field('every')} placeholder={text('ui.faults.every.none')} />
        <TextField {...field('times')} placeholder={text('ui.faults.times.none')} />
      </div>
    </fieldset>
  );
}

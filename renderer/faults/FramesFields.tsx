import { TextField } from '../ui/Field.js';
import { useText } from '../ui/use-text.js';
import styles from './FaultDialog.module.css';
import type { FaultFields } from './fault-fields.js';

/** Which frames are hit. */
export function FramesFields({ draft, change }: FaultFields) {
  const text = useText();
  const field = (name: keyof typeof draft.frames) => ({
    value: draft.frames[name],
    onChange: (event: { target: { value: string } }) =>
      change({ frames: { ...draft.frames, [name]: event.target.value } }),
  });
  return (
    <fieldset className={styles.group}>
      <legend>{text('ui.faults.frames')}</legend>
      <div className={styles.pair}>
        <TextField label={text('ui.faults.pattern.name')} placeholder="message" {...field('name')} />
        <TextField
          label={text('ui.faults.pattern.contains')}
          placeholder="groupchat"
          {...field('contains')}
        />
        <TextField label={text('ui.faults.frames.skip')} placeholder="0" {...field('skip')} />
        <TextField
          label={text('ui.faults.frames.count')}
          placeholder={text('ui.faults.frames.all')}
          {...field('count')}
        />
      </div>
    </fieldset>
  );
}

import { useId, type InputHTMLAttributes, type ReactNode, type SelectHTMLAttributes } from 'react';
import styles from './Field.module.css';

interface Labelled {
  label: string;
  /** Stands below, small. */
  hint?: ReactNode;
}

export function TextField({ label, hint, ...rest }: Labelled & InputHTMLAttributes<HTMLInputElement>) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="text"
        spellCheck={false}
        autoComplete="off"
        aria-describedby={hint ? `${id}-hint` : undefined}
        {...rest}
        className={styles.control}
      />
      {hint ? (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      ) : null}
    </div>
  );
}

interface Choices extends Labelled, Omit<SelectHTMLAttributes<HTMLSelectElement>, 'onChange'> {
  choices: readonly { value: string; text: string }[];
  onChoose: (value: string) => void;
}

export function SelectField({ label, hint, choices, onChoose, ...rest }: Choices) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <select id={id} {...rest} className={styles.control} onChange={(event) => onChoose(event.target.value)}>
        {choices.map(({ value, text }) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
      {hint ? <p className={styles.hint}>{hint}</p> : null}
    </div>
  );
}

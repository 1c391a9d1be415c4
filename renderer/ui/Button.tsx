import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';
import styles from './Button.module.css';

interface Props extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** A lucide icon in front of the label, or alone with `label`. */
  icon?: ReactNode;
  /** Name for screen readers and the tooltip of a button that shows only its icon. */
  label?: string;
  ref?: Ref<HTMLButtonElement>;
  tone?: 'plain' | 'primary' | 'danger' | 'quiet';
}

export function Button({ icon, label, tone = 'plain', children, className, ...rest }: Props) {
  const classes = [styles.button, styles[tone], children ? '' : styles.iconOnly, className ?? ''];
  return (
    <button
      type="button"
      {...rest}
      aria-label={label}
      title={rest.title ?? label}
      className={classes.join(' ')}
    >
      {icon}
      {children}
    </button>
  );
}

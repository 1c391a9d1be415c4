import { Dialog as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import styles from './Dialog.module.css';

interface Props {
  title: string;
  about?: string;
  onClose: () => void;
  children: ReactNode;
  /** Stands at the right of the bottom line. */
  buttons: ReactNode;
  /** Enter in a field does this. */
  onSubmit: () => void;
}

/** A question in the middle of the window: fields, and what to do with them. */
export function Dialog({ title, about, onClose, children, buttons, onSubmit }: Props) {
  return (
    <Radix.Root open onOpenChange={(open) => !open && onClose()}>
      <Radix.Portal>
        <Radix.Overlay className={styles.overlay} />
        <Radix.Content
          className={styles.dialog}
          // The keys of the window are not those of its dialogs.
          onKeyDown={(event) => event.stopPropagation()}
          {...(about === undefined ? { 'aria-describedby': undefined } : {})}
        >
          <Radix.Title className={styles.title}>{title}</Radix.Title>
          {about === undefined ? null : (
            <Radix.Description className={styles.about}>{about}</Radix.Description>
          )}
          <form
            className={styles.form}
            onSubmit={(event) => {
              event.preventDefault();
              onSubmit();
            }}
          >
            {children}
            <div className={styles.buttons}>{buttons}</div>
          </form>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

import { Dialog as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import styles from './Dialog.module.css';

interface Props {
  title: ReactNode;
  about?: string;
  onClose: () => void;
  /** Fields; they scroll where the window is too low for them. */
  children?: ReactNode;
  /** How what stands there would be taken: announced as it changes. */
  status?: { text: string; wrong: boolean };
  /** Stands at the right of the bottom line, which is always seen. */
  buttons: ReactNode;
  /** Enter in a field does this, and so does the button of type `submit`. */
  onSubmit: () => void;
  /** `short`: proposals of its fields may hang out over its edge. `editor`: a text takes what room there is. */
  size?: 'fields' | 'short' | 'editor';
  /** Escape belongs to something inside first: prevent it there. */
  onEscape?: (event: KeyboardEvent) => void;
  /** The focus goes back to where it was, unless that is gone by then (a menu). */
  focusBack?: boolean;
}

/** A question in the middle of the window: fields, and what to do with them. */
export function Dialog({
  title,
  about,
  onClose,
  children,
  status,
  buttons,
  onSubmit,
  size = 'fields',
  onEscape,
  focusBack = true,
}: Props) {
  return (
    <Radix.Root open onOpenChange={(open) => !open && onClose()}>
      <Radix.Portal>
        <Radix.Overlay className={styles.overlay} />
        <Radix.Content
          className={styles.dialog}
          data-size={size}
          // The keys of the window are not those of its dialogs.
          onKeyDown={(event) => event.stopPropagation()}
          {...(about === undefined ? { 'aria-describedby': undefined } : {})}
          {...(onEscape ? { onEscapeKeyDown: onEscape } : {})}
          {...(focusBack ? {} : { onCloseAutoFocus: (event: Event) => event.preventDefault() })}
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
            {children === undefined ? null : <div className={styles.fields}>{children}</div>}
            {status && (
              <p role="status" className={styles.status} data-wrong={status.wrong || undefined}>
                {status.text}
              </p>
            )}
            <div className={styles.buttons}>{buttons}</div>
          </form>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

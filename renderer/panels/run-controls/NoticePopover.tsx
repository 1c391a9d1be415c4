import { CircleDot, Flag, X } from 'lucide-react';
import { Popover } from 'radix-ui';
import type { ReactNode } from 'react';
import { Button } from '#renderer/ui/Button.tsx';
import { useText } from '#renderer/ui/use-text.js';
import styles from './RunControls.module.css';
import { useNoticeText, type RunNotice } from './use-run-notice.js';

interface Props {
  notice: RunNotice | undefined;
  onClose: () => void;
  /** The toolbar under which the notice hangs. */
  children: ReactNode;
}

/** The notice under the toolbar; it takes no focus, and is said to screen readers besides. */
export function NoticePopover({ notice, onClose, children }: Props) {
  const text = useText();
  const { title, more } = useNoticeText(notice);
  const keep = (event: Event): void => event.preventDefault();
  return (
    <Popover.Root open={notice !== undefined}>
      <Popover.Anchor asChild>{children}</Popover.Anchor>
      <span className="visually-hidden" role="status">
        {title} {more}
      </span>
      <Popover.Portal>
        <Popover.Content
          className={styles.notice}
          data-kind={notice?.kind}
          sideOffset={6}
          collisionPadding={8}
          aria-label={title}
          onOpenAutoFocus={keep}
          onCloseAutoFocus={keep}
          onEscapeKeyDown={onClose}
        >
          {notice?.kind === 'hit' ? <CircleDot aria-hidden="true" /> : <Flag aria-hidden="true" />}
          <div className={styles.said}>
            <strong>{title}</strong>
            {more && <div>{more}</div>}
          </div>
          <Button tone="quiet" icon={<X />} label={text('ui.run.close')} onClick={onClose} />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

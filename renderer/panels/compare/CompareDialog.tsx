import { X } from 'lucide-react';
import { Dialog } from 'radix-ui';
import { useEffect, useState } from 'react';
import type { CommandResult } from '#core/shared/api/results.js';
import { renderHeadline } from '#core/shared/text/render-comparison.js';
import { useFeed } from '#renderer/store/feed-context.js';
import { Button } from '#renderer/ui/Button.tsx';
import { usePreferences } from '#renderer/ui/preferences.js';
import { useText } from '#renderer/ui/use-text.js';
import { AlignedEvents, type Place } from './AlignedEvents.js';
import styles from './CompareDialog.module.css';
import { DifferenceList } from './DifferenceList.js';
import { nameOf, type TreeBranch } from './use-branches.js';

interface Props {
  left: TreeBranch;
  right: TreeBranch;
  onClose: () => void;
}

/** Two runs: the one sentence, what differs of each subject and at the end, and their events side by side. */
export function CompareDialog({ left, right, onClose }: Props) {
  const text = useText();
  const { language } = usePreferences();
  const feed = useFeed();
  const [found, setFound] = useState<CommandResult<'compare.run'>>();
  const [place, setPlace] = useState<Place>();
  useEffect(() => {
    void feed.act('compare.run', { left: left.id, right: right.id }).then((answer) => {
      if (!answer) return onClose();
      setFound(answer);
      const { headline, firstEvent } = answer;
      const seq = firstEvent?.seq ?? 1;
      setPlace(placeOf(headline) ?? { left: seq, right: seq });
    });
    // Once: it is a picture of two runs as they were.
  }, []);
  const names = { left: nameOf(left), right: nameOf(right) };
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className={styles.overlay} />
        <Dialog.Content
          className={styles.dialog}
          aria-describedby={undefined}
          onKeyDown={(event) => event.stopPropagation()}
        >
          <div className={styles.head}>
            <Dialog.Title className={styles.title}>{text('ui.compare.dialog', names)}</Dialog.Title>
            <Button
              tone="quiet"
              icon={<X aria-hidden />}
              label={text('ui.compare.close')}
              onClick={onClose}
            />
          </div>
          <p className={styles.headline} role="status" data-verdict={found?.verdict}>
            {found ? renderHeadline(language, found.headline, names) : text('ui.compare.busy')}
          </p>
          {found && place && (
            <div className={styles.body}>
              <DifferenceList comparison={found} names={names} place={place} onPlace={setPlace} />
              <AlignedEvents
                key={`${place.left}|${place.right}`}
                left={left}
                right={right}
                place={place}
                onLeave={onClose}
              />
            </div>
          )}
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

export function placeOf({
  left,
  right,
}: {
  left?: { seq: number };
  right?: { seq: number };
}): Place | undefined {
  if (!left && !right) return undefined;
  return { ...(left ? { left: left.seq } : {}), ...(right ? { right: right.seq } : {}) };
}

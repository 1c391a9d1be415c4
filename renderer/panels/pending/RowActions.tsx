import { Copy, Hand, Hourglass, Pencil, PlayCircle, Send, SkipForward, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import type { PendingItem } from '#core/shared/api/pending.js';
import { Button } from '#renderer/ui/Button.tsx';
import { useText } from '#renderer/ui/use-text.js';
import { DelayPopover } from './DelayPopover.js';
import type { PendingFacts } from './pending-facts.js';

export interface RowActs {
  select: (id: string) => void;
  deliver: (item: PendingItem) => void;
  drop: (item: PendingItem) => void;
  duplicate: (item: PendingItem) => void;
  edit: (item: PendingItem) => void;
  /** Holds, or lets go of what is held. */
  hold: (item: PendingItem) => void;
  /** Runs what is due before a timer, then fires it. */
  advance: (item: PendingItem) => void;
  delay: (item: PendingItem, ms: number) => void;
}

interface Props {
  item: PendingItem;
  facts: PendingFacts;
  /** Why it cannot be delivered now. */
  why: string | undefined;
  /** Whether Tab comes by: only in the selected row, or a long list would be all buttons. */
  reachable: boolean;
  acts: RowActs;
}

export function RowActions({ item, facts, why, reachable, acts }: Props) {
  const text = useText();
  const tabIndex = reachable ? 0 : -1;
  const button = (icon: ReactNode, label: string, refusal: string | undefined, act: () => void) => (
    <Button
      tone="quiet"
      icon={icon}
      label={label}
      title={refusal ?? label}
      disabled={refusal !== undefined}
      tabIndex={tabIndex}
      onClick={act}
    />
  );
  const framesOnly = facts.canChange ? undefined : text('ui.run.pending.frames-only');
  return (
    <>
      {button(
        <Send />,
        text(item.kind === 'timer' ? 'ui.run.pending.fire' : 'ui.run.pending.deliver'),
        facts.canDeliver ? undefined : text('ui.run.pending.cannot', { reason: why ?? '' }),
        () => acts.deliver(item),
      )}
      {item.kind === 'timer'
        ? button(<SkipForward />, text('ui.run.pending.advance'), undefined, () => acts.advance(item))
        : button(
            item.kept ? <PlayCircle /> : <Hand />,
            text(item.kept ? 'ui.run.pending.release' : 'ui.run.pending.hold'),
            framesOnly,
            () => acts.hold(item),
          )}
      {button(<Copy />, text('ui.run.pending.duplicate'), framesOnly, () => acts.duplicate(item))}
      {button(<Pencil />, text('ui.run.pending.edit'), framesOnly, () => acts.edit(item))}
      <DelayPopover onDelay={(ms) => acts.delay(item, ms)}>
        {button(<Hourglass />, text('ui.run.pending.delay'), framesOnly, () => undefined)}
      </DelayPopover>
      {button(
        <Trash2 />,
        text('ui.run.pending.drop'),
        facts.canDrop ? undefined : text('ui.run.pending.drop-only'),
        () => acts.drop(item),
      )}
    </>
  );
}

import { HeartPulse, Scissors } from 'lucide-react';
import type { LinkView } from '#core/shared/api/results.js';
import { FaultButton } from '#renderer/faults/FaultButton.tsx';
import { faultsOnLine, linePlace, rootOf } from '#renderer/faults/fault-place.js';
import { kindName, targetWords } from '#renderer/faults/fault-words.js';
import { useFeed } from '#renderer/store/feed-context.js';
import { useLab } from '#renderer/store/use-lab.js';
import { Button } from '#renderer/ui/Button.tsx';
import { useText } from '#renderer/ui/use-text.js';

/** Cuts the link, and takes away the faults that hold it. */
export function LinkActions({ link, present }: { link: LinkView; present: boolean }) {
  const t = useText();
  const feed = useFeed();
  const plan = useLab((state) => state.plan);
  const { id, dialler, acceptor } = link;
  const place = linePlace(plan, { id, source: '', target: '', service: '' });
  const faults = useLab((state) => {
    const of = state.faults.filter(({ target }) => [dialler.node, acceptor.node].includes(target));
    const on = place.line ? faultsOnLine(place.line, state.faults) : [];
    return [...new Set([...of, ...on].map((fault) => rootOf(fault, state.faults)))];
  });
  const drop = (how: 'reset' | 'fin'): void => void feed.act('link.drop', { link: id, how });
  return (
    <>
      <Button
        tone="danger"
        icon={<Scissors aria-hidden />}
        disabled={!present}
        title={t('ui.canvas.link.reset.why')}
        onClick={() => drop('reset')}
      >
        {t('ui.canvas.link.reset')}
      </Button>
      <Button
        tone="danger"
        icon={<Scissors aria-hidden />}
        disabled={!present}
        title={t('ui.canvas.link.fin.why')}
        onClick={() => drop('fin')}
      >
        {t('ui.canvas.link.fin')}
      </Button>
      <FaultButton place={place} />
      {faults.map((fault) => (
        <Button
          key={fault.id}
          icon={<HeartPulse aria-hidden />}
          title={t('ui.canvas.link.heal.why')}
          onClick={() => void feed.act('fault.heal', { fault: fault.id })}
        >
          {t('ui.inspector.heal', { kind: kindName(fault.kind, t), target: targetWords(fault.target, t) })}
        </Button>
      ))}
    </>
  );
}

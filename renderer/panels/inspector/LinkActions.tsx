import { HeartPulse, Scissors } from 'lucide-react';
import type { LinkView } from '#core/shared/api/results.js';
import { useFeed } from '#renderer/store/feed-context.js';
import { useLab } from '#renderer/store/use-lab.js';
import { Button } from '#renderer/ui/Button.tsx';
import { useText } from '#renderer/ui/use-text.js';

/** Cuts the link, and takes away the faults that hold it. */
export function LinkActions({ link, present }: { link: LinkView; present: boolean }) {
  const t = useText();
  const feed = useFeed();
  const { id, dialler, acceptor } = link;
  const faults = useLab((state) =>
    state.faults.filter(({ target }) => [id, dialler.node, acceptor.node].includes(target)),
  );
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
      {faults.map((fault) => (
        <Button
          key={fault.id}
          icon={<HeartPulse aria-hidden />}
          title={t('ui.canvas.link.heal.why')}
          onClick={() => void feed.act('fault.heal', { fault: fault.id })}
        >
          {t('ui.inspector.heal', { kind: fault.kind, target: fault.target })}
        </Button>
      ))}
    </>
  );
}

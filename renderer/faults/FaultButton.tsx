import { Zap } from 'lucide-react';
import { Button } from '../ui/Button.js';
import { useText } from '../ui/use-text.js';
import type { FaultPlace } from './fault-place.js';
import { openFaultMenuAt } from './shelf-store.js';

interface Props {
  place: FaultPlace;
  /** Shows the sign alone. */
  small?: boolean;
  className?: string | undefined;
}

/** Opens the menu of faults of a place: for whoever has no second mouse button. */
export function FaultButton({ place, small = false, className }: Props) {
  const text = useText();
  const name = text('ui.faults.of', { place: place.title });
  return (
    <Button
      tone={small ? 'quiet' : 'plain'}
      icon={<Zap aria-hidden />}
      label={name}
      aria-haspopup="menu"
      className={className ?? ''}
      onClick={(event) => openFaultMenuAt(place, event.currentTarget)}
    >
      {small ? null : text('ui.faults.button')}
    </Button>
  );
}

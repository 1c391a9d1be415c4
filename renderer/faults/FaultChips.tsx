import { HeartPulse } from 'lucide-react';
import { useFeed } from '../store/feed-context.js';
import { useLab } from '../store/use-lab.js';
import { useText } from '../ui/use-text.js';
import styles from './FaultChips.module.css';
import { rootOf, type FaultPlace } from './fault-place.js';
import { FaultIcon } from './FaultIcon.js';
import { faultSentence, kindName, kindWhy, phaseOfFault } from './fault-words.js';
import { useShelf } from './shelf-store.js';
import { useFaultsAt } from './use-faults-at.js';

/** The faults that lie on a place, each with what it does and a way to heal it. */
export function FaultChips({ place }: { place: FaultPlace }) {
  const text = useText();
  const feed = useFeed();
  const kinds = useShelf((state) => state.kinds);
  const all = useLab((state) => state.faults);
  const faults = useFaultsAt(place);
  if (faults.length === 0) return null;
  return (
    <ul className={styles.chips} aria-label={text('ui.faults.on', { place: place.title })}>
      {faults.map((fault) => {
        const spec = kinds.find(({ kind }) => kind === fault.kind);
        const sentence = faultSentence(fault, spec, text);
        const root = rootOf(fault, all);
        const heal = text('ui.faults.heal', { fault: kindName(root.kind, text) });
        return (
          <li
            key={fault.id}
            data-phase={phaseOfFault(fault)}
            title={`${sentence}\n${kindWhy(fault.kind, text)}`}
          >
            <FaultIcon kind={fault.kind} group={spec?.group} />
            <span className={styles.name}>{sentence}</span>
            <button
              type="button"
              className={`nodrag ${styles.heal}`}
              aria-label={heal}
              title={heal}
              onClick={() => void feed.act('fault.heal', { fault: root.id })}
            >
              <HeartPulse aria-hidden />
            </button>
          </li>
        );
      })}
    </ul>
  );
}

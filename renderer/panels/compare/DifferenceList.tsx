import type { Comparison, SubjectDifference } from '#core/shared/trace/compare/comparison.js';
import {
  renderEnd,
  renderEndValue,
  renderHow,
  renderSubject,
  type SideNames,
} from '#core/shared/text/render-comparison.js';
import { Button } from '#renderer/ui/Button.tsx';
import { usePreferences } from '#renderer/ui/preferences.js';
import { useText } from '#renderer/ui/use-text.js';
import type { Place } from './AlignedEvents.js';
import styles from './CompareDialog.module.css';

interface Props {
  comparison: Comparison;
  names: SideNames;
  place: Place;
  onPlace: (place: Place) => void;
}

/** What is different at the end, and the first difference of each subject; choosing one shows its events. */
export function DifferenceList({ comparison, names, place, onPlace }: Props) {
  const text = useText();
  const { language } = usePreferences();
  const { firstEvent, differences, differing, ends } = comparison;
  return (
    <div className={styles.differences}>
      {firstEvent && (
        <Button onClick={() => onPlace({ left: firstEvent.seq, right: firstEvent.seq })}>
          {text('ui.compare.first-event', { seq: firstEvent.seq })}
        </Button>
      )}
      {ends.length > 0 && (
        <details open={ends.length <= 8}>
          <summary>{text('ui.compare.ends', { count: ends.length })}</summary>
          <dl className={styles.ends}>
            {ends.map((end) => (
              <div key={`${end.what} ${end.subject}`}>
                <dt>{renderEnd(language, end)}</dt>
                <dd>
                  {renderEndValue(language, end.left)} <span aria-hidden>│</span>{' '}
                  {renderEndValue(language, end.right)}
                </dd>
              </div>
            ))}
          </dl>
        </details>
      )}
      <h3>{text('ui.compare.subjects', { count: differing })}</h3>
      <ul className={styles.subjects}>
        {differences.map((one) => (
          <li key={`${one.kind} ${one.subject}`}>
            <button
              type="button"
              aria-pressed={isAt(place, one)}
              title={text('ui.compare.show-there')}
              onClick={() => onPlace(placeIn(one))}
            >
              <strong>{renderSubject(language, one)}</strong>
              <span className={styles.how}>{renderHow(language, one, names)}</span>
              <span className={styles.said}>{one.left?.text ?? text('compare.nothing')}</span>
              <span className={styles.said}>{one.right?.text ?? text('compare.nothing')}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

function placeIn({ left, right }: SubjectDifference): Place {
  return { ...(left ? { left: left.seq } : {}), ...(right ? { right: right.seq } : {}) };
}

function isAt(place: Place, { left, right }: SubjectDifference): boolean {
  return place.left === left?.seq && place.right === right?.seq;
}

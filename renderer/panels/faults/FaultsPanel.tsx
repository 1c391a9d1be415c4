import { HeartPulse } from 'lucide-react';
import { useState } from 'react';
import { familyOrder } from '#renderer/faults/fault-place.js';
import { FaultIcon } from '#renderer/faults/FaultIcon.tsx';
import {
  directionWords,
  kindName,
  kindWhy,
  optionWords,
  phaseOfFault,
  targetWords,
  timingWords,
} from '#renderer/faults/fault-words.js';
import { useShelf } from '#renderer/faults/shelf-store.js';
import { useFeed } from '#renderer/store/feed-context.js';
import { useLab } from '#renderer/store/use-lab.js';
import { Button } from '#renderer/ui/Button.tsx';
import { useText } from '#renderer/ui/use-text.js';
import { AddFault } from './AddFault.js';
import styles from './FaultsPanel.module.css';

/** Every fault there is, in words; the table twin of the badges on the map. */
export function FaultsPanel() {
  const text = useText();
  const faults = useLab((state) => state.faults);
  return (
    <div className={styles.panel}>
      <div className={styles.top}>
        <AddFault />
        <HealAll count={faults.length} />
      </div>
      {faults.length === 0 ? <p className={styles.empty}>{text('ui.faults.none')}</p> : <FaultTable />}
      <p className={styles.about}>{text('ui.faults.about')}</p>
    </div>
  );
}

function HealAll({ count }: { count: number }) {
  const text = useText();
  const feed = useFeed();
  const [said, setSaid] = useState('');
  const heal = async (): Promise<void> => {
    const answer = await feed.act('fault.healAll', {});
    if (!answer) return setSaid('');
    const { healed, restarted } = answer;
    const params = { count: healed, nodes: restarted.join(', ') };
    setSaid(text(restarted.length > 0 ? 'ui.faults.healed.restarted' : 'ui.faults.healed', params));
  };
  return (
    <>
      <Button
        tone={count > 0 ? 'primary' : 'plain'}
        icon={<HeartPulse aria-hidden />}
        title={text('ui.faults.healAll.why')}
        onClick={() => void heal()}
      >
        {text('ui.faults.healAll')}
      </Button>
      <span role="status" className={styles.said}>
        {said}
      </span>
    </>
  );
}

function FaultTable() {
  const text = useText();
  const feed = useFeed();
  const faults = useLab((state) => familyOrder(state.faults));
  const kinds = useShelf((state) => state.kinds);
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{text('ui.faults.column.fault')}</th>
          <th scope="col">{text('ui.faults.column.where')}</th>
          <th scope="col">{text('ui.faults.column.how')}</th>
          <th scope="col">{text('ui.faults.column.state')}</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {faults.map((fault) => {
          const spec = kinds.find(({ kind }) => kind === fault.kind);
          const direction = spec?.directed ? directionWords(fault, text) : '';
          const how = [optionWords(fault, spec, text), direction, ...timingWords(fault, text)];
          const name = kindName(fault.kind, text);
          const phase = phaseOfFault(fault);
          return (
            <tr key={fault.id} data-part={fault.of !== undefined}>
              <th scope="row" title={kindWhy(fault.kind, text)}>
                <span className={styles.kind}>
                  <FaultIcon kind={fault.kind} group={spec?.group} />
                  {name}
                </span>
              </th>
              <td>{targetWords(fault.target, text)}</td>
              <td>{how.filter(Boolean).join(' · ')}</td>
              <td>
                <span className={styles.phase} data-phase={phase}>
                  {text(`ui.faults.state.${phase}`)}
                </span>
              </td>
              <td>
                {fault.of === undefined && (
                  <Button
                    tone="quiet"
                    icon={<HeartPulse aria-hidden />}
                    label={text('ui.faults.heal', {
                      fault: `${name}, ${targetWords(fault.target, text)}`,
                    })}
                    onClick={() => void feed.act('fault.heal', { fault: fault.id })}
                  />
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

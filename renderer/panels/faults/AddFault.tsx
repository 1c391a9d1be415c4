import { Zap } from 'lucide-react';
import { useId, useRef, useState } from 'react';
import type { TopologyPlan } from '#core/shared/config/topology-plan.js';
import { linePlace, nodePlace, type FaultPlace } from '#renderer/faults/fault-place.js';
import { openFaultMenuAt } from '#renderer/faults/shelf-store.js';
import { databaseName } from '#renderer/flow/database-name.js';
import { useLab } from '#renderer/store/use-lab.js';
import { Button } from '#renderer/ui/Button.tsx';
import { useText } from '#renderer/ui/use-text.js';
import styles from './FaultsPanel.module.css';

const NODES = 'nodes';

/** Chooses a place from a list, for patterns of several processes, and for whoever uses no pointer. */
export function AddFault() {
  const text = useText();
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const [chosen, setChosen] = useState('');
  const plan = useLab((state) => state.plan);
  const links = useLab((state) => state.links.filter(({ open }) => open).map((link) => link.id));
  const databases = databasesOf(plan);
  const place = (): FaultPlace | undefined => {
    const [kind, ...rest] = chosen.split(' ');
    const name = rest.join(' ');
    if (kind === NODES) return { title: text('ui.faults.place.nodes'), nodes: true };
    if (kind === 'node') return nodePlace(plan, name);
    if (kind === 'line') return linePlace(plan, { id: name, source: '', target: '', service: '' });
    const user = databases.find((database) => database.name === name)?.user;
    return user === undefined
      ? undefined
      : { title: text('ui.faults.place.database', { name }), database: user };
  };
  const open = (): void => {
    const found = place();
    if (found && button.current) openFaultMenuAt(found, button.current);
  };
  return (
    <>
      <label htmlFor={id}>{text('ui.faults.add')}</label>
      <select
        id={id}
        className={styles.where}
        value={chosen}
        onChange={(event) => setChosen(event.target.value)}
      >
        <option value="">{text('ui.faults.add.choose')}</option>
        <option value={NODES}>{text('ui.faults.place.nodes')}</option>
        <optgroup label={text('ui.faults.place.processes')}>
          {plan?.processes.map(({ name }) => (
            <option key={name} value={`node ${name}`}>
              {name}
            </option>
          ))}
        </optgroup>
        <optgroup label={text('ui.faults.place.lines')}>
          {links.map((link) => (
            <option key={link} value={`line ${link}`}>
              {link}
            </option>
          ))}
        </optgroup>
        <optgroup label={text('ui.faults.place.databases')}>
          {databases.map(({ name }) => (
            <option key={name} value={`db ${name}`}>
              {name}
            </option>
          ))}
        </optgroup>
      </select>
      <Button
        ref={button}
        icon={<Zap aria-hidden />}
        aria-haspopup="menu"
        disabled={chosen === ''}
        onClick={open}
      >
        {text('ui.faults.add.go')}
      </Button>
    </>
  );
}

/** Each database with one of the processes that use it. */
function databasesOf(plan: TopologyPlan | undefined): { name: string; user: string }[] {
  const found = new Map<string, string>();
  for (const { name, databaseUri } of plan?.processes ?? [])
    if (databaseUri !== undefined && !found.has(databaseName(databaseUri)))
      found.set(databaseName(databaseUri), name);
  return [...found].map(([name, user]) => ({ name, user }));
}

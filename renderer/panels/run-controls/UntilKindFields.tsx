import { useId } from 'react';
import { useLab } from '#renderer/store/use-lab.js';
import { useText } from '#renderer/ui/use-text.js';
import { FilterBox } from '../events/FilterBox.js';
import type { UntilFields } from './until-fields.js';

interface Props {
  fields: UntilFields;
  change: (change: Partial<UntilFields>) => void;
}

/** The fields of one kind of bound. */
export function UntilKindFields({ fields, change }: Props) {
  const text = useText();
  const machines = useLab((state) => state.machines);
  const line = (name: keyof UntilFields, label: string, known?: Iterable<string>) => (
    <Line label={label} value={fields[name]} known={known} onChange={(value) => change({ [name]: value })} />
  );
  switch (fields.kind) {
    case 'seq':
      return line('seq', text('ui.run.until.value.seq'));
    case 'time':
      return line('time', text('ui.run.until.value.time'));
    case 'event':
      return (
        <>
          <span>{text('ui.run.until.value.event')}</span>
          <FilterBox value={fields.filter} onChange={(filter) => change({ filter })} />
        </>
      );
    case 'stanza':
      return (
        <>
          {line('element', text('ui.run.until.element'))}
          {line('contains', text('ui.run.until.value.stanza'))}
        </>
      );
    case 'machine': {
      const running = [...machines.values()];
      const fitting = running.filter(({ machine }) => fields.machine === '' || machine === fields.machine);
      return (
        <>
          {line(
            'machine',
            text('ui.run.until.machine'),
            running.map(({ machine }) => machine),
          )}
          {line(
            'instance',
            text('ui.run.until.instance'),
            fitting.map(({ instance }) => instance),
          )}
          <NodeField any fields={fields} change={change} />
          {line(
            'state',
            text('ui.run.until.value.machine'),
            fitting.map(({ state }) => state),
          )}
        </>
      );
    }
    case 'node':
      return <NodeField fields={fields} change={change} />;
  }
}

/** What ends a run whose wish never comes true. */
export function UntilBounds({ fields, change }: Props) {
  const text = useText();
  return (
    <>
      <Line
        label={text('ui.run.until.most-events')}
        value={fields.mostEvents}
        onChange={(mostEvents) => change({ mostEvents })}
      />
      <Line
        label={text('ui.run.until.most-seconds')}
        value={fields.mostSeconds}
        onChange={(mostSeconds) => change({ mostSeconds })}
      />
    </>
  );
}

interface LineProps {
  label: string;
  value: string;
  /** Values that are proposed. */
  known?: Iterable<string> | undefined;
  onChange: (value: string) => void;
}

function Line({ label, value, known = [], onChange }: LineProps) {
  const id = useId();
  return (
    <>
      <label htmlFor={id}>{label}</label>
      <input id={id} list={`${id}-known`} value={value} onChange={({ target }) => onChange(target.value)} />
      <datalist id={`${id}-known`}>
        {[...new Set(known)].sort().map((one) => (
          <option key={one} value={one} />
        ))}
      </datalist>
    </>
  );
}

/** @param any whether it may be left open */
function NodeField({ any = false, fields, change }: Props & { any?: boolean }) {
  const text = useText();
  const nodes = useLab((state) => state.nodes);
  return (
    <>
      <label htmlFor="until-node">{text('ui.run.until.value.node')}</label>
      <select id="until-node" value={fields.node} onChange={({ target }) => change({ node: target.value })}>
        <option value="">{any ? text('ui.run.breakpoint.any-node') : ''}</option>
        {nodes.map(({ name }) => (
          <option key={name}>{name}</option>
        ))}
      </select>
    </>
  );
}

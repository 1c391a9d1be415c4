import { useId } from 'react';
import type { OptionSpec } from '#core/shared/faults/fault-options.js';
import { useLab } from '../store/use-lab.js';
import { SelectField, TextField } from '../ui/Field.js';
import { useText } from '../ui/use-text.js';
import type { FaultFields } from './fault-fields.js';
import { choiceName, optionName } from './fault-words.js';

/** One field for each option of the kind. */
export function OptionFields({ kind, draft, change }: FaultFields) {
  return Object.entries(kind.options).map(([name, option]) => (
    <OptionField
      key={name}
      kind={kind.kind}
      name={name}
      option={option}
      value={draft.options[name] ?? ''}
      onValue={(value) => change({ options: { ...draft.options, [name]: value } })}
    />
  ));
}

interface Props {
  kind: string;
  name: string;
  option: OptionSpec;
  value: string;
  onValue: (value: string) => void;
}

function OptionField({ kind, name, option, value, onValue }: Props) {
  const text = useText();
  const list = useId();
  const nodes = useLab((state) => state.nodes.map((node) => node.name));
  const label = optionName(name, text);
  if (option.type === 'choice') {
    const choices = option.choices.map((choice) => ({ value: choice, text: choiceName(kind, choice, text) }));
    return <SelectField label={label} choices={choices} value={value} onChoose={onValue} />;
  }
  if (option.type === 'number') {
    const unit = option.unit === 'count' || option.unit === 'fraction' ? '' : ` (${option.unit})`;
    const step = option.unit === 'count' || option.unit === 'bytes' ? 1 : 'any';
    return (
      <TextField
        type="number"
        label={label + unit}
        hint={option.unit === 'fraction' ? text('ui.faults.fraction') : undefined}
        min={option.min}
        max={option.max}
        step={step}
        value={value}
        onChange={(event) => onValue(event.target.value)}
      />
    );
  }
  return (
    <>
      <TextField label={label} list={list} value={value} onChange={(event) => onValue(event.target.value)} />
      <datalist id={list}>
        {nodes.map((node) => (
          <option key={node} value={node} />
        ))}
      </datalist>
    </>
  );
}

import type { FaultGround } from '#core/shared/faults/fault-kind-view.js';
import { useLab } from '../store/use-lab.js';
import { SelectField } from '../ui/Field.js';
import { useText } from '../ui/use-text.js';
import styles from './FaultDialog.module.css';
import type { FaultFields } from './fault-fields.js';
import { plain, routeOf, type FaultPlace, type LinePlace } from './fault-place.js';
import { GroupPicker } from './GroupPicker.js';

type Props = FaultFields & { place: FaultPlace };

/** What exactly the fault is put on, and which way it works. */
export function TargetFields({ kind, draft, change, place }: Props) {
  const text = useText();
  const target = (value: string): void => change({ target: value });
  if (kind.on === 'nodes') return <GroupPicker onTarget={target} />;
  if (kind.on === 'route' && place.line)
    return <RouteFields kind={kind} draft={draft} change={change} line={place.line} />;
  return (
    <Choose
      on={kind.on}
      place={place}
      value={draft.target}
      onTarget={target}
      label={text('ui.faults.target')}
    />
  );
}

function RouteFields({ kind, draft, change, line }: FaultFields & { line: LinePlace }) {
  const text = useText();
  const [from, to] = [plain(line.from), plain(line.to)];
  const route = routeOf(line);
  const pair = `${line.from}<>${line.to}`;
  const choices = [
    ...(line.link === undefined ? [] : [{ value: line.link, text: text('ui.faults.scope.link') }]),
    { value: route, text: text('ui.faults.scope.route', { from, to, port: line.port ?? '*' }) },
    { value: pair, text: text('ui.faults.scope.pair', { from, to }) },
  ];
  const directions = [
    { value: 'both', text: text('ui.faults.direction.both') },
    { value: 'ab', text: `${from} → ${to}` },
    { value: 'ba', text: `${to} → ${from}` },
  ];
  return (
    <>
      <SelectField
        label={text('ui.faults.target')}
        choices={choices}
        value={draft.target}
        onChoose={(target) => change({ target })}
      />
      {kind.directed && (
        <SelectField
          label={text('ui.faults.direction')}
          choices={directions}
          value={draft.direction}
          onChoose={(direction) => change({ direction: direction as typeof draft.direction })}
        />
      )}
    </>
  );
}

interface ChooseProps {
  on: FaultGround;
  place: FaultPlace;
  value: string;
  label: string;
  onTarget: (target: string) => void;
}

/** A node, one of its ports, a name, a database: what there is of it, the one pointed at first. */
function Choose({ on, place, value, label, onTarget }: ChooseProps) {
  const text = useText();
  const plan = useLab((state) => state.plan);
  const processes = plan?.processes ?? [];
  const own = processes.find(({ name }) => name === place.node);
  const ports = own?.listeners.map(({ port, component }) => ({ port, component })) ?? [];
  const choices: Partial<Record<FaultGround, { value: string; text: string }[]>> = {
    node: processes.map(({ name }) => ({ value: name, text: name })),
    port: [...new Map(ports.map((one) => [one.port, one])).values()].map(({ port, component }) => ({
      value: `${place.node}:${port}`,
      text: `${place.node}:${port} (${component})`,
    })),
    name: [...new Set(processes.map(({ hostname }) => hostname))].map((name) => ({
      value: name,
      text: name,
    })),
    database: processes.map(({ name }) => ({
      value: name,
      text: text('ui.faults.database.of', { node: name }),
    })),
  };
  const offered = choices[on] ?? [];
  if (place.port !== undefined || offered.length === 1)
    return <p className={styles.fixed}>{offered.length === 1 ? offered[0]?.text : value}</p>;
  return (
    <SelectField
      label={label}
      choices={[...(value === '' ? [{ value: '', text: '—' }] : []), ...offered]}
      value={value}
      onChoose={onTarget}
    />
  );
}

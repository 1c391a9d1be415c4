import { LINK_STAGES } from '#core/shared/api/breakpoint.js';
import { useText } from '#renderer/ui/use-text.js';
import type { BreakpointFields } from './breakpoint-fields.js';
import styles from './Breakpoints.module.css';

export type FieldOf = (name: keyof BreakpointFields) => {
  id: string;
  value: string;
  onChange: (event: { target: { value: string } }) => void;
};

const NAMES = [
  'message',
  'presence',
  'iq',
  'cluster',
  'handshake',
  'stream:stream',
  'stream:features',
  'route',
];
const LEVELS = ['SEVERE', 'WARNING', 'INFO', 'CONFIG', 'FINE', 'FINER', 'FINEST'];

/** The fields of one kind of breakpoint. */
export function KindFields({ kind, field }: { kind: string; field: FieldOf }) {
  switch (kind) {
    case 'machine':
      return <MachineFields field={field} />;
    case 'stage':
      return <StageField field={field} />;
    case 'log':
      return <LogFields field={field} />;
    default:
      return <PatternFields field={field} />;
  }
}

function PatternFields({ field }: { field: FieldOf }) {
  const text = useText();
  return (
    <>
      <label htmlFor="breakpoint-name">{text('ui.run.breakpoint.name')}</label>
      <select {...field('name')}>
        <option value="">{text('ui.run.breakpoint.any-element')}</option>
        {NAMES.map((name) => (
          <option key={name}>{name}</option>
        ))}
      </select>
      <span>{text('ui.run.breakpoint.attribute')}</span>
      <span className={styles.pair}>
        <input
          aria-label={text('ui.run.breakpoint.attribute-name')}
          placeholder="type"
          {...field('attribute')}
        />
        <span aria-hidden="true">=</span>
        <input
          aria-label={text('ui.run.breakpoint.attribute-value')}
          placeholder="groupchat"
          {...field('value')}
        />
      </span>
      <label htmlFor="breakpoint-contains">{text('ui.run.breakpoint.contains')}</label>
      <input placeholder={text('ui.run.breakpoint.contains-example')} {...field('contains')} />
    </>
  );
}

function MachineFields({ field }: { field: FieldOf }) {
  const text = useText();
  return (
    <>
      <label htmlFor="breakpoint-machine">{text('ui.run.breakpoint.machine')}</label>
      <input placeholder="cluster-dialler" {...field('machine')} />
      <label htmlFor="breakpoint-instance">{text('ui.run.breakpoint.instance')}</label>
      <input {...field('instance')} />
      <label htmlFor="breakpoint-moves">{text('ui.run.breakpoint.moves')}</label>
      <select {...field('moves')}>
        {(['enters', 'refuses'] as const).map((each) => (
          <option key={each} value={each}>
            {text(`ui.run.breakpoint.moves.${each}`)}
          </option>
        ))}
      </select>
      <label htmlFor="breakpoint-state">{text('ui.run.breakpoint.state')}</label>
      <input {...field('state')} />
    </>
  );
}

function StageField({ field }: { field: FieldOf }) {
  const text = useText();
  return (
    <>
      <label htmlFor="breakpoint-stage">{text('ui.run.breakpoint.stage')}</label>
      <select {...field('stage')}>
        {LINK_STAGES.map((stage) => (
          <option key={stage} value={stage}>
            {text(`ui.run.breakpoint.stage.${stage}`)}
          </option>
        ))}
      </select>
    </>
  );
}

function LogFields({ field }: { field: FieldOf }) {
  const text = useText();
  return (
    <>
      <label htmlFor="breakpoint-level">{text('ui.run.breakpoint.level')}</label>
      <select {...field('level')}>
        <option value="">{text('ui.run.breakpoint.any-level')}</option>
        {LEVELS.map((level) => (
          <option key={level}>{level}</option>
        ))}
      </select>
      <label htmlFor="breakpoint-logger">{text('ui.run.breakpoint.logger')}</label>
      <input placeholder="ClusterConnectionManager" {...field('logger')} />
      <label htmlFor="breakpoint-contains">{text('ui.run.breakpoint.contains')}</label>
      <input {...field('contains')} />
    </>
  );
}

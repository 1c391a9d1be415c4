import { CircleDot } from 'lucide-react';
import { useState, type SubmitEvent } from 'react';
import { BREAKPOINT_KINDS } from '#core/shared/api/breakpoint.js';
import { useFeed } from '#renderer/store/feed-context.js';
import { useLab } from '#renderer/store/use-lab.js';
import { Button } from '#renderer/ui/Button.tsx';
import { useText } from '#renderer/ui/use-text.js';
import { BLANK, problemOf, specOf, type BreakpointFields } from './breakpoint-fields.js';
import { KindFields, type FieldOf } from './KindFields.js';
import { setBreakpoint } from './breakpoint-store.js';
import styles from './Breakpoints.module.css';

export function BreakpointForm() {
  const text = useText();
  const feed = useFeed();
  const links = useLab((state) => state.links.filter((link) => link.open).map((link) => link.id));
  const nodes = useLab((state) => state.nodes.map(({ name }) => name));
  const [fields, setFields] = useState<BreakpointFields>(BLANK);
  const [wrong, setWrong] = useState<'empty' | 'half'>();
  const field: FieldOf = (name) => ({
    id: `breakpoint-${name}`,
    value: fields[name],
    onChange: (event) => setFields({ ...fields, [name]: event.target.value }),
  });
  const flag = (name: 'once' | 'intercept') => ({
    checked: fields[name] !== '',
    onChange: (event: { target: { checked: boolean } }) =>
      setFields({ ...fields, [name]: event.target.checked ? 'yes' : '' }),
  });
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const problem = problemOf(fields);
    setWrong(problem);
    if (!problem && (await setBreakpoint(feed, specOf(fields)))) setFields(BLANK);
  };
  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)}>
      <label htmlFor="breakpoint-kind">{text('ui.run.breakpoint.kind')}</label>
      <select {...field('kind')}>
        {BREAKPOINT_KINDS.map((kind) => (
          <option key={kind} value={kind}>
            {text(`ui.run.breakpoint.kind.${kind}`)}
          </option>
        ))}
      </select>
      <KindFields kind={fields.kind} field={field} />
      <Choice
        label={text('ui.run.breakpoint.link')}
        any={text('ui.run.breakpoint.any-link')}
        names={links}
        field={field('link')}
      />
      <Choice
        label={text('ui.run.breakpoint.node')}
        any={text('ui.run.breakpoint.any-node')}
        names={nodes}
        field={field('node')}
      />
      <label htmlFor="breakpoint-ignore">{text('ui.run.breakpoint.ignore')}</label>
      <input type="number" min="0" max="1000000" placeholder="0" {...field('ignore')} />
      <label className={styles.flag}>
        <input type="checkbox" {...flag('once')} /> {text('ui.run.breakpoint.once')}
      </label>
      {fields.kind === 'pattern' && (
        <label className={styles.flag}>
          <input type="checkbox" {...flag('intercept')} /> {text('ui.run.breakpoint.intercept')}
        </label>
      )}
      <span className={styles.wrong} role="status">
        {wrong && text(`ui.run.breakpoint.${wrong}`)}
      </span>
      <Button type="submit" tone="primary" icon={<CircleDot />}>
        {text('ui.run.breakpoint.set')}
      </Button>
    </form>
  );
}

function Choice(props: { label: string; any: string; names: readonly string[]; field: ReturnType<FieldOf> }) {
  const { label, any, names, field } = props;
  return (
    <>
      <label htmlFor={field.id}>{label}</label>
      <select {...field}>
        <option value="">{any}</option>
        {names.map((name) => (
          <option key={name}>{name}</option>
        ))}
      </select>
    </>
  );
}

import { CircleDot } from 'lucide-react';
import { useState, type SubmitEvent } from 'react';
import type { CommandArgs } from '#core/shared/api/commands.js';
import { useFeed } from '#renderer/store/feed-context.js';
import { useLab } from '#renderer/store/use-lab.js';
import { Button } from '#renderer/ui/Button.tsx';
import { useText } from '#renderer/ui/use-text.js';
import { setBreakpoint } from './breakpoint-store.js';
import styles from './Breakpoints.module.css';

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
const BLANK = { name: '', attribute: '', value: '', contains: '', link: '' };
type Fields = typeof BLANK;

export function BreakpointForm() {
  const text = useText();
  const feed = useFeed();
  const links = useLab((state) => state.links.filter((link) => link.open).map((link) => link.id));
  const [fields, setFields] = useState<Fields>(BLANK);
  const [wrong, setWrong] = useState<'empty' | 'half'>();
  const field = (name: keyof Fields) => ({
    value: fields[name],
    onChange: (event: { target: { value: string } }) => setFields({ ...fields, [name]: event.target.value }),
  });
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const problem = problemOf(fields);
    setWrong(problem);
    if (!problem && (await setBreakpoint(feed, argsOf(fields)))) setFields(BLANK);
  };
  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)}>
      <label htmlFor="breakpoint-name">{text('ui.run.breakpoint.name')}</label>
      <select id="breakpoint-name" {...field('name')}>
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
      <input
        id="breakpoint-contains"
        placeholder={text('ui.run.breakpoint.contains-example')}
        {...field('contains')}
      />
      <label htmlFor="breakpoint-link">{text('ui.run.breakpoint.link')}</label>
      <select id="breakpoint-link" {...field('link')}>
        <option value="">{text('ui.run.breakpoint.any-link')}</option>
        {links.map((link) => (
          <option key={link}>{link}</option>
        ))}
      </select>
      <span className={styles.wrong} role="status">
        {wrong && text(`ui.run.breakpoint.${wrong}`)}
      </span>
      <Button type="submit" tone="primary" icon={<CircleDot />}>
        {text('ui.run.breakpoint.set')}
      </Button>
    </form>
  );
}

function problemOf({ name, attribute, value, contains, link }: Fields): 'empty' | 'half' | undefined {
  if ((attribute.trim() === '') !== (value === '')) return 'half';
  return name || attribute.trim() || contains || link ? undefined : 'empty';
}

function argsOf({ name, attribute, value, contains, link }: Fields): CommandArgs<'breakpoint.set'> {
  return {
    pattern: {
      ...(name ? { name } : {}),
      ...(attribute.trim() ? { attrs: { [attribute.trim()]: value } } : {}),
      ...(contains ? { contains } : {}),
    },
    ...(link ? { link } : {}),
  };
}

import { Route } from 'lucide-react';
import type { ReactNode } from 'react';
import type { TraceEvent } from '#core/shared/trace/trace-event.js';
import { followStanza } from '#renderer/panels/follow/follow-store.js';
import { select } from '#renderer/store/lab-store.js';
import { Button } from '#renderer/ui/Button.tsx';
import { useText } from '#renderer/ui/use-text.js';
import { Breakable } from './Breakable.js';
import { Facts } from './Facts.js';
import { Xml } from './FrameLine.js';
import { Section } from './Section.js';
import parts from './Parts.module.css';

interface Props {
  event: TraceEvent;
  /** The frame that it is about, as it was sent. */
  sent: string | undefined;
  summary: string;
}

/** What an event carries. */
export function EventFields({ event, sent, summary }: Props) {
  const t = useText();
  const { kind, node, data, cause } = event;
  const { text, ...fields } = data;
  const xml = kind.startsWith('frame.') ? (text ?? sent) : undefined;
  const rows: (readonly [string, ReactNode])[] = Object.entries(fields).map(([name, value]) => [
    name,
    <Field key={name} name={name} value={String(value)} />,
  ]);
  return (
    <Section title={t('ui.inspector.event')}>
      <p className={parts.summary}>
        <Breakable text={summary} />
      </p>
      {xml === undefined ? null : <Xml text={String(xml)} />}
      <Facts
        rows={[
          [t('ui.inspector.event.kind'), <code key="kind">{kind}</code>],
          ...rows,
          ...(text === undefined || xml !== undefined ? [] : [['text', text] as const]),
          [t('ui.inspector.event.cause'), cause === 0 ? '' : `#${cause}`],
        ]}
      />
      <div className={parts.actions}>
        {/^(frame|packet)\./.test(kind) ? (
          <Button icon={<Route aria-hidden />} onClick={() => followStanza(event.seq)}>
            {t('ui.follow.action')}
          </Button>
        ) : null}
        {node === '' ? null : <Button onClick={() => select({ kind: 'node', node })}>{node}</Button>}
      </div>
    </Section>
  );
}

/** A value; links and machines can be gone to. */
function Field({ name, value }: { name: string; value: string }) {
  const goTo =
    name === 'link'
      ? ({ kind: 'link', link: value } as const)
      : name === 'instance'
        ? ({ kind: 'machine', instance: value } as const)
        : undefined;
  if (!goTo)
    return (
      <code>
        <Breakable text={value} />
      </code>
    );
  return (
    <button type="button" className={parts.anchor} onClick={() => select(goTo)}>
      <Breakable text={value} />
    </button>
  );
}

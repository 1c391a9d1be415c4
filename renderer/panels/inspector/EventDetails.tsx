import { formatTime } from '#renderer/panels/run-controls/format-time.js';
import { useText } from '#renderer/ui/use-text.js';
import { DetailsHeader } from './DetailsHeader.js';
import { EventChain } from './EventChain.js';
import { EventFields } from './EventFields.js';
import { Section } from './Section.js';
import { StanzaCostFacts } from './Traffic.js';
import { MOST_CAUSES, MOST_EFFECTS, useCausality } from './use-causality.js';
import { useSummary } from './use-summary.js';
import parts from './Parts.module.css';

/** An event of the trace: what it says, what led to it, what it led to. */
export function EventDetails({ seq }: { seq: number }) {
  const t = useText();
  const { summary, kindName } = useSummary();
  const { state, event, causes, effects } = useCausality(seq);
  if (!event)
    return (
      <DetailsHeader
        title={`#${seq}`}
        subtitle={t(`ui.inspector.event.${state === 'missing' ? 'missing' : 'looking'}`)}
      />
    );
  const known = [event, ...causes];
  return (
    <>
      <DetailsHeader
        title={kindName(event)}
        subtitle={`#${seq} · ${formatTime(event.time)} · ${event.node || t('ui.run.events.the-lab')}`}
      />
      <EventFields event={event} sent={sentFrame(known)} summary={summary(event, known)} />
      {event.kind === 'frame.sent' ? <StanzaCostFacts seq={seq} /> : null}
      <Section title={t('ui.inspector.causes')} count={causes.length}>
        {event.cause === 0 ? <p className={parts.hint}>{t('ui.inspector.causes.none')}</p> : null}
        {causes.length >= MOST_CAUSES ? <p className={parts.hint}>{t('ui.inspector.causes.more')}</p> : null}
        <EventChain
          label={t('ui.inspector.causes')}
          steps={causes.map((one) => ({ event: one, depth: 0 }))}
          known={known}
        />
      </Section>
      <Section title={t('ui.inspector.effects')} count={Math.min(effects.length, MOST_EFFECTS)}>
        {effects.length === 0 ? <p className={parts.hint}>{t('ui.inspector.effects.none')}</p> : null}
        <EventChain
          label={t('ui.inspector.effects')}
          steps={effects.slice(0, MOST_EFFECTS)}
          known={[...known, ...effects.map((effect) => effect.event)]}
        />
        {effects.length > MOST_EFFECTS ? (
          <p className={parts.hint}>{t('ui.inspector.effects.more', { count: MOST_EFFECTS })}</p>
        ) : null}
      </Section>
    </>
  );

  /** A delivery carries no text: the frame was sent by one of its causes. */
  function sentFrame(events: NonNullable<typeof event>[]): string | undefined {
    const frame = event?.data.frame;
    const sent = events.find(
      ({ kind, data }) => kind === 'frame.sent' && frame !== undefined && data.frame === frame,
    );
    return sent === undefined ? undefined : String(sent.data.text);
  }
}

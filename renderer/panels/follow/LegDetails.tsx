import type { FrameLeg, Leg } from '#core/shared/trace/journey/journey.js';
import type { StanzaChange } from '#core/shared/trace/journey/stanza-changes.js';
import { Xml } from '#renderer/panels/inspector/FrameLine.tsx';
import { select } from '#renderer/store/lab-store.js';
import { Button } from '#renderer/ui/Button.tsx';
import { useText } from '#renderer/ui/use-text.js';
import { followStanza } from './follow-store.js';
import styles from './FollowPanel.module.css';

/** What a row has to say when it is opened: the stanza, what is not as it was, and ways on from here. */
export function LegDetails({ leg }: { leg: Leg }) {
  const t = useText();
  return (
    <div className={styles.details}>
      {leg.kind === 'frame' ? <FrameTexts leg={leg} /> : null}
      <div className={styles.acts}>
        <Button onClick={() => select({ kind: 'event', seq: leg.seq })}>
          {t('ui.inspector.event.open', { seq: leg.seq })}
        </Button>
        {leg.kind === 'frame' ? (
          <Button onClick={() => select({ kind: 'link', link: leg.link })}>{t('ui.follow.open-link')}</Button>
        ) : null}
        <Button onClick={() => followStanza(leg.seq, true)}>{t('ui.follow.from-here')}</Button>
      </div>
    </div>
  );
}

function FrameTexts({ leg }: { leg: FrameLeg }) {
  const t = useText();
  return (
    <>
      {leg.changes.length > 0 ? (
        <>
          <h3 className={styles.small}>{t('ui.follow.changes')}</h3>
          <ul className={styles.changes}>
            {leg.changes.map((change, index) => (
              <Change key={index} change={change} />
            ))}
          </ul>
        </>
      ) : null}
      <Xml text={leg.text} />
      {leg.altered.map(({ reason, text }, index) => (
        <div key={index}>
          <h3 className={styles.small}>{t('ui.follow.altered', { reason })}</h3>
          <Xml text={text} />
        </div>
      ))}
    </>
  );
}

function Change({ change: { what, name, before, after } }: { change: StanzaChange }) {
  const t = useText();
  if (what === 'wrapped' || what === 'unwrapped') return <li>{t(`ui.follow.change.${what}`, { name })}</li>;
  return (
    <li>
      {t(`ui.follow.change.${what}`, { name })}
      {before === undefined ? null : <del>{before}</del>}
      {after === undefined ? null : <ins>{after}</ins>}
    </li>
  );
}

import { ArrowLeft, ArrowRight, ChevronDown, ChevronRight } from 'lucide-react';
import { describeStanza } from '#core/shared/trace/describe-stanza.js';
import { followStanza } from '#renderer/panels/follow/follow-store.js';
import { formatTime } from '#renderer/panels/run-controls/format-time.js';
import { select } from '#renderer/store/lab-store.js';
import { Button } from '#renderer/ui/Button.tsx';
import { CopyButton } from '#renderer/ui/CopyButton.tsx';
import { useText } from '#renderer/ui/use-text.js';
import { prettyXml } from './pretty-xml.js';
import type { FrameRow } from './transcript.js';
import styles from './Transcript.module.css';

interface Props {
  frame: FrameRow;
  ends: readonly [from: string, to: string];
  open: boolean;
  onToggle: () => void;
}

/** One frame: a line, and its XML when it is opened. */
export function FrameLine({ frame, ends, open, onToggle }: Props) {
  const t = useText();
  const { seq, time, direction, text, fate, reason, changed } = frame;
  const [from, to] = ends;
  const Way = direction === 'ab' ? ArrowRight : ArrowLeft;
  const Mark = open ? ChevronDown : ChevronRight;
  return (
    <div className={styles.frame} data-direction={direction} data-fate={fate}>
      <button type="button" className={styles.line} aria-expanded={open} onClick={onToggle}>
        <Mark aria-hidden />
        <Way aria-hidden className={styles.way} />
        <span className={styles.what}>
          <span className={styles.meta}>
            <time>{formatTime(time)}</time>
            <span>
              {from} → {to}
            </span>
            {fate === 'delivered' ? null : (
              <span className={styles.fate}>
                {t(`ui.inspector.fate.${fate}`)}
                {reason ? `: ${reason}` : ''}
              </span>
            )}
            {changed === undefined ? null : (
              <span className={styles.fate}>{t('ui.inspector.fate.changed')}</span>
            )}
          </span>
          <span className={styles.summary}>{describeStanza(text)}</span>
        </span>
      </button>
      {open ? (
        <div className={styles.opened}>
          <Xml text={text} />
          {changed === undefined ? null : (
            <>
              <p className={styles.arrived}>{t('ui.inspector.arrived-as')}</p>
              <Xml text={changed} />
            </>
          )}
          <Button tone="quiet" onClick={() => select({ kind: 'event', seq })}>
            {t('ui.inspector.event.open', { seq })}
          </Button>
          <Button tone="quiet" onClick={() => followStanza(seq)}>
            {t('ui.follow.action')}
          </Button>
        </div>
      ) : null}
    </div>
  );
}

/** XML laid out; what is copied is what went over the wire. */
export function Xml({ text }: { text: string }) {
  const t = useText();
  return (
    <div className={styles.xml}>
      <pre tabIndex={0}>{prettyXml(text)}</pre>
      <CopyButton text={text} label={t('ui.inspector.copy')} />
    </div>
  );
}

import { ChevronDown, ChevronRight } from 'lucide-react';
import type { FrameLeg, Leg, QueueLeg } from '#core/shared/trace/journey/journey.js';
import { formatTime } from '#renderer/panels/run-controls/format-time.js';
import { useText } from '#renderer/ui/use-text.js';
import { mark } from './follow-store.js';
import { LegDetails } from './LegDetails.js';
import { LegEndNote } from './LegEnd.js';
import { marksOf, type LegRow } from './leg-rows.js';
import styles from './FollowPanel.module.css';

/** Deeper branches are not moved further to the right. */
const DEEPEST = 8;

interface Props {
  row: LegRow;
  open: boolean;
  onToggle: (seq: number) => void;
  /** Shows the whole way again. */
  onLeave: () => void;
}

/** One leg: when, how long after the one before, where, and what became of it. */
export function LegLine({ row: { leg, indent, branches, took }, open, onToggle, onLeave }: Props) {
  const t = useText();
  const Chevron = open ? ChevronDown : ChevronRight;
  const show = (): void => mark(marksOf([leg]));
  return (
    <li
      className={styles.leg}
      data-kind={leg.kind}
      data-end={leg.end?.kind}
      style={{ marginInlineStart: Math.min(DEEPEST, indent) * 18 }}
      onMouseEnter={show}
      onMouseLeave={onLeave}
    >
      <button
        type="button"
        className={styles.line}
        aria-expanded={open}
        onClick={() => onToggle(leg.seq)}
        onFocus={show}
        onBlur={onLeave}
      >
        <Chevron aria-hidden />
        <time className={styles.time}>{formatTime(leg.entered)}</time>
        <span className={styles.took}>{leg.parent === 0 ? '' : `+${took.toFixed(1)} ms`}</span>
        <span className={styles.what}>
          <Place leg={leg} />
          <span className={styles.summary}>
            {leg.summary}
            {leg.kind === 'frame' && leg.address ? ` → ${leg.address}` : ''}
          </span>
          {branches > 1 ? (
            <span className={styles.tag} data-tone="accent">
              {t('ui.follow.branches', { count: branches })}
            </span>
          ) : null}
          {leg.kind === 'frame' ? <FrameTags leg={leg} /> : <QueueTags leg={leg} />}
          {leg.plugins.map(({ plugin, did }) => (
            <span key={`${plugin} ${did}`} className={styles.tag}>
              {t(`ui.follow.plugin.${did}`, { plugin })}
            </span>
          ))}
          <LegEndNote leg={leg} />
        </span>
      </button>
      {open ? <LegDetails leg={leg} /> : null}
    </li>
  );
}

function Place({ leg }: { leg: Leg }) {
  const t = useText();
  const named = (node: string) => (node === '' ? t('ui.canvas.outside') : node.replace(/^client:/, ''));
  if (leg.kind === 'queue')
    return (
      <strong>
        {named(leg.node)} · {leg.component} {t(leg.queue === 'in' ? 'ui.follow.in' : 'ui.follow.out')}
      </strong>
    );
  return (
    <strong>
      {named(leg.node)} → {leg.left === undefined ? leg.link : named(leg.to)}
    </strong>
  );
}

function FrameTags({ leg }: { leg: FrameLeg }) {
  const t = useText();
  return (
    <>
      {leg.cluster ? <span className={styles.tag}>{t('ui.follow.cluster')}</span> : null}
      {leg.copy ? <span className={styles.tag}>{t('ui.follow.copy')}</span> : null}
      {leg.changes.length > 0 ? (
        <span className={styles.tag}>{t('ui.follow.changed', { count: leg.changes.length })}</span>
      ) : null}
      {leg.altered.length > 0 ? (
        <span className={styles.tag} data-tone="warn">
          {t('ui.follow.altered-by', { reason: leg.altered.map(({ reason }) => reason).join(', ') })}
        </span>
      ) : null}
    </>
  );
}

function QueueTags({ leg: { balanced } }: { leg: QueueLeg }) {
  const t = useText();
  if (!balanced) return null;
  const { balancer, index, size, link } = balanced;
  return (
    <span className={styles.tag} data-tone="accent">
      {t('ui.follow.balanced', { balancer, number: index + 1, size, link })}
    </span>
  );
}

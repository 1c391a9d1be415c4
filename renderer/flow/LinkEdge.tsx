import { EqualNot, Unlink, WifiOff, X } from 'lucide-react';
import { memo } from 'react';
import type { EdgeProps } from '@xyflow/react';
import type { BeliefMismatch } from '#core/shared/trace/link-beliefs.js';
import { faultsOnLine, linePlace } from '../faults/fault-place.js';
import { faultSentence } from '../faults/fault-words.js';
import { useShelf } from '../faults/shelf-store.js';
import { useMarked } from '../panels/follow/follow-store.js';
import { formatTime } from '../panels/run-controls/format-time.js';
import { shownPlan } from '../store/lab-store.js';
import { useLab } from '../store/use-lab.js';
import { useText } from '../ui/use-text.js';
import type { LineLook } from './canvas-shape.js';
import { useCanvas } from './canvas-store.js';
import { useMismatch } from './belief-store.js';
import { FaultBadges } from './FaultBadges.js';
import { lineTitleId, type LineEdge } from './flow-model.js';
import { useLineChange } from './line-change.js';
import { useShowsButtons } from './hovered-line.js';
import { pointAt, svgPath, type Curve } from './line-curve.js';
import styles from './LinkEdge.module.css';
import planned from './Planned.module.css';
import { PlannedLabel } from './PlannedLabel.js';
import { plannedWords } from './planned-words.js';
import { RoomRank, useRoomRank } from './RoomRank.js';
import { LinkToolbar } from './LinkToolbar.js';
import { useCurve } from './use-curve.js';
import { useLineTitle } from './use-line-title.js';

/** One TCP link, or the place where one should be: colour, stroke and arrow by the machines at both ends. */
export const LinkEdge = memo(function LinkEdge({ id, source, target, data }: EdgeProps<LineEdge>) {
  const curve = useCurve(id, source, target, data?.aside ?? 0);
  const look = useCanvas(({ looks }) => looks.get(id));
  const selected = useLab(({ selection }) => selection?.kind === 'link' && selection.link === id);
  const buttons = useShowsButtons(id, selected);
  const title = useLineTitle(source, target, look);
  const { faults, words } = useFaults(id, source, target, look?.service ?? '');
  const rank = useRoomRank(id);
  const mismatch = useMismatch(id);
  const followed = useMarked('links', id);
  const text = useText();
  const would = useLineChange({ id, source, target, service: look?.service ?? '' });
  if (!curve || !look) return null;
  const path = svgPath(curve);
  const planWords = would ? [plannedWords(would.change, would.link, text)] : [];
  return (
    <>
      <title id={lineTitleId(id)}>{[title, ...words, ...planWords].join('. ')}</title>
      {rank > 0 && <path d={path} className={styles.apart} />}
      {followed && <path d={path} className={styles.followed} />}
      {selected && <path d={path} className={styles.halo} />}
      {would && <path d={path} className={planned.over} data-change={would.change} />}
      <path
        d={path}
        className={`react-flow__edge-path ${styles.line}`}
        data-phase={look.phase}
        markerEnd={`url(#lab-line-${look.phase})`}
      />
      <path d={path} className={`react-flow__edge-interaction ${styles.touch}`} />
      <Badge look={look} curve={curve} />
      {would?.speaks && <PlannedLabel change={would.change} link={would.link} curve={curve} />}
      {mismatch && <MismatchBadge mismatch={mismatch} curve={curve} />}
      <FaultBadges faults={faults} curve={curve} middleTaken={badgeOf(look) !== undefined} />
      <RoomRank rank={rank} curve={curve} />
      {buttons && <LinkToolbar id={id} look={look} curve={curve} source={source} target={target} />}
    </>
  );
});

/** The faults on the line, and each in words. */
function useFaults(id: string, source: string, target: string, service: string) {
  const text = useText();
  const kinds = useShelf((state) => state.kinds);
  const faults = useLab((state) => {
    const { line } = linePlace(shownPlan(state), { id, source, target, service });
    return line ? faultsOnLine(line, state.faults) : [];
  });
  const specOf = (wanted: string) => kinds.find(({ kind }) => kind === wanted);
  return { faults, words: faults.map((fault) => faultSentence(fault, specOf(fault.kind), text)) };
}

const BADGES = { held: WifiOff, gone: Unlink, refused: X } as const;

/** What is wrong with the line as a whole; faults of its route have badges of their own. */
function badgeOf({ phase, reason }: LineLook): keyof typeof BADGES | undefined {
  if (phase === 'held') return reason.includes('wifi-off') ? 'held' : undefined;
  return phase === 'gone' || phase === 'refused' ? phase : undefined;
}

/** One end believes in the connection, the other has none: beside the middle, where other badges stand. */
function MismatchBadge({ mismatch, curve }: { mismatch: BeliefMismatch; curve: Curve }) {
  const text = useText();
  const { believer, other, since } = mismatch;
  const { x, y } = pointAt(curve, 0.36);
  const words = text(`ui.two-ends.mismatch.${other.status === 'gone' ? 'gone' : 'opening'}`, {
    ...{ one: believer.node, state: believer.state, other: other.node || text('ui.canvas.outside') },
    since: formatTime(since),
  });
  return (
    <g className={styles.badge} data-phase="gone" data-mismatch transform={`translate(${x}, ${y})`}>
      <title>{words}</title>
      <circle r={10} />
      <EqualNot x={-6.5} y={-6.5} width={13} height={13} strokeWidth={2.4} aria-hidden />
    </g>
  );
}

/** The fault on the line itself, at once. */
function Badge({ look, curve }: { look: LineLook; curve: Curve }) {
  const phase = badgeOf(look);
  if (phase === undefined) return null;
  const { x, y } = pointAt(curve, 0.5);
  const Icon = BADGES[phase];
  return (
    <g className={styles.badge} data-phase={phase} transform={`translate(${x}, ${y})`} aria-hidden>
      <circle r={10} />
      <Icon x={-6.5} y={-6.5} width={13} height={13} strokeWidth={2.4} />
    </g>
  );
}

import type { FaultView } from '#core/shared/api/results.js';
import { FaultIcon } from '../faults/FaultIcon.js';
import { faultSentence, kindWhy, phaseOfFault } from '../faults/fault-words.js';
import { useShelf } from '../faults/shelf-store.js';
import { useText } from '../ui/use-text.js';
import styles from './FaultBadges.module.css';
import { pointAt, type Curve } from './line-curve.js';

/** As many as a line shows; the rest is a number. */
const MOST = 4;
/** Distance of two badges along the line, in px. */
const APART = 27;
/** Slanting lines cross one another in their middle: there the badges stand nearer to who has dialled. */
const SLANT = { by: 40, at: 0.34 };

interface Props {
  faults: readonly FaultView[];
  curve: Curve;
  /** A badge of the line itself stands in its middle. */
  middleTaken: boolean;
}

/** The faults that lie on a line, one after the other along it, each with the way it works. */
export function FaultBadges({ faults, curve, middleTaken }: Props) {
  const shown = faults.slice(0, faults.length > MOST ? MOST - 1 : MOST);
  const more = faults.length - shown.length;
  const places = shown.length + (more > 0 ? 1 : 0);
  const { from, to } = curve;
  const step = APART / Math.max(APART, Math.hypot(to.x - from.x, to.y - from.y));
  const slanting = Math.min(Math.abs(to.x - from.x), Math.abs(to.y - from.y)) > SLANT.by;
  const middle = slanting ? SLANT.at : 0.5;
  const first = middleTaken ? 0.5 - places * step : middle - ((places - 1) / 2) * step;
  const at = (index: number): number => Math.min(0.97, Math.max(0.03, first + index * step));
  return (
    <>
      {shown.map((fault, index) => (
        <FaultBadge key={fault.id} fault={fault} curve={curve} at={at(index)} />
      ))}
      {more > 0 && <More count={more} curve={curve} at={at(shown.length)} />}
    </>
  );
}

function FaultBadge({ fault, curve, at }: { fault: FaultView; curve: Curve; at: number }) {
  const text = useText();
  const spec = useShelf((state) => state.kinds.find(({ kind }) => kind === fault.kind));
  const { x, y } = pointAt(curve, at);
  const { direction = 'both' } = fault;
  const ways = !spec?.directed ? [] : direction === 'both' ? [0, 180] : [direction === 'ab' ? 0 : 180];
  return (
    <g
      className={styles.badge}
      data-phase={phaseOfFault(fault)}
      transform={`translate(${x}, ${y})`}
      aria-hidden
    >
      <title>{`${faultSentence(fault, spec, text)}\n${kindWhy(fault.kind, text)}`}</title>
      <g transform={`rotate(${angleAt(curve, at)})`}>
        {ways.map((way) => (
          <path key={way} d="M9,-5 L15.5,0 L9,5 Z" className={styles.way} transform={`rotate(${way})`} />
        ))}
      </g>
      <circle r={10} />
      <FaultIcon
        kind={fault.kind}
        group={spec?.group}
        x={-6.5}
        y={-6.5}
        width={13}
        height={13}
        strokeWidth={2.2}
      />
    </g>
  );
}

function More({ count, curve, at }: { count: number; curve: Curve; at: number }) {
  const { x, y } = pointAt(curve, at);
  return (
    <g className={styles.badge} data-phase="on" transform={`translate(${x}, ${y})`} aria-hidden>
      <circle r={10} />
      <text dy="0.35em">+{count}</text>
    </g>
  );
}

/** Direction of the curve, in degrees. */
function angleAt(curve: Curve, at: number): number {
  const [a, b] = [pointAt(curve, at - 0.02), pointAt(curve, at + 0.02)];
  return (Math.atan2(b.y - a.y, b.x - a.x) * 180) / Math.PI;
}

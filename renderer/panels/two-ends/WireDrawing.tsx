import { useId } from 'react';
import { describeStanza } from '#core/shared/trace/describe-stanza.js';
import { formatTime } from '#renderer/panels/run-controls/format-time.js';
import { useSummary } from '#renderer/panels/inspector/use-summary.js';
import { useText } from '#renderer/ui/use-text.js';
import type { Wire, WireFrame } from './wire-rows.js';
import styles from './TwoEnds.module.css';

const ROW = 20;
const WIDTH = 420;
/** The two lines of life. */
const [LEFT, RIGHT] = [70, 408];
const LETTERS = 46;
const NOTE_LETTERS = 56;

interface Props {
  wire: Wire;
  label: string;
  /** `seq` of the moment that the charts show; undefined: now. */
  picked: number | undefined;
  onPick: (seq: number) => void;
}

/** Frames as arrows between two lines of life, from the top down; transitions stand at their line. */
export function WireDrawing({ wire: { times, items }, label, picked, onPick }: Props) {
  const { summary, kindName } = useSummary();
  const head = useId();
  const height = (times.length + 1) * ROW;
  const y = (row: number): number => row * ROW + ROW;
  const chosen = items.find((item) => picked === (item.kind === 'note' ? item.event.seq : item.seq));
  const at = chosen && (chosen.kind === 'frame' ? chosen.from : chosen.row);
  return (
    <svg className={styles.wire} width={WIDTH} height={height} role="img" aria-label={label}>
      <marker id={head} viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">
        <path d="M0 0.5 L8 4 L0 7.5 z" fill="context-stroke" />
      </marker>
      <line className={styles.life} x1={LEFT} x2={LEFT} y1={0} y2={height} />
      <line className={styles.life} x1={RIGHT} x2={RIGHT} y1={0} y2={height} />
      {at === undefined ? null : (
        <rect className={styles.picked} x={0} width={WIDTH} y={y(at) - ROW / 2} height={ROW} />
      )}
      {times.map((time, row) =>
        time === times[row - 1] ? null : (
          <text key={row} className={styles.clock} x={2} y={y(row) + 4}>
            {formatTime(time)}
          </text>
        ),
      )}
      {items.map((item) => {
        if (item.kind === 'frame')
          return <Arrow key={item.seq} frame={item} y={y} bottom={height} head={head} onPick={onPick} />;
        if (item.kind === 'note')
          return (
            <text
              key={item.event.seq}
              className={styles.note}
              x={(LEFT + RIGHT) / 2}
              y={y(item.row) + 4}
              onClick={() => onPick(item.event.seq)}
            >
              {shorten(`${kindName(item.event)} ${summary(item.event)}`, NOTE_LETTERS)}
            </text>
          );
        const right = item.end === 'acceptor';
        return (
          <g
            key={item.seq}
            className={styles.move}
            data-refused={item.refused || undefined}
            onClick={() => onPick(item.seq)}
          >
            <title>{`${item.event} → ${item.state}`}</title>
            <circle cx={right ? RIGHT : LEFT} cy={y(item.row)} r={4.5} />
            <text x={right ? RIGHT - 9 : LEFT + 9} y={y(item.row) + 4} textAnchor={right ? 'end' : 'start'}>
              {item.state === '' ? '■' : item.state}
            </text>
          </g>
        );
      })}
    </svg>
  );
}

interface ArrowProps {
  frame: WireFrame;
  y: (row: number) => number;
  bottom: number;
  head: string;
  onPick: (seq: number) => void;
}

function Arrow({ frame, y, bottom, head, onPick }: ArrowProps) {
  const t = useText();
  const { direction, from, to, dropped, text, seq } = frame;
  const [start, end] = direction === 'ab' ? [LEFT, RIGHT] : [RIGHT, LEFT];
  const lost = dropped !== undefined;
  // What has not arrived goes half of the way.
  const x2 = to === undefined || lost ? (start + end) / 2 : end;
  const y2 = to === undefined ? bottom - 4 : y(to);
  const fate = lost ? 'dropped' : to === undefined ? 'flying' : 'delivered';
  const words = shorten(describeStanza(text), LETTERS);
  const note = lost ? ` ✕ ${dropped}` : to === undefined ? ` ${t('ui.two-ends.flying')}` : '';
  return (
    <g className={styles.arrow} data-fate={fate} onClick={() => onPick(seq)}>
      <title>{text}</title>
      <line x1={start} y1={y(from)} x2={x2} y2={y2} markerEnd={`url(#${head})`} />
      <text
        x={direction === 'ab' ? LEFT + 14 : RIGHT - 14}
        y={y(from) - 3}
        textAnchor={direction === 'ab' ? 'start' : 'end'}
      >
        {words}
        {note}
      </text>
    </g>
  );
}

function shorten(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most)}…` : text;
}

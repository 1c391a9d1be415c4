import { useLab } from '../store/use-lab.js';
import { useText } from '../ui/use-text.js';
import { pointAt, type Curve } from './line-curve.js';
import styles from './RoomRank.module.css';

/** Distance from the line, in px. */
const ASIDE = 18;

interface Props {
  /** The how-manieth connection it is for the server; 0: its rooms are not split. */
  rank: number;
  curve: Curve;
}

/** Where servers disagree about rooms: the number under which the accepting server counts this connection. */
export function RoomRank({ rank, curve }: Props) {
  const text = useText();
  if (rank === 0) return null;
  const [{ x, y }, before] = [pointAt(curve, 0.82), pointAt(curve, 0.78)];
  const length = Math.hypot(x - before.x, y - before.y) || 1;
  // Beside the line: signs of faults stand on it.
  const [aside, along] = [((before.y - y) / length) * ASIDE, ((x - before.x) / length) * ASIDE];
  return (
    <g className={styles.rank} transform={`translate(${x + aside}, ${y + along})`} aria-hidden>
      <title>{text('ui.rooms.rank', { rank })}</title>
      <rect x={-11} y={-9} width={22} height={18} rx={5} />
      <text dy="0.36em">#{rank}</text>
    </g>
  );
}

/** 0: the link is no component connection of a domain whose rooms are split. */
export function useRoomRank(link: string): number {
  return useLab(({ rooms }) => {
    for (const { verdict, servers } of rooms) {
      if (verdict !== 'split') continue;
      for (const { slots } of servers) {
        const index = slots.findIndex((slot) => slot.link === link);
        if (index >= 0) return index + 1;
      }
    }
    return 0;
  });
}

import { useLab } from '../store/use-lab.js';
import { useText } from '../ui/use-text.js';
import { pointAt, type Curve } from './line-curve.js';
import styles from './RoomRank.module.css';

interface Props {
  /** The how-manieth connection it is for the server; 0: its rooms are not split. */
  rank: number;
  curve: Curve;
}

/** Where servers disagree about rooms: the number under which the accepting server counts this connection. */
export function RoomRank({ rank, curve }: Props) {
  const text = useText();
  if (rank === 0) return null;
  const { x, y } = pointAt(curve, 0.82);
  return (
    <g className={styles.rank} transform={`translate(${x}, ${y})`} aria-hidden>
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

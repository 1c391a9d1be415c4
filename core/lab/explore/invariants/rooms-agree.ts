import type { RoomSplitReason } from '#core/shared/routing/room-split.js';
import type { Invariant } from './invariant.js';

/** Reasons that a lost link has no part in: every server counts the same living connections, and yet they disagree. */
const WITH_LINKS_UP: ReadonlySet<string> = new Set<RoomSplitReason>([
  'equal-addresses',
  'address-order',
  'balancer-class',
  'balancer-spreads',
]);

/** While all component links are up, all servers send each room to the same process. */
export const roomsAgree: Invariant = {
  name: 'rooms-agree',
  watch: () => ({
    take(row) {
      if (row[4] !== 'rooms.verdict') return undefined;
      const [domain, verdict, reason, percent, lists] = row[5];
      if (verdict !== 'split' || !WITH_LINKS_UP.has(reason)) return undefined;
      const params = { domain, reason, percent, lists };
      const about = `${domain} ${reason}`;
      return { about, seq: row[0], time: row[1] / 1000, code: 'explore.rooms-agree', params };
    },
  }),
};

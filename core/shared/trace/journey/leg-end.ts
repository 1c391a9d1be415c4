/** Where a leg ends that no other follows, from what has happened to it. */
import type { FrameLeg, Leg, LegEnd } from './journey.js';
import { isSentByClient } from './journey-start.js';

export interface Fate {
  /** Legs that follow. */
  children: number;
  delivered?: boolean;
  handled?: boolean;
  dropped?: { reason: string; seq: number };
  /** Plugin that has stored it for an offline user. */
  stored?: string;
}

/** @param held ids of the faults that keep a frame where it is */
export function legEnd(leg: Leg, fate: Fate, held: (leg: FrameLeg) => string[]): LegEnd | undefined {
  if (fate.dropped) return { kind: 'dropped', ...fate.dropped };
  if (fate.stored !== undefined) return { kind: 'stored', plugin: fate.stored };
  if (leg.kind === 'queue') return fate.children === 0 ? { kind: 'kept' } : undefined;
  if (!fate.delivered) {
    const by = held(leg);
    return by.length > 0 ? { kind: 'held', by } : { kind: 'flying' };
  }
  if (isSentByClient(leg.to)) return { kind: 'delivered' };
  if (fate.children > 0) return undefined;
  if (!fate.handled) return { kind: 'inside' };
  return leg.cluster ? { kind: 'ring' } : { kind: 'kept' };
}

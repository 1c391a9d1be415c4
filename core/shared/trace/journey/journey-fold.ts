/** Follows a stanza along the causes of the trace, from the event that its journey begins with. */
import type { TraceRow } from '../trace-schema.js';
import type { FrameLeg, Journey, Leg, QueueLeg } from './journey.js';
import { carriesStanza, isOtherStory, isSentByClient } from './journey-start.js';
import { legEnd, type Fate } from './leg-end.js';
import { inOrder, summaryOfLegs } from './journey-summary.js';
import { stanzaChanges } from './stanza-changes.js';
import { summaryOf, unwrap } from './stanza-shape.js';

/** Legs that are told; a room of thousands has more. */
export const MOST_LEGS = 3000;

/** What the fold knows of a leg besides what it tells. */
interface Known {
  leg: Leg;
  fate: Fate;
  /** The newest frame on the way here, as it arrived. */
  text: string;
}

export class JourneyFold {
  private readonly seq: number;
  /** Event → the leg that it belongs to. */
  private readonly legOf = new Map<number, Known>();
  private readonly known: Known[] = [];
  private last = 0;
  private more = false;

  /** @param seq of a `frame.sent` or `packet.hop` (`journeyStart`) */
  constructor(seq: number) {
    this.seq = seq;
  }

  /** Events of the journey so far. */
  get taken(): number {
    return this.legOf.size;
  }

  /** Takes in one row from `seq` on; rows come in order, each once. */
  take(row: TraceRow): void {
    const [seq, time, , cause, kind] = row;
    const before = this.legOf.get(cause);
    if (seq !== this.seq && (!before || isOtherStory(kind))) return;
    if (kind === 'frame.sent') return this.sent(row, before);
    if (kind === 'packet.hop') return this.hop(row, before);
    if (!before) return;
    this.legOf.set(seq, before);
    this.happened(row, before);
    if (kind.startsWith('frame.') || kind.startsWith('packet.')) this.last = time;
  }

  /** @param held ids of the faults that hold a link's direction, for what is on its way */
  journey(held: (leg: FrameLeg) => string[] = () => []): Journey {
    const legs = this.known.map(({ leg, fate }) => {
      const end = legEnd(leg, fate, held);
      return end ? { ...leg, end } : leg;
    });
    const first = legs[0];
    const ms = first ? this.last / 1000 - first.entered : 0;
    return { seq: this.seq, legs: inOrder(legs), summary: summaryOfLegs(legs, ms), more: this.more };
  }

  private sent(row: TraceRow<'frame.sent'>, before: Known | undefined): void {
    const [seq, time, node, , , [link, direction, frame, text]] = row;
    // What a client sends back because it got something is another stanza's journey.
    const answer = before?.leg.kind === 'frame' && isSentByClient(before.leg.to) && before.fate.delivered;
    if (!carriesStanza(text) || answer) return;
    const copy =
      before?.leg.kind === 'frame' && before.leg.link === link && before.leg.direction === direction;
    const { wrapper, stanza } = unwrap(text);
    const leg: FrameLeg = {
      ...{ kind: 'frame', seq, ...placeOf(before), node, entered: time / 1000 },
      ...{ link, direction, frame, text, to: '', altered: [], plugins: [] },
      ...{ address: stanza?.attributes.get('to') ?? '', summary: summaryOf(text) },
      ...{ cluster: wrapper === 'cluster', copy: copy && !before.fate.delivered },
      changes: before && before.text !== '' ? stanzaChanges(before.text, text) : [],
    };
    this.add({ leg, fate: { children: 0 }, text }, before, time);
  }

  private hop(row: TraceRow<'packet.hop'>, before: Known | undefined): void {
    const [seq, time, node, , , [component, queue, packet, summary]] = row;
    const leg: QueueLeg = {
      ...{ kind: 'queue', seq, ...placeOf(before), node, entered: time / 1000 },
      ...{ component, queue, packet, summary, plugins: [] },
    };
    this.add({ leg, fate: { children: 0 }, text: before?.text ?? '' }, before, time);
  }

  private add(known: Known, before: Known | undefined, time: number): void {
    if (this.known.length >= MOST_LEGS) {
      this.more = true;
      return;
    }
    this.known.push(known);
    this.legOf.set(known.leg.seq, known);
    this.last = time;
    if (!before || (known.leg.kind === 'frame' && known.leg.copy)) return;
    before.fate.children += 1;
    if (before.leg.kind === 'queue') before.leg.left ??= time / 1000;
  }

  /** What else is told of a leg: where a frame has got to, and what was made of a packet. */
  private happened(row: TraceRow, known: Known): void {
    const { leg, fate } = known;
    const [seq, time, node, , kind, values] = row;
    if (kind === 'packet.dropped') fate.dropped = { reason: values[2], seq };
    else if (kind === 'packet.plugin') {
      const [, , plugin, did] = values;
      leg.plugins.push({ plugin, did });
      if (did === 'stored') fate.stored = plugin;
    } else if (leg.kind === 'queue') balanced(leg, row);
    else if (kind === 'frame.handled' && values[2] === leg.frame) fate.handled = true;
    else if (kind === 'frame.dropped' && values[2] === leg.frame) fate.dropped = { reason: values[3], seq };
    else if (kind === 'frame.delivered' && values[2] === leg.frame) {
      Object.assign(leg, { to: node, left: time / 1000 });
      fate.delivered = true;
    } else if (kind === 'frame.changed' && values[2] === leg.frame) {
      leg.altered.push({ reason: values[3], text: values[4] });
      known.text = values[4];
    }
  }
}

function placeOf(before: Known | undefined): Pick<Leg, 'parent' | 'depth'> {
  return before ? { parent: before.leg.seq, depth: before.leg.depth + 1 } : { parent: 0, depth: 0 };
}

function balanced(leg: QueueLeg, [, , , , kind, values]: TraceRow): void {
  if (kind !== 'packet.balanced') return;
  const [domain, balancer, index, size, link] = values;
  leg.balanced = { domain, balancer, index, size, link };
}

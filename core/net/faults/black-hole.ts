/** A black hole on one link: what it swallows, who sends it again, and who gives up. */
import type { Clock, Micros, Timer } from '#core/shared/injected/clock.js';
import type { Link } from '../link.js';
import type { LinkDirection } from '../link-direction.js';
import type { LinkEnd } from '../link-end.js';
import { nextRetransmission } from './retransmission.js';

interface BlackHoleSettings {
  id: string;
  /** Those in which nothing arrives. */
  directions: readonly LinkDirection[];
  /** 0: nobody ever gives up. */
  giveUpMs: number;
  /** Once it is healed nobody waits for the next retransmission. */
  atOnce: boolean;
}

export class BlackHole {
  private readonly clock: Clock;
  private readonly link: Link;
  private readonly settings: BlackHoleSettings;
  /** Since when each end has waited for an answer to what it has sent. */
  private readonly unanswered = new Map<LinkDirection, Micros>();
  private readonly alarms: Timer[] = [];

  constructor(clock: Clock, link: Link, settings: BlackHoleSettings) {
    this.clock = clock;
    this.link = link;
    this.settings = settings;
    settings.directions.forEach((direction) => direction.hold(this.reason));
    // Also where data still gets through: the acknowledgement of it does not.
    for (const end of [link.a, link.b]) this.watch(end, link.outgoing(end));
  }

  heal(): void {
    this.alarms.forEach((alarm) => alarm.cancel());
    this.link.directions.forEach((direction) => direction.unfault(this.settings.id));
    for (const direction of this.settings.directions) {
      const since = this.unanswered.get(direction);
      if (since !== undefined && !this.settings.atOnce) {
        direction.postpone('retransmission', nextRetransmission(since, this.clock.now()));
      }
      direction.unhold(this.reason);
    }
  }

  private get reason(): string {
    return `half-open ${this.settings.id}`;
  }

  private watch(end: LinkEnd, outgoing: LinkDirection): void {
    outgoing.shape({
      id: this.settings.id,
      notBefore: (_item, from) => {
        this.sent(end, outgoing);
        return from;
      },
    });
    if (outgoing.waiting > 0) this.sent(end, outgoing);
  }

  private sent(end: LinkEnd, outgoing: LinkDirection): void {
    if (this.unanswered.has(outgoing)) return;
    const { giveUpMs } = this.settings;
    this.unanswered.set(outgoing, this.clock.now());
    if (giveUpMs === 0) return;
    const label = `retransmission ${this.link.id} ${outgoing.name}`;
    this.alarms.push(this.clock.after(giveUpMs, label, () => this.link.timeOut(end)));
  }
}

/** What patterns are made of: faults put on in their name, and time. Healed, a pattern takes all of it with it. */
import type { FaultOrder } from '#core/net/faults/fault.js';
import type { FaultRequest } from '#core/shared/api/fault-request.js';
import type { OptionSpec } from '#core/shared/faults/fault-options.js';
import type { Timer } from '#core/shared/injected/clock.js';
import type { Lab } from '../lab.js';

export class Pattern {
  private readonly lab: Lab;
  private readonly order: FaultOrder;
  /** Ids of the faults that are on in its name, the oldest first. */
  private readonly children = new Set<string>();
  private timer: Timer | undefined;

  constructor(lab: Lab, order: FaultOrder) {
    this.lab = lab;
    this.order = order;
  }

  /** Puts a fault on; gives what heals it. */
  place(request: FaultRequest): () => void {
    const { faults } = this.lab;
    const child = faults.apply(request, this.order.id);
    if (faults.isOn(child)) this.children.add(child);
    return () => {
      if (this.children.delete(child)) faults.heal(child);
    };
  }

  /** Goes on after so many ms of lab time; there is one next thing at a time. */
  next(afterMs: number, work: () => void): void {
    const { clock } = this.lab;
    this.timer = clock.forNode('').after(afterMs, `pattern ${this.order.id}`, work);
  }

  /** The last one first. */
  readonly undo = (): void => {
    this.timer?.cancel();
    const children = [...this.children].reverse();
    this.children.clear();
    children.forEach((child) => this.lab.faults.heal(child));
  };
}

/** `server1,muc1|server2` → the nodes of each group. */
export function groupsOf(target: string): string[][] {
  return target.split('|').map((group) => group.split(','));
}

/** Each of one group with each of another, for all groups: the earlier group first. */
export function pairsAcross(groups: readonly (readonly string[])[]): [string, string][] {
  return groups.flatMap((group, index) =>
    groups
      .slice(index + 1)
      .flatMap((other) => group.flatMap((one) => other.map((two): [string, string] => [one, two]))),
  );
}

/** ms between two strokes of a pattern: never so few that it would keep the lab from anything else. */
export function atLeast(byDefault: number, least = 10): OptionSpec {
  return { type: 'number', unit: 'ms', default: byDefault, min: least, max: 3_600_000 };
}

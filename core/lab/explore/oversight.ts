/** Watches all invariants over one run, and puts on the faults whose moment has come. */
import type { FaultChoice } from '#core/shared/explore/choice.js';
import type { InvariantName } from '#core/shared/explore/invariant-names.js';
import type { Violation } from '#core/shared/explore/violation.js';
import type { Lab } from '../lab.js';
import type { LabHost } from '../lab-host.js';
import { refusal, type Steering } from '../scenario/scenario-play.js';
import type { Course } from './course.js';
import { INVARIANTS } from './invariants/catalogue.js';
import type { Watcher } from './invariants/invariant.js';

export class Oversight implements Steering {
  /** Faults that were put on; one that the lab refuses, because what it is for is gone, is none. */
  applied = 0;
  private readonly host: LabHost;
  private readonly lab: Lab;
  private readonly course: Course;
  private readonly watchers: { name: InvariantName; watcher: Watcher }[];
  private seen = 0;
  private found: Violation | undefined;

  constructor(host: LabHost, lab: Lab, course: Course, wanted: readonly InvariantName[]) {
    this.host = host;
    this.lab = lab;
    this.course = course;
    this.watchers = INVARIANTS.filter(({ name }) => wanted.includes(name)).map((invariant) => ({
      name: invariant.name,
      watcher: invariant.watch(lab),
    }));
  }

  get due(): boolean {
    return this.course.hasDue;
  }

  async act(): Promise<void> {
    for (const { fault } of this.course.takeDue()) await this.apply(fault);
  }

  get over(): boolean {
    return this.violation() !== undefined;
  }

  /** The first one so far. */
  violation(): Violation | undefined {
    const { trace } = this.lab;
    while (this.seen < trace.length && !this.found) {
      for (const row of trace.range(this.seen + 1, trace.length)) {
        this.seen += 1;
        for (const { name, watcher } of this.watchers) {
          const finding = watcher.take(row);
          if (finding) this.found ??= { invariant: name, ...finding };
        }
        if (this.found) break;
      }
    }
    return this.found;
  }

  /** The first one, those included that show only when nothing is on its way any more. */
  finalViolation(): Violation | undefined {
    for (const { name, watcher } of this.violation() ? [] : this.watchers) {
      const finding = watcher.atEnd?.();
      if (finding) this.found ??= { invariant: name, ...finding };
    }
    return this.found;
  }

  private async apply(fault: FaultChoice['fault']): Promise<void> {
    if (!(await refusal(() => this.host.call('fault.apply', fault)))) this.applied += 1;
  }
}

/** Steps that go further than one thing: each a row of single ones, chosen here, so that a journal knows them all. */
import type { PendingItem } from '#core/shared/api/pending.js';
import type { Lab } from '../lab.js';
import { Journey } from './journey.js';

/** A step that has not come to its end after so many single ones stops there. */
const MOST_STEPS = 10_000;

/** @param goOn asked before each single one: false, a breakpoint has stopped it */
export class WideSteps {
  private readonly lab: Lab;
  private readonly goOn: () => boolean;

  constructor(lab: Lab, goOn: () => boolean) {
    this.lab = lab;
    this.goOn = goOn;
  }

  /** Until a frame has been delivered. */
  frame(): Promise<string[]> {
    return this.until(({ kind }) => kind === 'frame');
  }

  /** Until something has come to that node, or one of its timers has fired. */
  node(node: string): Promise<string[]> {
    return this.until((item) => placeOf(item) === node);
  }

  /** Until something has happened on that link. */
  link(link: string): Promise<string[]> {
    return this.until((item) => item.link === link);
  }

  /** Until nothing waits on the network that event `seq` has led to. Timers that it has armed are not waited for. */
  async journey(seq: number): Promise<string[]> {
    const journey = new Journey(this.lab.trace, seq);
    const { stepper } = this.lab;
    const stepped: string[] = [];
    while (stepped.length < MOST_STEPS && this.goOn()) {
      const next = journey.next(stepper.pending());
      if (next === 'over') break;
      const went = next === 'held' ? await stepper.step() : (await stepper.deliver(next)) ? next : undefined;
      if (went === undefined) break;
      stepped.push(went);
    }
    return stepped;
  }

  /** The first that can go and is wanted; as long as there is none, what comes next. */
  private async until(wanted: (item: PendingItem) => boolean): Promise<string[]> {
    const { stepper, clock } = this.lab;
    const stepped: string[] = [];
    while (stepped.length < MOST_STEPS && this.goOn()) {
      const ready = stepper.pending().filter(({ deliverable, kind }) => deliverable && kind !== 'timer');
      const found = ready.find(wanted);
      if (found) {
        if (await stepper.deliver(found.id)) stepped.push(found.id);
        break;
      }
      const timer = ready.length === 0 ? clock.next() : undefined;
      const id = await stepper.step();
      if (id === undefined) break;
      stepped.push(id);
      const fired = timer && ({ kind: 'timer', node: timer.node, id, text: '', deliverable: true } as const);
      if (fired && wanted(fired)) break;
    }
    return stepped;
  }
}

/** The node in which something happens when it goes. */
function placeOf({ kind, node, to }: PendingItem): string {
  return kind === 'frame' || kind === 'fin' || kind === 'reset' ? (to ?? node) : node;
}

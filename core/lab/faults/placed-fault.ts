/** One fault that somebody has put on: the effects of `fault.machine.ts`. */
import { withEffects } from '#core/component/machine-effects.js';
import { runMachine, type RunningMachine } from '#core/component/machine-runner.js';
import type { FaultOrder } from '#core/net/faults/fault.js';
import type { FaultRequest } from '#core/shared/api/fault-request.js';
import type { FaultView } from '#core/shared/api/results.js';
import type { OptionValues } from '#core/shared/faults/fault-options.js';
import { faultMachine } from '#core/shared/machines/fault.machine.js';
import type { TraceRow } from '#core/shared/trace/trace-schema.js';
import type { Lab } from '../lab.js';
import { SeededRandom } from '../random.js';
import { faultHits } from './fault-hits.js';
import type { LabFault } from './kinds.js';
import { linkOf, stageWatch } from './stage-watch.js';

export interface FaultParts {
  id: string;
  number: number;
  kind: LabFault;
  options: OptionValues;
  request: FaultRequest;
  /** Id of the pattern that has put it on. */
  of: string | undefined;
}

export class PlacedFault {
  readonly parts: FaultParts;
  private readonly lab: Lab;
  private readonly machine: RunningMachine<typeof faultMachine>;
  private readonly reached: ((row: TraceRow) => boolean) | undefined;
  private target: string;
  private undo: (() => void) | undefined;

  constructor(lab: Lab, parts: FaultParts) {
    const { id, kind, request } = parts;
    this.lab = lab;
    this.parts = parts;
    this.target = request.target ?? '';
    this.reached = request.when ? stageWatch(request.when) : undefined;
    const provided = withEffects(faultMachine, {
      actions: { putOn: () => this.putOn(), takeOff: () => this.takeOff() },
    });
    const host = { node: '', clock: lab.clock.forNode(''), trace: lab.trace };
    this.machine = runMachine(host, provided, id, {
      kind: kind.kind,
      target: this.target,
      staged: request.when !== undefined,
      once: kind.once ?? false,
      ...timing(request, kind.once ?? false),
    });
  }

  get over(): boolean {
    return this.machine.snapshot().status === 'done';
  }

  heal(): void {
    if (!this.over) this.machine.send({ type: 'fault.healed' });
  }

  /** Looks at what has just happened; true: this was the stage it has waited for. */
  sees(row: TraceRow): boolean {
    if (!this.reached || this.machine.state !== 'armed' || !this.reached(row)) return false;
    if (this.parts.request.target === undefined)
      this.target = linkOf(row, (seq) => this.lab.trace.recent(seq));
    return true;
  }

  stageReached(): void {
    this.machine.send({ type: 'stage.reached' });
  }

  view(): FaultView {
    const { id, kind, options, request, of } = this.parts;
    const { direction, probability, frames, durationMs, schedule, when } = request;
    const settings = { direction, probability, frames, durationMs, schedule, when, of };
    const given = Object.entries(settings).filter(([, value]) => value !== undefined);
    return {
      id,
      kind: kind.kind,
      target: this.target,
      state: this.machine.state,
      options,
      ...(Object.fromEntries(given) as Partial<typeof settings>),
    } as FaultView;
  }

  private putOn(): void {
    this.undo = this.parts.kind.apply(this.lab, this.order());
  }

  private takeOff(): void {
    const { undo } = this;
    this.undo = undefined;
    undo?.();
  }

  private order(): FaultOrder {
    const { id, number, kind, options, request } = this.parts;
    const random = new SeededRandom(this.lab.seed * 7919 + number);
    const { probability = 1, frames = {}, direction = 'both' } = request;
    return {
      id,
      kind: kind.kind,
      target: this.target,
      direction,
      options,
      random,
      hits: faultHits(probability, frames, random),
      end: () => {
        if (!this.over) this.machine.send({ type: 'fault.ended' });
      },
    };
  }
}

function timing(
  { durationMs = 0, schedule = {} }: FaultRequest,
  once: boolean,
): { startMs: number; durationMs: number; gapMs: number; times: number } {
  const { afterMs = 0, everyMs = 0, times = 0 } = schedule;
  const bounded = once ? 0 : durationMs;
  return { startMs: afterMs, durationMs: bounded, gapMs: Math.max(0, everyMs - bounded), times };
}

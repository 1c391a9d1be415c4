/** The faults that are on now, armed or to come again, and how to take them away. */
import type { FaultGround } from '#core/shared/faults/fault-kind-view.js';
import type { FaultRequest } from '#core/shared/api/fault-request.js';
import { HostError } from '#core/shared/api/host-error.js';
import type { FaultView } from '#core/shared/api/results.js';
import { checkOptions, type OptionValues } from '#core/shared/faults/fault-options.js';
import type { TraceRow } from '#core/shared/trace/trace-schema.js';
import type { Lab } from '../lab.js';
import type { LabProcess } from '../lab-process.js';
import { checkTarget } from './fault-target.js';
import { faultKind, type LabFault } from './kinds.js';
import { PlacedFault } from './placed-fault.js';

/** Grounds that are named by a process. */
const OF_A_PROCESS: ReadonlySet<FaultGround> = new Set(['node', 'port', 'database']);

export class FaultShelf {
  private readonly lab: Lab;
  private readonly placed = new Map<string, PlacedFault>();
  /** Those that wait for a stage: only they look at the trace. */
  private readonly waiting = new Set<PlacedFault>();

  constructor(lab: Lab) {
    this.lab = lab;
  }

  list(): FaultView[] {
    this.tidy();
    return [...this.placed.values()].map((fault) => fault.view());
  }

  /**
   * Puts a fault on; its id. Throws `unknown-fault`, `bad-fault-option`, `bad-fault-timing`, `fault-needs-target`,
   * `unknown-node`, `unknown-link`, `bad-fault-target` or `fault-already-on`.
   * @param of id of the pattern that puts it on
   */
  apply(request: FaultRequest, of?: string): string {
    const { trace, ids, kernel } = this.lab;
    const kind = faultKind(request.kind);
    if (!kind) throw new HostError('unknown-fault', { kind: request.kind });
    const options = optionsOf(kind, request);
    checkTiming(kind, request);
    checkTarget(this.lab, kind, request);
    this.checkOthers(kind, { target: request.target ?? '', options });
    this.checkExclusive(kind, request.target);
    const number = ids.next('fault');
    const id = `fault-${number}`;
    const settings = JSON.stringify({ ...request, kind: undefined, target: undefined, of });
    const seq = trace.record(
      'fault.applied',
      '',
      [id, kind.kind, request.target ?? '', settings],
      of === undefined ? 0 : trace.cause,
    );
    kernel.enter(seq, id, () => {
      const fault = new PlacedFault(this.lab, { id, number, kind, options, request, of });
      if (fault.over) return;
      this.placed.set(id, fault);
      if (request.when) this.waiting.add(fault);
    });
    return id;
  }

  isOn(id: string): boolean {
    return this.placed.get(id)?.over === false;
  }

  /** False when there is no such fault on. */
  heal(id: string): boolean {
    this.tidy();
    const fault = this.placed.get(id);
    if (!fault) return false;
    this.placed.delete(id);
    this.waiting.delete(fault);
    const { kind, target } = fault.view();
    const cause = fault.parts.of === undefined ? 0 : this.lab.trace.cause;
    const seq = this.lab.trace.record('fault.healed', '', [id, kind, target], cause);
    this.lab.kernel.enter(seq, id, () => fault.heal());
    return true;
  }

  /** Takes every fault away and starts again each process that one has killed or left with a failed listener. */
  healAll(): { healed: number; restarted: string[] } {
    this.tidy();
    // The newest first: what one fault has made of the other is undone in its order.
    const ids = [...this.placed.keys()].reverse();
    // Those of a pattern go with it.
    const healed = ids.filter((id) => this.heal(id)).length;
    const broken = this.lab.processes.filter((process) => this.needsRestart(process));
    broken.forEach((process) => this.lab.restart(process));
    return { healed, restarted: broken.map((process) => process.name) };
  }

  /** Takes away what is on a process, its ports or its database by that name: the topology does not have it any more. */
  healAllOn(process: string): void {
    this.tidy();
    for (const [id, { parts }] of this.placed) {
      const { target = '' } = parts.request;
      const isOn = OF_A_PROCESS.has(parts.kind.on) && target.split(':')[0] === process;
      if (isOn) this.heal(id);
    }
  }

  /** Looks at each event as it is recorded. What a stage sets off happens at the end of the step, not in its middle. */
  sees(row: TraceRow): void {
    for (const fault of this.waiting) {
      if (!fault.sees(row)) continue;
      this.waiting.delete(fault);
      this.lab.kernel.soon(row[0], () => fault.stageReached());
    }
  }

  /** Those that have ended by themselves are no longer on. */
  private tidy(): void {
    for (const [id, fault] of this.placed) if (fault.over) this.placed.delete(id);
  }

  private checkOthers(kind: LabFault, request: { target: string; options: OptionValues }): void {
    const bad = kind.check?.(this.lab, request);
    if (!bad) return;
    const { option, allowed } = bad;
    const value = request.options[option] ?? '';
    throw new HostError('bad-fault-option', { kind: kind.kind, option, value, allowed });
  }

  private checkExclusive(kind: LabFault, target: string | undefined): void {
    if (!kind.exclusive) return;
    const same = this.list().some((fault) => fault.kind === kind.kind && fault.target === target);
    if (same) throw new HostError('fault-already-on', { kind: kind.kind, target: target ?? '' });
  }

  private needsRestart(process: LabProcess): boolean {
    if (process.killed) return true;
    if (!process.running) return false;
    return this.lab.network.listenersOf(process.name).some((listener) => listener.tried && !listener.open);
  }
}

function optionsOf(kind: LabFault, { how, options = {} }: FaultRequest) {
  const given = how === undefined ? options : { ...options, how };
  const checked = checkOptions(kind.options, given);
  if (checked.ok) return checked.values;
  const { option, allowed } = checked;
  const value = (given as Record<string, string | number>)[option] ?? '';
  if (allowed === '') throw new HostError('unknown-fault-option', { kind: kind.kind, option });
  throw new HostError('bad-fault-option', { kind: kind.kind, option, value, allowed });
}

/** What comes again must have ended before; what is over at once cannot last. */
function checkTiming(kind: LabFault, { durationMs, schedule }: FaultRequest): void {
  const every = schedule?.everyMs;
  const refused =
    (kind.once && durationMs !== undefined) ||
    (!kind.once && every !== undefined && (durationMs === undefined || durationMs >= every));
  if (refused) throw new HostError('bad-fault-timing', { kind: kind.kind });
}

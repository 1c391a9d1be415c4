/** Keeps the store true: folds the trace, and asks the host for its lists when something of them has changed. */
import type { HostEvents } from '#core/shared/api/results.js';
import { HostError } from '#core/shared/api/host-error.js';
import type { CommandArgs, CommandName } from '#core/shared/api/commands.js';
import type { CommandResult } from '#core/shared/api/results.js';
import { MachineFold } from '#core/shared/trace/machine-fold.js';
import type { TraceEvent } from '#core/shared/trace/trace-event.js';
import { TRACE_KINDS, type TraceRow } from '#core/shared/trace/trace-schema.js';
import { ACTING_COMMANDS } from '#core/shared/api/acting-commands.js';
import type { WindowHost } from '../host/lab-host.js';
import { EMPTY, labStore, log, type LabState } from './lab-store.js';
import { LookBack } from './look-back.js';

/** Too many and too small for a window; the inspector asks for them when it shows a queue. */
const LEFT_OUT = new Set(['packet.hop', 'packet.plugin', 'frame.handled']);
const KINDS = TRACE_KINDS.filter((kind) => !LEFT_OUT.has(kind));
/** After these the host's lists are not what they were. */
const CHANGES_LISTS = /^(link|listener|fault|lab|rooms|topology)\.|^machine\.(started|stopped)$/;
/** What lets the lab go on from where it stands; `clock.resume` is of the lab, wherever the window looks. */
const GOES_ON: ReadonlySet<CommandName> = new Set([
  'pending.deliver',
  'clock.step',
  'clock.advanceTo',
  'clock.runUntil',
]);
/** Machines whose steps show in those lists. */
const ON_LISTS: ReadonlySet<string> = new Set(['node', 'client-session', 'user-session', 'fault']);
/** Real time to wait for more changes before the lists are asked for, in ms. */
const REFRESH_MS = 60;
/** Events that wait for an animation frame at most: a window in the background gets none, and must not grow for it. */
const MOST_WAITING = 20_000;

export class LabFeed {
  readonly host: WindowHost;
  /** Shows an earlier moment in the whole window. */
  readonly lookBack: LookBack;
  private machines = new MachineFold();
  private waiting: TraceEvent[] = [];
  private frame = 0;
  private refreshTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: WindowHost) {
    this.host = host;
    this.lookBack = new LookBack(host, () => this.present());
    host.on('trace.batch', (batch) => this.take(batch));
    host.on('branch.changed', () => {
      this.lookBack.forget();
      void this.attach();
    });
    host.on('clock.changed', (clock) => {
      labStore.setState({ clock });
      this.refreshSoon();
    });
  }

  /** Carries a command out; a refusal becomes the message line and gives undefined. */
  async act<Name extends CommandName>(
    command: Name,
    args: CommandArgs<Name>,
  ): Promise<CommandResult<Name> | undefined> {
    if (!(await this.mayAct(command))) return undefined;
    return this.attempt(() => this.host.call(command, args));
  }

  /** What it gives; a refusal becomes the message line and gives undefined. */
  async attempt<Result>(work: () => Promise<Result>): Promise<Result | undefined> {
    try {
      const result = await work();
      labStore.setState({ problem: undefined });
      this.refreshSoon();
      return result;
    } catch (error) {
      const { code, params } = error instanceof HostError ? error : new HostError('internal');
      labStore.setState({ problem: { code: `host.${code}`, params } });
      return undefined;
    }
  }

  /** What acts while the window looks back acts in the present, or on a branch that leaves the past there. */
  private async mayAct(command: CommandName): Promise<boolean> {
    const { past } = labStore.getState();
    if (!past || !(ACTING_COMMANDS.has(command) || GOES_ON.has(command))) return true;
    const how = await new Promise<'fork' | 'present' | 'not'>((answer) =>
      labStore.setState({ asked: { answer } }),
    );
    labStore.setState({ asked: undefined });
    if (how === 'fork') return (await this.act('branch.fork', { seq: past.seq })) !== undefined;
    if (how === 'present') this.lookBack.end();
    return how === 'present';
  }

  /** The window shows the present again. */
  private present(): void {
    labStore.setState({ machines: this.machineViews() });
    this.refreshSoon();
  }

  private machineViews(): LabState['machines'] {
    return new Map(this.machines.all().map((view) => [view.instance, { ...view }]));
  }

  /** Opens a topology and follows it from its first event. */
  async open(args: CommandArgs<'topology.open'>): Promise<boolean> {
    const opened = await this.act('topology.open', args);
    if (!opened) return false;
    const { plan } = await this.host.call('topology.get', {});
    this.forget();
    labStore.setState({ ...emptied(true), plan, findings: opened.findings, nodes: opened.nodes });
    await this.follow();
    return true;
  }

  /**
   * Takes up a topology that is open already (a window that was opened again, another branch). False when there is none.
   * @param isOther it is not the one that was shown until now, though it may have the same name
   */
  async attach(isOther = false): Promise<boolean> {
    try {
      const { plan, findings } = await this.host.call('topology.get', {});
      this.forget();
      labStore.setState({ ...emptied(isOther), plan, findings });
    } catch {
      return false;
    }
    await this.follow();
    return true;
  }

  lost(): void {
    labStore.setState({ connected: false });
  }

  /** Before anybody hears of another run: who then reads the events is not to take the old ones for its. */
  private forget(): void {
    this.lookBack.forget();
    log.clear();
    this.machines = new MachineFold();
  }

  private async follow(): Promise<void> {
    await this.host.call('trace.subscribe', { from: 1, filter: { kinds: [...KINDS] } });
    await this.refresh();
  }

  private take({ events }: HostEvents['trace.batch']): void {
    for (const event of events) this.waiting.push(event);
    // One redraw an animation frame, however many batches come.
    if (this.waiting.length > MOST_WAITING) this.fold();
    else if (this.frame === 0) this.frame = requestAnimationFrame(() => this.fold());
  }

  private fold(): void {
    cancelAnimationFrame(this.frame);
    this.frame = 0;
    const events = this.waiting;
    this.waiting = [];
    if (events.some(({ kind }) => kind === 'topology.applied')) void this.replan();
    let [lists, machines] = [false, false];
    for (const event of events) {
      lists ||= changesLists(event);
      if (!event.kind.startsWith('machine.')) continue;
      machines = true;
      this.machines.take(rowOf(event));
    }
    log.append(events);
    const revision = labStore.getState().revision + 1;
    if (machines && !labStore.getState().past) {
      labStore.setState({ revision, machines: this.machineViews() });
    } else {
      labStore.setState({ revision });
    }
    if (lists || labStore.getState().clock?.mode !== 'live') this.refreshSoon();
  }

  /** The topology has become another one while it runs. */
  private async replan(): Promise<void> {
    try {
      const { plan, findings } = await this.host.call('topology.get', {});
      labStore.setState({ plan, findings });
    } catch {
      // As in `refresh`.
    }
  }

  private refreshSoon(): void {
    this.refreshTimer ??= setTimeout(() => void this.refresh(), REFRESH_MS);
  }

  private async refresh(): Promise<void> {
    clearTimeout(this.refreshTimer);
    this.refreshTimer = undefined;
    if (!labStore.getState().plan) return;
    if (labStore.getState().past) return clockNow(this.host);
    try {
      const [{ nodes }, { links }, { clients }, { faults }, { domains }, clock] = await Promise.all([
        this.host.call('node.list', {}),
        this.host.call('link.list', {}),
        this.host.call('client.list', {}),
        this.host.call('fault.list', {}),
        this.host.call('rooms.get', {}),
        this.host.call('clock.get', {}),
      ]);
      const pending = clock.mode === 'live' ? [] : (await this.host.call('pending.list', {})).pending;
      // Meanwhile the user has begun to look back.
      if (labStore.getState().past) return;
      const kept = unchanged({ faults, rooms: domains });
      labStore.setState({ nodes, links, clients, clock, pending, ...kept });
    } catch {
      // The topology was closed or the connection lost meanwhile: the next event says so.
    }
  }
}

/** As before anything is known of what is shown from now on. */
function emptied(isOther: boolean): LabState {
  const { opened } = labStore.getState();
  return { ...EMPTY, opened: opened + (isOther ? 1 : 0) };
}

/** While the window looks back only this is of the present: how far it is. */
async function clockNow(host: WindowHost): Promise<void> {
  try {
    labStore.setState({ clock: await host.call('clock.get', {}) });
  } catch {
    // As in `refresh`.
  }
}

function changesLists({ kind, data }: TraceEvent): boolean {
  if (kind === 'machine.transition') return ON_LISTS.has(String(data.machine));
  return CHANGES_LISTS.test(kind);
}

/** Short lists that many lines and cards look at keep their identity as long as nothing in them has changed. */
function unchanged(lists: Pick<LabState, 'faults' | 'rooms'>): Pick<LabState, 'faults' | 'rooms'> {
  const { faults, rooms } = labStore.getState();
  return {
    faults: JSON.stringify(faults) === JSON.stringify(lists.faults) ? faults : lists.faults,
    rooms: JSON.stringify(rooms) === JSON.stringify(lists.rooms) ? rooms : lists.rooms,
  };
}

/** The compact row that an event was made of. */
export function rowOf({ seq, time, node, cause, kind, data }: TraceEvent): TraceRow {
  return [seq, time * 1000, node, cause, kind, Object.values(data)] as TraceRow;
}

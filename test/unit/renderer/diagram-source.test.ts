/** What a window draws of a run: the part that somebody looks at first, then all of it, and whatever happens meanwhile. */
import { afterEach, describe, expect, it } from 'vitest';
import { diagramPart } from '#core/lab/trace-diagram.js';
import { TraceLog } from '#core/lab/trace-log.js';
import type { CommandArgs } from '#core/shared/api/commands.js';
import { DiagramFold } from '#core/shared/trace/diagram/diagram-fold.js';
import { traceEvent } from '#core/shared/trace/trace-event.js';
import { WorldFold } from '#core/shared/trace/world/world-fold.js';
import type { WindowHost } from '#renderer/host/lab-host.js';
import { DiagramSource } from '#renderer/panels/diagram/diagram-source.js';
import { EMPTY, labStore, log, type LabState } from '#renderer/store/lab-store.js';

const LINK = 'client:u>a:5222#1';
const PLAN = { name: 'x', processes: [{ name: 'a' }] } as unknown as LabState['plan'];

/** A lab whose run has `frames` frames; the window's log has what has been told. */
class Run {
  readonly trace: TraceLog;
  readonly asked: CommandArgs<'trace.diagram'>[] = [];
  fails = false;
  private readonly fold = new WorldFold();
  private frames = 0;

  constructor(frames: number) {
    let now = 0;
    this.trace = new TraceLog({ now: () => (now += 100), spill: () => '' });
    this.trace.observer = (row) => this.fold.take(row);
    this.trace.record('link.dialled', 'client:u', [LINK, 'c2s', 'client:u', '127.0.0.1', 5222]);
    this.trace.record('link.opened', 'client:u', [LINK, 'a']);
    this.send(frames);
  }

  get host(): WindowHost {
    const call = (_command: string, args: CommandArgs<'trace.diagram'>): Promise<unknown> => {
      this.asked.push(args);
      if (this.fails) return Promise.reject(new Error('gone'));
      // All links are there from the beginning, and stay.
      return Promise.resolve(
        diagramPart({ trace: this.trace, pictures: { at: () => this.fold.world() } }, args),
      );
    };
    return { call, on: () => () => undefined } as unknown as WindowHost;
  }

  send(count: number): void {
    for (let left = count; left > 0; left -= 1) {
      this.frames += 1;
      this.trace.record('frame.sent', 'a', [LINK, 'ba', this.frames, `<message id="m${this.frames}"/>`]);
      this.trace.record('frame.delivered', 'client:u', [LINK, 'ba', this.frames]);
    }
  }

  /** Tells the window of the events from `from` on. */
  tell(from: number): void {
    log.append(this.trace.range(from, this.trace.length).map(traceEvent));
    labStore.setState(({ revision }) => ({ revision: revision + 1 }));
  }

  whole(): DiagramFold {
    const fold = new DiagramFold(['a']);
    for (const row of this.trace.range(1, this.trace.length)) fold.take(traceEvent(row));
    return fold;
  }
}

/** Opens the diagram; what it showed each time that it was told to draw: items, and whether there is more to come. */
async function opened(
  run: Run,
  around?: number,
): Promise<{ source: DiagramSource; seen: [number, boolean][] }> {
  const source = new DiagramSource(run.host, false);
  const seen: [number, boolean][] = [];
  source.begin(() => seen.push([source.fold.items.length, source.progress !== undefined]), around);
  await quiet();
  return { source, seen };
}

/** As text: thousands of items are compared at once. */
function told({ items, lifelines }: DiagramFold): string {
  return JSON.stringify({ items, lifelines });
}

async function quiet(): Promise<void> {
  for (let turns = 0; turns < 200; turns += 1) await Promise.resolve();
}

function begin(run: Run, told: number): void {
  labStore.setState({ ...EMPTY, plan: PLAN });
  run.tell(told);
}

afterEach(() => {
  log.clear();
  labStore.setState(EMPTY);
});

describe('a diagram in the window', () => {
  it('of a long run shows its end at once, and then all of it', async () => {
    const run = new Run(7000);
    begin(run, 13_000);
    const { source, seen } = await opened(run);
    expect(seen[0]).toEqual([3000, true]);
    expect(seen.slice(0, -1).every(([, more]) => more)).toBe(true);
    expect(seen.at(-1)).toEqual([7001, false]);
    expect(told(source.fold)).toBe(told(run.whole()));
    source.end();
  });

  it('shows first what somebody looks at', async () => {
    const run = new Run(7000);
    begin(run, 13_000);
    const { source } = await opened(run, 4000);
    expect(run.asked[0]).toMatchObject({ to: 7000 });
    expect(source.progress).toBeUndefined();
    source.end();
  });

  it('follows the run, and goes on where it stopped when it is shown again', async () => {
    const run = new Run(7000);
    begin(run, 13_000);
    const { source } = await opened(run);
    let before = run.trace.length;
    run.send(5);
    run.tell(before + 1);
    expect(told(source.fold)).toBe(told(run.whole()));
    source.end();
    before = run.trace.length;
    run.send(7);
    run.tell(before + 1);
    const asked = run.asked.length;
    source.begin(() => undefined, undefined);
    await quiet();
    expect(told(source.fold)).toBe(told(run.whole()));
    expect(run.asked.length).toBe(asked);
    source.end();
  });

  it('that is shown again after another run was opened is of that one', async () => {
    const before = new Run(10);
    begin(before, 1);
    const { source } = await opened(before);
    source.end();
    log.clear();
    const after = new Run(20);
    labStore.setState({ ...EMPTY, plan: { ...PLAN } as LabState['plan'] });
    after.tell(1);
    source.begin(() => undefined, undefined);
    expect(told(source.fold)).toBe(told(after.whole()));
    source.end();
  });

  it('that is short is read from the window’s own log', async () => {
    const run = new Run(10);
    begin(run, 1);
    const { source, seen } = await opened(run);
    expect([seen, run.asked]).toEqual([[[11, false]], []]);
    source.end();
  });

  it('begins anew with another run, and ends quietly when the lab is gone', async () => {
    const run = new Run(7000);
    begin(run, 13_000);
    const { source } = await opened(run);
    run.fails = true;
    log.clear();
    labStore.setState({ ...EMPTY, plan: { ...PLAN } as LabState['plan'] });
    await quiet();
    expect(source.fold.items).toEqual([]);
    run.tell(13_000);
    await quiet();
    expect(source.fold.items).toEqual([]);
    expect(run.asked.length).toBeLessThan(20);
    source.end();
  });
});

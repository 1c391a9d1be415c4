/** What the commands of the host API work on: the lab that is open, if any, and what outlives it. */
import { HostError } from '#core/shared/api/host-error.js';
import type { ClockView } from '#core/shared/api/results.js';
import { Breakpoints } from './breakpoints.js';
import { EventBus } from './event-bus.js';
import { Lab } from './lab.js';
import type { LabOptions } from './lab-options.js';

export class LabSession {
  readonly bus = new EventBus();
  readonly breakpoints = new Breakpoints();
  speed = 1;
  private current: Lab | undefined;

  /** The open lab; throws `no-topology` when there is none. */
  get lab(): Lab {
    if (!this.current) throw new HostError('no-topology');
    return this.current;
  }

  get openLab(): Lab | undefined {
    return this.current;
  }

  /** Opens and boots a lab in place of the one that is open. */
  async open(options: LabOptions, bootSpeed?: number): Promise<Lab> {
    await this.close();
    const lab = await Lab.open(options);
    this.current = lab;
    lab.network.queued = (frame, text, where) => {
      if (this.breakpoints.none) return;
      const id = this.breakpoints.hit(text, where);
      if (id === undefined) return;
      // Not awaited: what is inside a socket now still lands, everything else waits from here on.
      void lab.stepper.pause().then(() => this.clockChanged());
      this.bus.emit('breakpoint.hit', { breakpoint: id, frame: `f${frame}` });
    };
    await lab.boot(bootSpeed);
    return lab;
  }

  async close(): Promise<void> {
    const lab = this.current;
    this.current = undefined;
    await lab?.close();
  }

  clock(): ClockView {
    const { lab } = this;
    return { mode: lab.stepper.mode, time: lab.clock.now() / 1000, speed: this.speed, seq: lab.trace.length };
  }

  clockChanged(): ClockView {
    const view = this.clock();
    this.bus.emit('clock.changed', view);
    return view;
  }

  /** Carries out what a user asks of a process, as something that nothing of the lab caused. */
  act<Result>(where: string, work: () => Result): Result {
    let result: { value: Result } | undefined;
    let failure: { error: unknown } | undefined;
    this.lab.kernel.enter(0, where, () => {
      try {
        result = { value: work() };
      } catch (error) {
        failure = { error };
      }
    });
    if (failure) throw failure.error;
    if (!result) throw new HostError('internal');
    return result.value;
  }
}

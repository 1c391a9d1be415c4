import type { Clock } from '#core/shared/injected/clock.js';
import type { Entry } from '#core/shared/injected/entry.js';
import type { Ids } from '#core/shared/injected/ids.js';
import type { TraceSink } from '#core/shared/injected/trace-sink.js';
import type { OutsideEvent } from './outside-event.js';
import type { Framer } from './frame.js';
import type { ReadyList } from './ready-list.js';

/** What a link needs of the network it belongs to. */
export interface LinkHost {
  readonly trace: TraceSink;
  readonly entry: Entry;
  readonly ids: Ids;
  readonly clock: Clock;
  readonly ready: ReadyList;
  /** Cuts a stranger's bytes into frames. */
  newFramer(): Framer;
  /** Something became ready, or what was in flight has landed. */
  changed(): void;
  /** Counts what has been released and has not settled. */
  inFlight(delta: 1 | -1): void;
  /** Something that a program outside has done happens now, or as soon as the step that is on has settled. */
  fromOutside(event: OutsideEvent, happens: () => void): void;
  /** Hears of every frame that a process has sent and that waits now (breakpoints); absent when nobody asks. */
  queued?: ((frame: number, text: string, where: { link: string; node: string }) => void) | undefined;
  /** Nothing will ever happen on the link again. */
  gone(link: string): void;
}

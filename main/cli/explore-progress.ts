/** How far it is: one line that is written over on a terminal, a line now and then elsewhere. */
import type { ExploreProgress } from '#core/shared/explore/explore-report.js';
import type { Output } from './output.js';

/** Real time between two lines, in ms. */
const ON_TERMINAL_MS = 100;
const ELSEWHERE_MS = 5000;

export class ProgressLine {
  private readonly output: Output;
  private readonly every: number;
  private last = performance.now();
  private shown = false;

  constructor(output: Output) {
    this.output = output;
    this.every = output.overwrites ? ON_TERMINAL_MS : ELSEWHERE_MS;
  }

  show({ phase, ...figures }: ExploreProgress): void {
    const now = performance.now();
    if (now - this.last < this.every) return;
    this.last = now;
    this.shown = true;
    this.output.overwrite(this.output.text(`cli.explore.progress.${phase}`, figures));
  }

  end(): void {
    if (this.shown) this.output.overwrite('');
  }
}

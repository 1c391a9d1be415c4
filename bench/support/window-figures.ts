/** Figures of a page that is looked at. */
import type { CDPSession, Page } from 'playwright';

/** Counts animation frames from now on; the returned function gives how many there were in each whole second. */
export async function frameCounter(page: Page): Promise<() => Promise<number[]>> {
  // As text: the page's globals are not those of this program.
  await page.evaluate(`
    window.benchFrames = [];
    const began = performance.now();
    const count = (now) => {
      const second = Math.max(0, Math.floor((now - began) / 1000));
      window.benchFrames[second] = (window.benchFrames[second] ?? 0) + 1;
      requestAnimationFrame(count);
    };
    requestAnimationFrame(count);
  `);
  return async () => {
    const counts: (number | null)[] = await page.evaluate('Array.from(window.benchFrames, (n) => n ?? 0)');
    return counts.slice(0, -1).map((count) => count ?? 0);
  };
}

/** Notes when each animation frame comes, from now on; the returned function gives the time between them, in ms. */
export async function frameTimes(page: Page): Promise<() => Promise<number[]>> {
  await page.evaluate(`
    window.benchTimes = [];
    let last = performance.now();
    const note = (now) => {
      if (window.benchTimes === undefined) return;
      window.benchTimes.push(now - last);
      last = now;
      requestAnimationFrame(note);
    };
    requestAnimationFrame(note);
  `);
  return () =>
    page.evaluate(
      '(() => { const times = window.benchTimes; window.benchTimes = undefined; return times; })()',
    );
}

/** Chromium's sums of what the main thread of a page has done so far, in seconds of that thread's CPU time, by name. */
export async function mainThreadWork(cdp: CDPSession): Promise<Map<string, number>> {
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  const { metrics } = await cdp.send('Performance.getMetrics');
  return new Map(metrics.map(({ name, value }) => [name, value]));
}

export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

export function percentile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(part * (sorted.length - 1))] ?? 0;
}

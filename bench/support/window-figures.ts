/** Figures of a page that is looked at. */
import type { Page } from 'playwright';

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

export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

export function percentile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(part * (sorted.length - 1))] ?? 0;
}

import { setTimeout as delay } from 'node:timers/promises';

/** Generous: a slow machine must not fail a test that would have passed. */
const DEADLINE_MS = 60_000;
const LOOK_EVERY_MS = 25;

/**
 * Waits until `look` finds something, and gives it.
 * @param what named in the error, together with what `seen` tells, when the deadline passes first
 * @param look undefined or false: not yet
 */
export async function eventually<Found>(
  what: string,
  look: () => Found | undefined | false | Promise<Found | undefined | false>,
  seen: () => unknown = () => '',
  deadlineMs = DEADLINE_MS,
): Promise<Found> {
  const end = performance.now() + deadlineMs;
  for (;;) {
    const found = await look();
    if (found !== undefined && found !== false) return found;
    if (performance.now() > end)
      throw new Error(`${what}: not within ${deadlineMs} ms. ${JSON.stringify(await seen())}`);
    await delay(LOOK_EVERY_MS);
  }
}

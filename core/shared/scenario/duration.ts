/** Lab time as a scenario writes it: `500 ms`, `10 s`, `2 min`, `1 h`. */
import { z } from 'zod';

const DURATION = /^(\d{1,9}(?:\.\d{1,6})?) ?(ms|s|min|h)$/;

const MILLISECONDS: Readonly<Record<string, number>> = { ms: 1, s: 1000, min: 60_000, h: 3_600_000 };

/** Milliseconds of a duration; undefined for any other text. */
export function durationMs(text: string): number | undefined {
  const [, amount, unit] = DURATION.exec(text) ?? [];
  const factor = unit === undefined ? undefined : MILLISECONDS[unit];
  return amount === undefined || factor === undefined ? undefined : Number(amount) * factor;
}

/** A duration as text in, as milliseconds out. */
export const duration = z
  .string()
  .regex(DURATION)
  .transform((text) => durationMs(text) ?? 0);

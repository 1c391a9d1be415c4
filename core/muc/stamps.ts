/** Dates as delayed messages carry them. */

/** `2026-01-01T00:00:00Z` (XEP-0082, as XEP-0203 wants it). */
export function delayStamp(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19)}Z`;
}

/** `20260101T00:00:00` (XEP-0091, of `jabber:x:delay`). */
export function legacyStamp(ms: number): string {
  return new Date(ms).toISOString().slice(0, 19).replaceAll('-', '');
}

const DATE_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;

/** Reads a XEP-0082 date; undefined when it is none. */
export function readStamp(text: string): number | undefined {
  if (!DATE_TIME.test(text)) return undefined;
  const ms = Date.parse(text);
  return Number.isNaN(ms) ? undefined : ms;
}

/**
 * `--cm-traffic-throttling`, `--cm-ht-traffic-throttling`, `COMP/traffic-throttling` (§2.4):
 * `KIND:PER_MINUTE:LIFETIME:ACTION[,KIND:…]`.
 */

/** What one connection may carry; 0 (or less) is no limit. Windows are whole minutes of the component. */
export interface TrafficLimits {
  packetsPerMinute: number;
  packetsTotal: number;
  bytesPerMinute: number;
  bytesTotal: number;
  /** What happens on too many packets; too many bytes always end the connection. */
  action: 'disc' | 'drop';
}

/** The values of the Java fields: what holds when no value is read at all, or as far as one cannot be read. */
export const FIELD_LIMITS: TrafficLimits = {
  packetsPerMinute: 2500,
  packetsTotal: 0,
  bytesPerMinute: 20_000_000,
  bytesTotal: 0,
  action: 'disc',
};

/** How a limit is called in the log at start-up. */
const LIMIT_NAMES = {
  packetsPerMinute: 'last_minute_packets_limit',
  packetsTotal: 'total_packets_limit',
  bytesPerMinute: 'last_minute_bin_limit',
  bytesTotal: 'total_bin_limit',
} as const;
type LimitField = keyof typeof LIMIT_NAMES;

export interface ReadTrafficLimits {
  limits: TrafficLimits;
  /** What was read, in the order of the text: name in the log and value. */
  echo: { name: string; value: number }[];
  /** The item with a field missing, and the index of that field: nothing behind it is read. */
  broken?: { item: string; index: number };
}

/** Reads a value. A number that cannot be read leaves the field's own value; an unknown kind says nothing. */
export function readTrafficLimits(text: string): ReadTrafficLimits {
  const read: ReadTrafficLimits = { limits: { ...FIELD_LIMITS }, echo: [] };
  for (const item of text.split(',')) {
    const fields = item.split(':');
    const kind = fields[0]?.trim().toLowerCase();
    if (kind !== 'xmpp' && kind !== 'bin') continue;
    const [minute, total]: [LimitField, LimitField] =
      kind === 'xmpp' ? ['packetsPerMinute', 'packetsTotal'] : ['bytesPerMinute', 'bytesTotal'];
    readNumber(read, minute, fields[1]);
    readNumber(read, total, fields[2]);
    if (fields.length < 4) return { ...read, broken: { item: item.trim(), index: fields.length } };
    if (kind === 'xmpp') read.limits.action = fields[3]?.trim().toLowerCase() === 'drop' ? 'drop' : 'disc';
  }
  return read;
}

function readNumber(read: ReadTrafficLimits, field: LimitField, text: string | undefined): void {
  if (text === undefined) return;
  const value = parseSize(text) ?? FIELD_LIMITS[field];
  read.limits[field] = value;
  read.echo.push({ name: LIMIT_NAMES[field], value });
}

const SUFFIXES: Readonly<Record<string, number>> = { '': 1, k: 1024, m: 1024 ** 2, g: 1024 ** 3 };

/** A whole number with `k` = 1024, `m` = 1024², `g` = 1024³ behind it, in either case (§1.2); undefined: no number. */
export function parseSize(text: string): number | undefined {
  const found = /^([+-]?\d{1,15})([kmg]?)$/i.exec(text.trim());
  const factor = SUFFIXES[found?.[2]?.toLowerCase() ?? ''];
  return found === null || factor === undefined ? undefined : Number(found[1]) * factor;
}

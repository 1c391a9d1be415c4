/** `--new-connections-throttling` = `PORT:MAX_PER_SECOND[,…]` (§2.4): how many connections a port takes in one second. */
import { parsePort } from './cluster-nodes.js';

/** What holds for ports that the property does not name. */
const DEFAULTS: readonly (readonly [port: number, perSecond: number])[] = [
  [5222, 200],
  [5223, 50],
  [5269, 100],
  [5280, 1000],
];
const OTHER_PORTS = 200;

export interface NewConnectionLimits {
  /** Connections a second that `port` takes. */
  of(port: number): number;
  /** Items that are no pair of numbers. */
  bad: string[];
}

export function readNewConnectionLimits(text: string | undefined): NewConnectionLimits {
  const limits = new Map(DEFAULTS);
  const bad: string[] = [];
  for (const item of text?.split(',') ?? []) {
    const [port, most] = item.split(':').map((field) => parsePort(field.trim()));
    if (port === undefined || most === undefined) bad.push(item);
    else limits.set(port, most);
  }
  return { of: (port) => limits.get(port) ?? OTHER_PORTS, bad };
}

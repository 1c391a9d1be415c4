/** `--watchdog_delay`, `--watchdog_timeout`, `--watchdog_ping_type`, and the same per component (§2.10). */
import { ownValue } from './own-value.js';
import type { ProcessPlan } from './topology-plan.js';

export interface WatchdogSettings {
  /** How often it looks, in ms; 0 or less: never. */
  delayMs: number;
  /** Idle for so long: probed. */
  timeoutMs: number;
  pingType: 'whitespace' | 'xmpp';
  /** A word that is no ping type, on which the original fails; the default holds. */
  badPingType?: string;
}

const DELAY_MS = 600_000;
const TIMEOUT_MS = 1_740_000;

/** What holds for component `name`: its own setting, else the property, else the default. */
export function watchdogSettings(
  plan: Pick<ProcessPlan, 'properties' | 'settings'>,
  name: string,
): WatchdogSettings {
  const value = (key: string): string | undefined =>
    ownValue(plan.settings, `${name}/${key}`) ?? ownValue(plan.properties, `--${key}`);
  const word = value('watchdog_ping_type')?.trim();
  const pingType = word?.toLowerCase() ?? 'whitespace';
  const known = pingType === 'whitespace' || pingType === 'xmpp';
  return {
    delayMs: wholeNumber(value('watchdog_delay')) ?? DELAY_MS,
    timeoutMs: wholeNumber(value('watchdog_timeout')) ?? TIMEOUT_MS,
    pingType: known ? pingType : 'whitespace',
    ...(known || word === undefined ? {} : { badPingType: word }),
  };
}

/** `COMP/max-inactivity-time[L]` in seconds; undefined: the component's own. */
export function maxInactivitySeconds(settings: ProcessPlan['settings'], name: string): number | undefined {
  return wholeNumber(ownValue(settings, `${name}/max-inactivity-time`));
}

function wholeNumber(text: string | undefined): number | undefined {
  return text !== undefined && /^[+-]?\d{1,15}$/.test(text.trim()) ? Number(text) : undefined;
}

/**
 * Where a connection manager sends what its clients write: the session manager of this process, or of another one
 * (§4.2; settings `c2s/routings/…`).
 */
import { addressPattern } from '../routing/address-pattern.js';
import { isTrueWord } from './config-type.js';
import type { ProcessPlan } from './topology-plan.js';

const SESSION_MANAGER = 'sess-man';
const MODE = 'multi-mode';
const EVERYTHING = '.+';

type ReceiverInput = Pick<ProcessPlan, 'settings' | 'componentSet' | 'extComps' | 'hostname'>;

/**
 * The address that the clients of a virtual host are sent to.
 * @param component `c2s`
 * @returns `sess-man@HOST`; undefined: nobody, which Tigase calls a misconfiguration
 */
export function dataReceiver(
  plan: ReceiverInput,
  component: string,
  virtualHost: string,
): string | undefined {
  const prefix = `${component}/routings/`;
  const mode = plan.settings[`${prefix}${MODE}`];
  const entries = Object.entries(plan.settings)
    .filter(([key]) => key.startsWith(prefix) && key !== `${prefix}${MODE}`)
    .map(([key, value]) => [key.slice(prefix.length), value] as const);
  // Whoever sets the mode has to give the whole table.
  if (mode === undefined && !entries.some(([pattern]) => pattern === EVERYTHING))
    entries.push([EVERYTHING, defaultReceiver(plan)]);
  // Without multi-mode there is one receiver, whatever its pattern says.
  if (mode !== undefined && !isTrueWord(mode)) return entries.at(-1)?.[1];
  return entries.find(([pattern]) => addressPattern(pattern).matches(virtualHost))?.[1];
}

/** Only a process made as connection managers looks at `--ext-comp`, and only at the line without a number. */
function defaultReceiver({ componentSet, extComps, hostname }: ReceiverInput): string {
  const link = componentSet === 'cs' ? extComps.find(({ component }) => component === 'ext-comp') : undefined;
  return `${SESSION_MANAGER}@${link?.source ? link.remoteDomain : hostname}`;
}

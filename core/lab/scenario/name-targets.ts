/** A scenario names links and faults as a person does; commands want their ids. */
import { matchesLink } from '#core/shared/scenario/match.js';
import type { Lab } from '../lab.js';

type Args = Readonly<Record<string, unknown>>;

/**
 * `muc1>server1:5270` becomes the first such link that is open (`muc1>server1:5270#3`), `wifi-off server1` the id of that
 * fault; `fault.apply` takes routes as they are. What is an id already, or names nothing, stays as it is.
 */
export function withIds(lab: Lab, command: string, args: Args): Args {
  if (command === 'fault.heal') return { ...args, fault: faultId(lab, args['fault']) };
  return 'link' in args ? { ...args, link: linkId(lab, args['link']) } : args;
}

function linkId(lab: Lab, name: unknown): unknown {
  if (typeof name !== 'string') return name;
  return lab.network.allLinks().find(({ id, open }) => open && matchesLink(id, name))?.id ?? name;
}

function faultId(lab: Lab, name: unknown): unknown {
  return lab.faults.list().find(({ kind, target }) => `${kind} ${target}` === name)?.id ?? name;
}

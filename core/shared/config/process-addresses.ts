/** Which logical address each process gets that `lab.yaml` gives none. */
import { addressOfProcess } from './loopback-address.js';

/** Process name → its logical address. */
export type Addresses = ReadonlyMap<string, string>;

/**
 * Addresses in the order of `names`. A process that runs already keeps the one that it has, so that another one can
 * come without moving all those behind it; the others get the first ones that nobody has. When none runs, that is 127.0.1.n by
 * file order, also where `lab.yaml` puts two processes on one.
 * @param fixed what `lab.yaml` says
 * @param running addresses of the processes that run
 */
export function processAddresses(names: readonly string[], fixed: Addresses, running: Addresses): string[] {
  if (running.size === 0) return names.map((name, index) => fixed.get(name) ?? addressOfProcess(index + 1));
  const own = (name: string): string | undefined => fixed.get(name) ?? running.get(name);
  const taken = new Set(names.map(own));
  return names.map((name) => {
    const address = own(name) ?? firstFree(taken);
    taken.add(address);
    return address;
  });
}

function firstFree(taken: ReadonlySet<string | undefined>): string {
  let number = 1;
  while (taken.has(addressOfProcess(number))) number += 1;
  return addressOfProcess(number);
}

/** The two sorts of connection managers: those of clients, and those that carry much for many (§2.1, §2.4). */
export type ManagerKind = 'client' | 'high-throughput';

const CLIENT_MANAGERS = new Set(['c2s', 'bosh', 'ws2s']);

/** @param role the standard name of what the component is: `c2s`, `s2s`, `ext`, `ext-comp`, `cl-comp`, `bosh`, `ws2s` */
export function managerKind(role: ManagerRole): ManagerKind {
  return CLIENT_MANAGERS.has(role) ? 'client' : 'high-throughput';
}

export type ManagerRole = 'c2s' | 's2s' | 'ext' | 'ext-comp' | 'cl-comp' | 'bosh' | 'ws2s';

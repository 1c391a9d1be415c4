/** Names that mean every interface, or the machine's own loopback, as a bind address. */
const EVERYWHERE = new Set(['*', '0.0.0.0', '::', 'localhost', '127.0.0.1', '::1']);

export function bindsEverywhere(name: string): boolean {
  return EVERYWHERE.has(name);
}

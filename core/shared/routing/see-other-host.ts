/** Where `SeeOtherHostHashed` sends a client (§7.6). */
import { javaAbs, javaStringHash } from './java-hash.js';

/**
 * The node that serves a user: `abs(hash(bare JID)) % size` over the sorted names of all connected nodes, the own one
 * included. undefined when the list is empty or the hash has no absolute value (Integer.MIN_VALUE).
 */
export function seeOtherHostHashed(bareJid: string, nodes: readonly string[]): string | undefined {
  if (nodes.length === 0) return undefined;
  const sorted = [...nodes].sort();
  return sorted[javaAbs(javaStringHash(bareJid.toLowerCase())) % sorted.length];
}

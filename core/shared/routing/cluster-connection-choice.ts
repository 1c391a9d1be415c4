/** Which of the sockets to another node carries a command (§5.4, last paragraph). */
import { javaAbs, javaStringHash } from './java-hash.js';

/** The texts a command offers for hashing, in Tigase's order of preference. */
export interface ClusterConnectionHints {
  /** Parameter `userId` of the command. */
  userId?: string | undefined;
  /** `to` of the first stanza inside. */
  stanzaTo?: string | undefined;
  /** `from` of the first stanza inside. */
  stanzaFrom?: string | undefined;
  /** `to` of the `<cluster>` element. */
  destination: string;
}

/** The text that is hashed: the first hint that is there. */
export function clusterConnectionKey(hints: ClusterConnectionHints): string {
  return hints.userId ?? hints.stanzaTo ?? hints.stanzaFrom ?? hints.destination;
}

/**
 * Index into the pool of connections to one node: the absolute value comes first, the remainder after it. As in
 * Java, a text that hashes to -2147483648 gives a negative index unless `size` divides it: such an index names no
 * connection. -1 when the pool is empty.
 */
export function clusterConnectionIndex(key: string, size: number): number {
  return size < 1 ? -1 : (javaAbs(javaStringHash(key)) % size) | 0;
}

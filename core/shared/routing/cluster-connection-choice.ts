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

/** Connections that 7.1 keeps for the most urgent commands. */
const SYSTEM_CONNECTIONS = 2;

/**
 * The same as 7.1 has it: as soon as there are more than two connections, the first two are for packets of priority
 * SYSTEM and CLUSTER, and the others for all else.
 */
export function reservingConnectionIndex(key: string, size: number, urgent: boolean): number {
  if (size <= SYSTEM_CONNECTIONS) return clusterConnectionIndex(key, size);
  if (urgent) return clusterConnectionIndex(key, SYSTEM_CONNECTIONS);
  return SYSTEM_CONNECTIONS + clusterConnectionIndex(key, size - SYSTEM_CONNECTIONS);
}

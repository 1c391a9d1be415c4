/**
 * The load balancers of `tigase.server.ext.lb`, which pick one of several connections of an external component
 * domain (§6.5). All of them take the remainder first and the absolute value after it.
 */
import type { Jid } from '../xmpp/jid.js';
import { javaObjectsHash, javaStringHash } from './java-hash.js';

export const LOAD_BALANCER_PACKAGE = 'tigase.server.ext.lb.';

/** Which address of a stanza each class hashes, and how much of it. */
const HASHED = {
  ReceiverBareJidLB: { end: 'to', full: false },
  ReceiverFullJidLB: { end: 'to', full: true },
  SenderBareJidLB: { end: 'from', full: false },
  SenderFullJidLB: { end: 'from', full: true },
} as const;

export type LoadBalancerName = keyof typeof HASHED;

export const LOAD_BALANCER_NAMES = Object.keys(HASHED) as LoadBalancerName[];
export const DEFAULT_LOAD_BALANCER: LoadBalancerName = 'ReceiverBareJidLB';

/** What the seventh field of an `--external` item selects. */
export interface LoadBalancerChoice {
  /** Class without its package; the default when the configured one cannot be loaded. */
  name: LoadBalancerName;
  /** false: Tigase would warn `Cannot active load balancer for class: …` and use the default. */
  known: boolean;
}

/** Looks a class up as given, then with the prefix `tigase.server.ext.lb.` (§2.5); absent means the default. */
export function loadBalancerClass(nameFromConfig: string | undefined): LoadBalancerChoice {
  if (nameFromConfig === undefined || nameFromConfig === '')
    return { name: DEFAULT_LOAD_BALANCER, known: true };
  const name = nameFromConfig.startsWith(LOAD_BALANCER_PACKAGE)
    ? nameFromConfig.slice(LOAD_BALANCER_PACKAGE.length)
    : nameFromConfig;
  if (isLoadBalancer(name)) return { name, known: true };
  return { name: DEFAULT_LOAD_BALANCER, known: false };
}

function isLoadBalancer(name: string): name is LoadBalancerName {
  return Object.hasOwn(HASHED, name);
}

/**
 * Index of the connection among `n`, which must be in the order of `orderSlots`. -1 when there is none to choose from or
 * the stanza lacks the address that the class hashes.
 * @param stringHash how a full JID is hashed: as text (5.2), or as `Objects.hash(bare JID, resource)` (7.1; X02)
 */
export function loadBalancerIndex(
  name: LoadBalancerName,
  from: Jid | undefined,
  to: Jid | undefined,
  n: number,
  stringHash = true,
): number {
  const { end, full } = HASHED[name];
  const jid = end === 'from' ? from : to;
  if (jid === undefined || n < 1) return -1;
  return Math.abs((full ? fullJidHash(jid, stringHash) : javaStringHash(jid.bare)) % n);
}

function fullJidHash(jid: Jid, stringHash: boolean): number {
  if (stringHash) return javaStringHash(jid.full);
  return javaObjectsHash(javaStringHash(jid.bare), javaStringHash(jid.resource ?? ''));
}

/**
 * Order of a domain's connections: plain text comparison of the remote IPs, so "10.0.0.10" comes before "10.0.0.9".
 * Equal addresses must keep arrival order (a stable sort), as in §6.5.
 */
export function compareRemoteAddress(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

/**
 * Which connection of an external component domain takes a stanza (§6.5): the one function that `ext` routes by and that
 * a detector of split rooms asks.
 */
import type { Jid } from '../xmpp/jid.js';
import { compareRemoteAddress, loadBalancerIndex, type LoadBalancerName } from './load-balancers.js';

/** One entry of a server's list of connections of a domain. */
export interface ComponentSlot {
  /** Id of the link: `muc1>server1:5270#3`. */
  readonly link: string;
  /** Name of the process at the other end: the lab's own knowledge, which no Tigase has. */
  readonly peer: string;
  /** IP address of the other end as text. */
  readonly remoteAddress: string;
  /** false: a slot whose socket is gone and was not taken out of the list. */
  readonly connected: boolean;
}

/** The oddities that the choice depends on: quirks of the process that chooses. */
export interface BalancingRules {
  /** `lb-tie-by-arrival`: equal addresses stay in the order in which they came. Else: in the order of `peer`. */
  tieByArrival: boolean;
  /** `lb-dead-slot-kept`: a slot without a socket is counted, and what would go there takes the first living entry. */
  deadSlotKept: boolean;
  /** `lb-full-jid-string-hash`: `String.hashCode` of the full JID. Else: `Objects.hash(bare JID, resource)`. */
  fullJidStringHash: boolean;
}

/** What a server knows of a domain: everything that decides where its stanzas go. */
export interface ComponentDomain {
  domain: string;
  loadBalancer: LoadBalancerName;
  rules: BalancingRules;
  /** In the order in which the load balancer counts them; empty: no component is connected. */
  slots: readonly ComponentSlot[];
}

export interface ComponentChoice<Slot extends ComponentSlot> {
  /** What the load balancer picked; -1 when it was not asked or could not say. */
  index: number;
  /** How many connections it counted. */
  size: number;
  /** The connection that takes the stanza; undefined: none is connected. */
  slot: Slot | undefined;
}

/** The list in the order in which it is counted. Stable: `slots` must be in the order of arrival. */
export function orderSlots<Slot extends ComponentSlot>(
  slots: readonly Slot[],
  { tieByArrival }: BalancingRules,
): Slot[] {
  return [...slots].sort(
    (left, right) =>
      compareRemoteAddress(left.remoteAddress, right.remoteAddress) ||
      (tieByArrival ? 0 : compareRemoteAddress(left.peer, right.peer)),
  );
}

/**
 * §6.5 steps 2 to 4: the load balancer among several; what it picked, or else the first one that is connected.
 * @param from undefined: nothing is known of the sender, and the Sender… classes have nothing to hash
 */
export function chooseSlot<Slot extends ComponentSlot>(
  domain: Pick<ComponentDomain, 'loadBalancer' | 'rules'> & { slots: readonly Slot[] },
  from: Jid | undefined,
  to: Jid | undefined,
): ComponentChoice<Slot> {
  const { loadBalancer, rules } = domain;
  const counted = countedSlots<Slot>(domain);
  const index =
    counted.length > 1
      ? loadBalancerIndex(loadBalancer, from, to, counted.length, rules.fullJidStringHash)
      : -1;
  return { index, size: counted.length, slot: slotAt(counted, index) };
}

/** The connections that the load balancer counts. */
export function countedSlots<Slot extends ComponentSlot>({
  rules,
  slots,
}: Pick<ComponentDomain, 'rules'> & { slots: readonly Slot[] }): readonly Slot[] {
  return rules.deadSlotKept ? slots : slots.filter(({ connected }) => connected);
}

/** §6.5 step 3: the connection that was picked, or else the first one that is connected. */
export function slotAt<Slot extends ComponentSlot>(
  counted: readonly Slot[],
  index: number,
): Slot | undefined {
  const picked = counted[index];
  return picked?.connected ? picked : counted.find(({ connected }) => connected);
}

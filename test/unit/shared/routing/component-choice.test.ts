import { describe, expect, it } from 'vitest';
import {
  chooseSlot,
  orderSlots,
  type BalancingRules,
  type ComponentSlot,
} from '#core/shared/routing/component-choice.js';
import type { LoadBalancerName } from '#core/shared/routing/load-balancers.js';
import { parseJid } from '#core/shared/xmpp/jid.js';

const RULES_52: BalancingRules = { tieByArrival: true, deadSlotKept: true, fullJidStringHash: true };

function slot(peer: string, remoteAddress: string, connected = true): ComponentSlot {
  return { link: `${peer}>server1:5270#1`, peer, remoteAddress, connected };
}

function peerFor(
  room: string,
  slots: readonly ComponentSlot[],
  rules = RULES_52,
  loadBalancer: LoadBalancerName = 'ReceiverBareJidLB',
): string | undefined {
  return chooseSlot({ loadBalancer, rules, slots }, undefined, parseJid(room))?.slot?.peer;
}

describe('orderSlots', () => {
  it('sorts by address as text, whoever came first', () => {
    const arrived = [slot('c', '10.0.0.9'), slot('b', '10.0.0.10'), slot('a', '10.0.0.11')];
    expect(orderSlots(arrived, RULES_52).map(({ peer }) => peer)).toEqual(['b', 'a', 'c']);
  });

  it('leaves equal addresses as they arrived, or sorts them by process', () => {
    const arrived = [slot('muc2', '10.0.0.9'), slot('muc1', '10.0.0.9')];
    expect(orderSlots(arrived, RULES_52).map(({ peer }) => peer)).toEqual(['muc2', 'muc1']);
    expect(orderSlots(arrived, { ...RULES_52, tieByArrival: false }).map(({ peer }) => peer)).toEqual([
      'muc1',
      'muc2',
    ]);
    expect(arrived.map(({ peer }) => peer)).toEqual(['muc2', 'muc1']);
  });
});

// Indexes of three: test 0, room1 2, room2 2; of two: 1, 1, 0.
describe('chooseSlot', () => {
  const rooms = ['test', 'room1', 'room2'].map((room) => `${room}@muc.xmpp.dev.pajkdc.com`);
  const [k1, k2, k3] = [slot('k1', '1'), slot('k2', '2'), slot('k3', '3')] as const;
  const peers = (slots: readonly ComponentSlot[], rules = RULES_52) =>
    rooms.map((room) => peerFor(room, slots, rules));

  it('takes what the balancer says', () => {
    expect(peers([k1, k2, k3])).toEqual(['k1', 'k3', 'k3']);
    expect(peers([k2, k3])).toEqual(['k3', 'k3', 'k2']);
  });

  it('has one to take, or none', () => {
    expect(peers([k3])).toEqual(['k3', 'k3', 'k3']);
    expect(peers([])).toEqual([undefined, undefined, undefined]);
  });

  it('counts a dead slot and gives what is its to the first living one (5.2.3), or counts it not (7.1.7)', () => {
    const dead = slot('k1', '1', false);
    expect(peers([dead, k2, k3])).toEqual(['k2', 'k3', 'k3']);
    expect(peers([dead, k2, k3], { ...RULES_52, deadSlotKept: false })).toEqual(['k3', 'k3', 'k2']);
    expect(peers([dead])).toEqual([undefined, undefined, undefined]);
  });

  it('falls back to the first living one where the class finds nothing to hash', () => {
    expect(peerFor('room1@muc.xmpp.dev.pajkdc.com', [k1, k2], RULES_52, 'SenderBareJidLB')).toBe('k1');
  });

  it('hashes full addresses as the version does', () => {
    const indexes = (fullJidStringHash: boolean) =>
      Array.from('abcdefgh', (nick) => {
        const domain = {
          loadBalancer: 'ReceiverFullJidLB' as const,
          rules: { ...RULES_52, fullJidStringHash },
          slots: [k1, k2, k3],
        };
        return chooseSlot(domain, undefined, parseJid(`room1@muc/${nick}`)).index;
      });
    expect(indexes(true)).not.toEqual(indexes(false));
    expect(new Set(indexes(false))).toEqual(new Set([0, 1, 2]));
  });
});

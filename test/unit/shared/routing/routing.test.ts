import { describe, expect, it } from 'vitest';
import {
  clusterConnectionIndex,
  clusterConnectionKey,
  reservingConnectionIndex,
} from '#core/shared/routing/cluster-connection-choice.js';
import { javaAbs, javaStringHash } from '#core/shared/routing/java-hash.js';
import {
  compareRemoteAddress,
  loadBalancerClass,
  loadBalancerIndex,
} from '#core/shared/routing/load-balancers.js';
import { seeOtherHostHashed } from '#core/shared/routing/see-other-host.js';
import { parseJid } from '#core/shared/xmpp/jid.js';

/** §6.5: bare JID, Java hash of its lower-cased text, index of two and of three connections. */
const GOLDEN: [string, number, number, number][] = [
  ['test@muc.xmpp.dev.pajkdc.com', -1080034443, 1, 0],
  ['room1@muc.xmpp.dev.pajkdc.com', 177022361, 1, 2],
  ['room2@muc.xmpp.dev.pajkdc.com', -1900186982, 0, 2],
  ['Room2@muc.xmpp.dev.pajkdc.com', -1900186982, 0, 2],
  ['muc.xmpp.dev.pajkdc.com', 1225135395, 1, 0],
  ['alice@xmpp.dev.pajkdc.com', 1952514582, 0, 0],
  ['bob@xmpp.dev.pajkdc.com', 780811467, 1, 0],
];

/** A text whose Java hash is Integer.MIN_VALUE. */
const MIN_VALUE_TEXT = 'polygenelubricants';

describe('javaStringHash', () => {
  it.each([
    ['', 0],
    ['a', 97],
    ['vm-128-157', 1981827303],
    ['vm-128-158', 1981827304],
    [MIN_VALUE_TEXT, -2147483648],
  ])('%j → %i', (text, hash) => expect(javaStringHash(text)).toBe(hash));

  it('leaves Integer.MIN_VALUE as it is', () => {
    expect(javaAbs(-2147483648)).toBe(-2147483648);
    expect(javaAbs(-5)).toBe(5);
  });
});

describe('load balancers', () => {
  it.each(GOLDEN)('%s', (text, hash, ofTwo, ofThree) => {
    const to = parseJid(`${text}/Nick`);
    const from = parseJid('someone@else/where');
    expect(javaStringHash(to?.bare ?? '')).toBe(hash);
    expect(loadBalancerIndex('ReceiverBareJidLB', from, to, 2)).toBe(ofTwo);
    expect(loadBalancerIndex('ReceiverBareJidLB', from, to, 3)).toBe(ofThree);
    expect(loadBalancerIndex('SenderBareJidLB', to, from, 2)).toBe(ofTwo);
  });

  it('hashes full JIDs with the case of their resource', () => {
    const upper = parseJid('room1@muc/Nick');
    const lower = parseJid('room1@muc/nick');
    const expected = (text: string) => Math.abs(javaStringHash(text) % 997);
    expect(loadBalancerIndex('ReceiverFullJidLB', undefined, upper, 997)).toBe(expected('room1@muc/Nick'));
    expect(loadBalancerIndex('SenderFullJidLB', lower, undefined, 997)).toBe(expected('room1@muc/nick'));
  });

  it('has nothing to choose without connections or without the address', () => {
    expect(loadBalancerIndex('SenderBareJidLB', undefined, parseJid('a@b'), 2)).toBe(-1);
    expect(loadBalancerIndex('ReceiverBareJidLB', undefined, parseJid('a@b'), 0)).toBe(-1);
  });

  it.each([
    [undefined, 'ReceiverBareJidLB', true],
    ['SenderFullJidLB', 'SenderFullJidLB', true],
    ['tigase.server.ext.lb.SenderBareJidLB', 'SenderBareJidLB', true],
    ['ReceiverBareJidLb', 'ReceiverBareJidLB', false],
    ['com.example.MyLB', 'ReceiverBareJidLB', false],
    ['constructor', 'ReceiverBareJidLB', false],
  ])('class %s', (text, name, known) => expect(loadBalancerClass(text)).toEqual({ name, known }));

  it('sorts addresses as text', () => {
    expect(['10.0.0.9', '10.0.0.10', '10.0.0.9'].sort(compareRemoteAddress)).toEqual([
      '10.0.0.10',
      '10.0.0.9',
      '10.0.0.9',
    ]);
  });
});

describe('cluster connection choice', () => {
  it('of 7.1 keeps the first two for urgent packets as soon as there are more', () => {
    const text = 'alice@xmpp.dev.pajkdc.com';
    const hash = Math.abs(javaStringHash(text));
    expect(reservingConnectionIndex(text, 2, true)).toBe(hash % 2);
    expect(reservingConnectionIndex(text, 2, false)).toBe(hash % 2);
    expect(reservingConnectionIndex(text, 10, true)).toBe(hash % 2);
    expect(reservingConnectionIndex(text, 10, false)).toBe(2 + (hash % 8));
    expect(reservingConnectionIndex(text, 0, true)).toBe(-1);
  });

  it('takes the absolute value first', () => {
    expect(clusterConnectionIndex('room2@muc.xmpp.dev.pajkdc.com', 3)).toBe(1900186982 % 3);
    expect(clusterConnectionIndex(MIN_VALUE_TEXT, 2)).toBe(0);
    expect(clusterConnectionIndex(MIN_VALUE_TEXT, 3)).toBe(-2);
    expect(clusterConnectionIndex('x', 0)).toBe(-1);
  });

  it('prefers userId, then the stanza, then the destination', () => {
    expect(clusterConnectionKey({ userId: 'u', stanzaTo: 't', destination: 'd' })).toBe('u');
    expect(clusterConnectionKey({ stanzaTo: 't', stanzaFrom: 'f', destination: 'd' })).toBe('t');
    expect(clusterConnectionKey({ stanzaFrom: 'f', destination: 'd' })).toBe('f');
    expect(clusterConnectionKey({ destination: 'd' })).toBe('d');
  });
});

describe('seeOtherHostHashed', () => {
  it('sorts the nodes and hashes the lower-cased bare JID', () => {
    const nodes = ['vm-128-158', 'vm-128-157'];
    expect(seeOtherHostHashed('alice@xmpp.dev.pajkdc.com', nodes)).toBe('vm-128-157');
    expect(seeOtherHostHashed('Bob@xmpp.dev.pajkdc.com', nodes)).toBe('vm-128-158');
    expect(seeOtherHostHashed('bob@x', [])).toBeUndefined();
    expect(nodes).toEqual(['vm-128-158', 'vm-128-157']);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseSlot, type ComponentSlot } from '#core/shared/routing/component-choice.js';
import type { LoadBalancerName } from '#core/shared/routing/load-balancers.js';
import { roomVerdict } from '#core/shared/routing/room-split.js';
import { isApart, roomTargets, shareApart, type ServerDomain } from '#core/shared/routing/room-targets.js';
import { en } from '#core/shared/text/en.js';
import { parseJid } from '#core/shared/xmpp/jid.js';

const RULES = { tieByArrival: true, deadSlotKept: true, fullJidStringHash: true };

/** `muc1` connected from an address of its own; `muc1@9` from 9; `!muc1` with its socket gone. */
function slot(text: string): ComponentSlot {
  const [peer = '', address] = text.replace('!', '').split('@');
  return {
    link: `${peer}>server:5270#1`,
    peer,
    remoteAddress: address ?? peer,
    connected: !text.startsWith('!'),
  };
}

function server(
  name: string,
  slots: string[],
  loadBalancer: LoadBalancerName = 'ReceiverBareJidLB',
): ServerDomain {
  return { server: name, domain: 'muc.example.org', loadBalancer, rules: RULES, slots: slots.map(slot) };
}

const verdictOf = (...servers: ServerDomain[]) => {
  const { verdict, reasons, share } = roomVerdict(servers);
  return [verdict, reasons.join(' '), share];
};

describe('roomVerdict', () => {
  it('agrees when all servers count the same processes in the same order', () => {
    expect(verdictOf(server('s1', ['muc1', 'muc2']), server('s2', ['muc1', 'muc2']))).toEqual([
      'agreed',
      '',
      0,
    ]);
    expect(verdictOf(server('s1', ['muc1']))).toEqual(['agreed', '', 0]);
  });

  it('says when nobody is served', () => {
    expect(verdictOf(server('s1', []), server('s2', ['!muc1']))).toEqual(['unserved', '', 0]);
  });

  it('E5: another number of links, other processes, or no link at all', () => {
    const both = server('s1', ['muc1', 'muc2']);
    expect(verdictOf(both, server('s2', ['muc1']))).toEqual(['split', 'link-count', 1 / 2]);
    expect(verdictOf(both, server('s2', ['muc1', 'muc3']))).toEqual(['split', 'other-processes', 1 / 2]);
    expect(verdictOf(both, server('s2', []))).toEqual(['split', 'no-link', 1]);
    // 0, 1, 2, 0, 1, 2 beside 0, 1, 0, 1, 0, 1.
    expect(verdictOf(server('s1', ['a', 'b', 'c']), server('s2', ['a', 'b']))).toEqual([
      'split',
      'link-count',
      4 / 6,
    ]);
  });

  it('E6: equal addresses in the order of arrival; E24: other addresses', () => {
    expect(verdictOf(server('s1', ['muc1@9', 'muc2@9']), server('s2', ['muc2@9', 'muc1@9']))).toEqual([
      'split',
      'equal-addresses',
      1,
    ]);
    expect(verdictOf(server('s1', ['muc1@1', 'muc2@2']), server('s2', ['muc2@1', 'muc1@2']))).toEqual([
      'split',
      'equal-addresses',
      1,
    ]);
    expect(verdictOf(server('s1', ['muc1@10', 'muc2@11']), server('s2', ['muc2@11', 'muc1@192']))).toEqual([
      'split',
      'address-order',
      1,
    ]);
  });

  it('says when servers agree by luck only', () => {
    const [s1, s2] = [server('s1', ['muc1@9', 'muc2@9']), server('s2', ['muc1@9', 'muc2@9'])];
    expect(roomVerdict([s1, s2]).fragile).toBe(true);
    expect(roomVerdict([server('s1', ['muc1', 'muc2'])]).fragile).toBe(false);
    const ordered = { ...s1, rules: { ...RULES, tieByArrival: false } };
    expect(roomVerdict([ordered]).fragile).toBe(false);
  });

  it('E7: different classes; E9: a class that spreads each room', () => {
    const slots = ['muc1', 'muc2'];
    const sender = server('s2', slots, 'SenderBareJidLB');
    expect(verdictOf(server('s1', slots), sender)).toEqual(['split', 'balancer-class', 1]);
    expect(verdictOf(sender, sender)).toEqual(['split', 'balancer-spreads', 1]);
    expect(verdictOf(server('s1', slots, 'ReceiverFullJidLB'))).toEqual(['split', 'balancer-spreads', 1]);
    expect(verdictOf(server('s1', ['muc1'], 'SenderBareJidLB'))).toEqual(['agreed', '', 0]);
  });

  it('names a dead slot that is still counted', () => {
    const split = verdictOf(server('s1', ['!muc1', 'muc2']), server('s2', ['muc1', 'muc2']));
    expect(split).toEqual(['split', 'dead-slot', 1 / 2]);
    const uncounted = { ...server('s1', ['!muc1', 'muc2']), rules: { ...RULES, deadSlotKept: false } };
    expect(verdictOf(uncounted, server('s2', ['muc1', 'muc2']))).toEqual(['split', 'link-count', 1 / 2]);
  });

  it('has a sentence, a reason and a remedy for each code', () => {
    const codes = [
      ['no-link', 'dead-slot', 'link-count', 'other-processes'],
      ['balancer-class', 'balancer-spreads', 'equal-addresses', 'address-order'],
    ].flat();
    for (const code of codes)
      for (const end of ['', '.why', '.remedy']) expect(en).toHaveProperty([`rooms.reason.${code}${end}`]);
  });

  it('always has a reason for a split', () => {
    const slots = fc.array(fc.constantFrom('a', 'b', 'c@a', '!a', '!b', 'd@b'), { maxLength: 5 });
    const balancer = fc.constantFrom<LoadBalancerName>(
      'ReceiverBareJidLB',
      'ReceiverFullJidLB',
      'SenderBareJidLB',
    );
    const servers = fc.array(fc.tuple(slots, balancer), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(servers, (lists) => {
        const { verdict, reasons } = roomVerdict(
          lists.map(([list, lb], index) => server(`s${index}`, list, lb)),
        );
        expect(reasons.length > 0).toBe(verdict === 'split');
      }),
    );
  });
});

describe('roomTargets', () => {
  it('is what the load balancer of the server picks, for any room', () => {
    const s1 = server('s1', ['a', 'b', '!c', 'd']);
    for (let number = 0; number < 200; number += 1) {
      const room = parseJid(`room${number}@muc.example.org`)!;
      expect(roomTargets(s1, room)).toEqual([chooseSlot(s1, undefined, room).slot?.peer]);
    }
  });

  it('is several processes when it depends on who writes', () => {
    const room = parseJid('room@muc.example.org')!;
    expect(roomTargets(server('s1', ['b', 'a'], 'SenderFullJidLB'), room)).toEqual(['a', 'b']);
    expect(roomTargets(server('s1', []), room)).toEqual([]);
  });
});

describe('shareApart', () => {
  it('is the share of rooms that are apart when very many are counted', () => {
    const servers = [server('s1', ['a', 'b', 'c']), server('s2', ['a', 'c']), server('s3', ['!a', 'b', 'c'])];
    const many = 20_000;
    let apart = 0;
    for (let number = 0; number < many; number += 1) {
      const room = parseJid(`r${number * 7919}@muc.example.org`)!;
      if (isApart(servers.map((one) => roomTargets(one, room)))) apart += 1;
    }
    expect(Math.abs(apart / many - shareApart(servers))).toBeLessThan(0.02);
  });
});

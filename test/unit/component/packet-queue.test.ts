import { expect, it } from 'vitest';
import type { Packet } from '#core/component/packet.js';
import { PacketQueue } from '#core/component/packet-queue.js';

function packet(number: number, priority = 'NORMAL'): Packet {
  return { number, priority } as unknown as Packet;
}

it('gives the urgent first, and each level in its order', () => {
  const queue = new PacketQueue(1000);
  for (let number = 0; number < 500; number += 1) queue.add(packet(number));
  for (let number = 0; number < 200; number += 1) expect(queue.take()?.number).toBe(number);
  queue.add(packet(1000));
  queue.add(packet(2000, 'SYSTEM'));
  expect(queue.take()?.number).toBe(2000);
  for (let number = 200; number < 500; number += 1) expect(queue.take()?.number).toBe(number);
  expect(queue.take()?.number).toBe(1000);
  expect([queue.take(), queue.size]).toEqual([undefined, 0]);
});

it('that is full empties in no time', { timeout: 2000 }, () => {
  const queue = new PacketQueue(26_000);
  for (let round = 0; round < 3; round += 1) {
    for (let number = 0; number < 26_000; number += 1) queue.add(packet(number));
    while (queue.take());
  }
  expect(queue.size).toBe(0);
});

import net from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { setTimeout as delay } from 'node:timers/promises';
import { createHash } from 'node:crypto';
import { AttackLab, Stranger, FILES, VHOST, ROOMS, SECRET } from '#test/support/attack-lab.js';
let attack: AttackLab;
afterEach(async () => {
  const errors = attack.errors();
  await attack.close();
  expect(errors).toEqual([]);
});
const mem = () => {
  global.gc?.();
  return Math.round(process.memoryUsage().rss / 1e6);
};
describe('probe', () => {
  it('garbage', async () => {
    attack = await AttackLab.open();
    await attack.meshed();
    const fds0 = attack.lab.network.allLinks().length;
    const bits = [
      '\x00\x01\x02garbage',
      '<',
      '<stream:stream',
      "<stream:stream to='",
      '<cluster/>',
      '<?xml version="1.0"?>',
      '</stream:stream>',
      '\xff\xfe\xfd',
      'GET / HTTP/1.1\r\n\r\n',
      '<a>'.repeat(5000),
      `<stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' to='${VHOST}'><message>${'<x/>'.repeat(1000)}</message>`,
      `<stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' to='${VHOST}'><iq type='set' id='1'>\xff</iq>`,
      `<stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' to='${VHOST}'><iq type='set' id='1'>\0</iq>`,
    ];
    for (const port of [5222, 5223, 5269, 5270, 5277, 5280, 5290])
      for (const bit of bits)
        for (const how of ['fin', 'reset', 'stay']) {
          const s = await attack.stranger('server1', port).catch(() => undefined);
          if (!s) {
            console.log('no port', port);
            continue;
          }
          s.write(Buffer.from(bit, 'latin1'));
          if (how === 'fin') s.socket.end();
          else if (how === 'reset') s.reset();
          void delay(1500).then(() => s.end());
        }
    await delay(2500);
    console.log(
      'links',
      fds0,
      attack.lab.network.allLinks().length,
      attack.lab.network
        .allLinks()
        .map((l) => l.id)
        .slice(-12),
      attack.lab.machines
        .all()
        .filter((m) => m.machine === 'c2s-stream')
        .map((m) => m.state),
    );
  });
  it('resets', async () => {
    attack = await AttackLab.open();
    await attack.meshed();
    const t = performance.now();
    const n0 = attack.lab.machines.all().length;
    const address = attack.address('server1');
    for (let i = 0; i < 100; i++) {
      await Promise.all(
        Array.from({ length: 100 }, () => Stranger.connect(address, 5222).then((s) => s.reset())),
      );
    }
    console.log('10k', performance.now() - t);
    await delay(1500);
    console.log(
      'machines',
      n0,
      attack.lab.machines.all().length,
      'links',
      attack.lab.network.allLinks().length,
      mem(),
    );
  });
  it('never reads', async () => {
    attack = await AttackLab.open();
    await attack.meshed();
    const s = await attack.stranger('server1', 5222);
    s.socket.pause();
    console.log(mem());
    const hdr = `<stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' to='${VHOST}' version='1.0'>`;
    let big = hdr.repeat(2000);
    for (let i = 0; i < 60 && !s.gone; i++) {
      if (!s.socket.write(big))
        await Promise.race([new Promise((r) => s.socket.once('drain', r)), delay(300)]);
    }
    await delay(300);
    const ext = attack.lab.network.allLinks().find((l) => l.a.external);
    console.log(mem(), s.gone, (ext as any)?.b.socket?.socket?.writableLength);
    s.end();
    await delay(300);
  }, 30000);
  it('paused writer', async () => {
    attack = await AttackLab.open({ mode: 'paused' });
    const p = attack.host.call('clock.runUntil', { forMs: 20000 });
    await p;
    const s = await attack.stranger('server1', 5222);
    await delay(100);
    await attack.host.call('clock.step', { count: 3 });
    const item = (await attack.host.call('pending.list', {})).pending.find((x) => x.kind === 'arrival');
    if (item) await attack.host.call('pending.deliver', { id: item.id });
    console.log(mem());
    const before = attack.lab.trace.length;
    s.write(
      `<stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' to='${VHOST}' version='1.0'>`,
    );
    const big = '<message><body>xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx</body></message>'.repeat(20000);
    for (let i = 0; i < 60 && !s.gone; i++) {
      if (!s.socket.write(big))
        await Promise.race([new Promise((r) => s.socket.once('drain', r)), delay(300)]);
      if (i > 5 && s.socket.writableLength > 5e6) break;
    }
    console.log(mem(), attack.lab.trace.length - before, attack.lab.network.allLinks().at(-1)?.ab.waiting);
    s.end();
  }, 30000);
});

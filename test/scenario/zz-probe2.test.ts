import { afterEach, describe, expect, it } from 'vitest';
import { setTimeout as delay } from 'node:timers/promises';
import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { AttackLab, FILES } from '#test/support/attack-lab.js';
let attack: AttackLab;
const within = <T>(p: Promise<T>, ms = 3000): Promise<T | string> =>
  Promise.race([
    p.then(
      (x) => x,
      (e: unknown) => 'ERR ' + String(e),
    ),
    delay(ms, 'HANG'),
  ]);
const temps = () => readdirSync(tmpdir()).filter((n) => n.startsWith('cluster-lab-')).length;
const servers = () =>
  process
    .getActiveResourcesInfo()
    .reduce((m: Record<string, number>, r) => ({ ...m, [r]: (m[r] ?? 0) + 1 }), {});
afterEach(async () => {
  let errors: string[] = [];
  try {
    errors = attack.errors();
  } catch {}
  console.log(
    'close',
    await within(attack.close()),
    errors,
    attack.bugs.map(String),
    temps(),
    JSON.stringify(servers()),
  );
});
describe('probe', () => {
  it('twice at once', async () => {
    attack = new AttackLab();
    const r = await Promise.all(
      [1, 2, 3].map(() => within(attack.host.call('topology.open', { files: FILES }))),
    );
    console.log(
      'twice',
      r.map((x) => (typeof x === 'string' ? x : 'ok')),
    );
  });
  it('close during boot', async () => {
    attack = new AttackLab();
    const p = within(attack.host.call('topology.open', { files: FILES }));
    await delay(5);
    console.log(
      'c',
      await within(attack.host.close()),
      await p.then((x) => (typeof x === 'string' ? x : 'opened!')),
    );
    await delay(200);
  });
  it('close at once', async () => {
    attack = new AttackLab();
    const p = within(attack.host.call('topology.open', { files: FILES }));
    console.log(
      'c',
      await within(attack.host.close()),
      await p.then((x) => (typeof x === 'string' ? x : 'opened!')),
    );
    await delay(200);
  });
  it('pause/resume in runUntil', async () => {
    attack = await AttackLab.open({ mode: 'paused' });
    const { host } = attack;
    const a = within(host.call('clock.runUntil', { forMs: 1e7 }), 6000);
    const b = within(host.call('clock.runUntil', { forMs: 5000 }), 6000);
    await delay(20);
    const c = await within(host.call('clock.resume', {}));
    const d = await within(host.call('clock.pause', {}));
    const steps = attack.lab.stepper.steps;
    await delay(100);
    console.log('run', await a, await b, c, d, steps, attack.lab.stepper.steps);
  });
  it('parallel steps', async () => {
    attack = await AttackLab.open({ mode: 'paused' });
    const { host } = attack;
    let max = 0;
    const net = attack.lab.network as any;
    const inf = net.inFlight.bind(net);
    net.inFlight = (d: number) => {
      inf(d);
      max = Math.max(max, net.flying);
    };
    await Promise.all(Array.from({ length: 20 }, () => within(host.call('clock.step', { count: 40 }))));
    console.log('max in flight', max);
  });
  it('inject after fin', async () => {
    attack = await AttackLab.open({ mode: 'paused' });
    const { host, lab } = attack;
    await host.call('client.add', { name: 'u', node: 'server1' });
    await host.call('clock.runUntil', { forMs: 20000 });
    const link = lab.clients.get('u')!.link;
    console.log(lab.clients.get('u')!.view());
    await host.call('client.remove', { client: 'u', how: 'fin' });
    console.log(
      'inj',
      await within(host.call('stanza.inject', { link, direction: 'ab', stanza: '<presence/>' })),
    );
    console.log('run', await within(host.call('clock.runUntil', { forMs: 100 })));
    console.log('pause', await within(host.call('clock.pause', {})));
  });
  it('trace.query from minus', async () => {
    attack = await AttackLab.open({ mode: 'paused' });
    const t = performance.now();
    await attack.host.call('trace.query', { from: -3e9, limit: 1 });
    console.log('query', performance.now() - t);
  });
  it('breakpoint then close', async () => {
    attack = await AttackLab.open();
    await attack.meshed();
    await attack.host.call('breakpoint.set', { pattern: {} });
    await attack.host.call('client.add', { name: 'u', node: 'server1' });
    for (let i = 0; i < 200 && attack.lab.stepper.mode === 'live'; i++) await delay(1);
    console.log(attack.lab.stepper.mode);
    await attack.host.close();
    await delay(50);
  });
  it('breakpoint close in same turn', async () => {
    attack = await AttackLab.open();
    await attack.meshed();
    await attack.host.call('breakpoint.set', { pattern: { name: 'auth' } });
    attack.host.on('breakpoint.hit', () => void attack.host.close());
    await attack.host.call('client.add', { name: 'u', node: 'server1' });
    await delay(500);
  });
  it('listener throws', async () => {
    attack = await AttackLab.open();
    await attack.meshed();
    attack.host.on('breakpoint.hit', () => {
      throw new Error('viewer');
    });
    attack.host.on('clock.changed', () => {
      throw new Error('viewer2');
    });
    await attack.host.call('breakpoint.set', { pattern: { name: 'auth' } });
    await attack.host.call('client.add', { name: 'u', node: 'server1' });
    await delay(300);
    const stop = attack.host.feed(1, undefined, () => {
      throw new Error('viewer3');
    });
    await delay(100);
    stop();
  });
  it('drop a dialling link', async () => {
    attack = await AttackLab.open({ mode: 'paused' });
    const { host, lab } = attack;
    let dial;
    for (let i = 0; i < 2000 && !dial; i++) {
      dial = (await host.call('pending.list', {})).pending.find(
        (p) => p.kind === 'dial' && p.node.startsWith('server'),
      );
      if (!dial) await host.call('clock.step', {});
    }
    console.log(dial);
    await host.call('link.drop', { link: dial!.link! });
    await host.call('clock.runUntil', { forMs: 60000 });
    console.log(
      lab.machines
        .all()
        .filter((m) => m.machine.endsWith('dialler'))
        .map((m) => m.instance + ' ' + m.state),
    );
  });
  it('crash listening node while dialling live', async () => {
    attack = await AttackLab.open();
    await attack.meshed();
    const { host } = attack;
    for (let k = 0; k < 30; k++) {
      for (let i = 0; i < 20; i++) await host.call('client.add', { name: `u${k}-${i}`, node: 'server1' });
      await new Promise(setImmediate);
      if (k % 2) await new Promise(setImmediate);
      await host.call('node.crash', { node: 'server1' });
      await host.call('node.start', { node: 'server1' });
      attack.lab.stepper.live(100);
      await delay(40);
      attack.lab.stepper.live(1);
    }
    console.log('pause', await within(host.call('clock.pause', {})), (attack.lab.network as any).flying);
  });
  it('huge delay', async () => {
    attack = await AttackLab.open({ mode: 'paused' });
    const { host } = attack;
    await host.call('client.add', { name: 'u', node: 'server1' });
    await host.call('clock.step', { count: 1 });
    let f;
    for (let i = 0; i < 50 && !f; i++) {
      f = (await host.call('pending.list', {})).pending.find((p) => p.kind === 'frame');
      if (!f) await host.call('clock.step', {});
    }
    console.log(await within(host.call('pending.delay', { id: f!.id, ms: 1e308 })));
    const t = (await host.call('pending.list', {})).pending.find((p) => p.text.startsWith('delay'));
    console.log(t, await within(host.call('pending.deliver', { id: t!.id })));
    console.log(await within(host.call('clock.runUntil', { time: 1e305 })));
  });
});

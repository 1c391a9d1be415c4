/** Dialling a server that the lab did not start: only what the user has named, and only on this machine. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import net from 'node:net';
import { wifiOff } from '#core/net/faults/wifi-off.js';
import type { Connection } from '#core/net/connection.js';
import type { Link } from '#core/net/link.js';
import { afterEach, describe, expect, it } from 'vitest';
import { NetRig, recorder, type TransportName } from '#test/support/net-rig.js';
import { faultOrder } from '#test/support/fault-order.js';

/** Somebody else's server on 127.0.0.1. */
class OutsideServer {
  readonly sockets: net.Socket[] = [];
  read = '';
  /** FINs and RSTs that have arrived. */
  readonly ends: string[] = [];
  private readonly server: net.Server;

  private constructor(listen: (socket: net.Socket) => void) {
    this.server = net.createServer({ allowHalfOpen: true, pauseOnConnect: true }, (socket) => {
      this.sockets.push(socket);
      socket.on('error', () => this.ends.push('RST'));
      socket.on('end', () => this.ends.push('FIN'));
      listen(socket);
    });
  }

  static async open({ deaf = false } = {}): Promise<OutsideServer> {
    const outside: OutsideServer = new OutsideServer((socket) => {
      if (!deaf) socket.on('data', (bytes) => (outside.read += bytes.toString())).resume();
    });
    outside.server.listen(0, '127.0.0.1');
    await once(outside.server, 'listening');
    return outside;
  }

  get port(): number {
    return (this.server.address() as net.AddressInfo).port;
  }

  get socket(): net.Socket {
    const [socket] = this.sockets;
    if (!socket) throw new Error('nobody has connected');
    return socket;
  }

  close(): void {
    this.sockets.forEach((socket) => socket.destroy());
    this.server.close();
  }
}

let rig: NetRig;
let server: OutsideServer | undefined;
let child: ChildProcess | undefined;

afterEach(async () => {
  server?.close();
  server = undefined;
  child?.kill('SIGKILL');
  child = undefined;
  expect(rig.bugs).toEqual([]);
  await rig.close();
});

async function openRig(transport: TransportName = 'loopback'): Promise<void> {
  rig = await NetRig.open(transport);
  rig.network.interfaces.outsideName('Real-One', '127.0.0.1');
}

function dial(heard: string[], port: number, host = 'real-one'): Connection {
  return rig.network.dial({ node: 'a', service: 'test', host, port }, recorder(heard, 'a'));
}

async function connected(options?: { deaf: boolean }): Promise<{
  outside: OutsideServer;
  heard: string[];
  a: Connection;
  link: Link;
}> {
  const outside = await OutsideServer.open(options);
  server = outside;
  await openRig();
  rig.stepper.live();
  const heard: string[] = [];
  const a = dial(heard, outside.port);
  await expect.poll(() => heard).toEqual(['a opened']);
  const [link] = rig.network.allLinks();
  if (!link) throw new Error('no link');
  return { outside, heard, a, link };
}

describe('a server outside the lab', () => {
  it('is dialled from the process’s own address and talks in frames', async () => {
    const { outside, heard, a, link } = await connected();
    expect(outside.socket.remoteAddress).toBe(`${rig.block?.prefix}.1`);
    a.send('<stream:stream xmlns:stream="s">');
    await expect.poll(() => outside.read).toBe('<stream:stream xmlns:stream="s">');
    outside.socket.write('<stream:stream xmlns:stream="s" id="x"><hand');
    await expect.poll(() => heard).toContain('a got <stream:stream xmlns:stream="s" id="x">');
    outside.socket.write('shake/>');
    await expect.poll(() => heard).toContain('a got <handshake/>');
    expect(link.id).toBe(`a>real-one:${outside.port}#1`);
    expect(link.b).toMatchObject({ node: 'outside', external: true });
    expect(link.a.remote).toEqual({ address: '127.0.0.1', port: outside.port });
    const senders = rig.events('frame.sent').map(({ node, data }) => [node, data.direction]);
    expect(senders).toEqual([
      ['a', 'ab'],
      ['outside', 'ba'],
      ['outside', 'ba'],
    ]);
    // The port that the system chose for the dial is in no event: it differs from run to run.
    expect(JSON.stringify(rig.events())).not.toContain(String(outside.socket.remotePort));
  });

  it('says FIN, and hears ours', async () => {
    const { outside, heard, a } = await connected();
    outside.socket.end('<last/>');
    await expect.poll(() => heard).toEqual(['a opened', 'a got <last/>', 'a finished']);
    expect(outside.ends).toEqual([]);
    a.close();
    await expect.poll(() => outside.ends).toEqual(['FIN']);
    await expect.poll(() => rig.network.allLinks()).toEqual([]);
    expect(rig.events('link.closed')).toHaveLength(1);
  });

  it('says RST, and hears ours', async () => {
    const first = await connected();
    first.outside.socket.resetAndDestroy();
    await expect.poll(() => first.heard).toEqual(['a opened', 'a lost']);
    expect(rig.network.allLinks()).toEqual([]);
    const heard: string[] = [];
    const again = dial(heard, first.outside.port);
    await expect.poll(() => first.outside.sockets).toHaveLength(2);
    await expect.poll(() => heard).toEqual(['a opened']);
    again.reset();
    await expect.poll(() => first.outside.ends).toEqual(['RST']);
  });

  it('gets a FIN when the process is killed', async () => {
    const { outside } = await connected();
    rig.network.killNode('a');
    await expect.poll(() => outside.ends).toEqual(['FIN']);
  });

  it('that never answers our FIN is cut after a minute of lab time', async () => {
    const { outside, a } = await connected();
    rig.stepper.live(1000);
    a.close();
    await expect.poll(() => rig.network.allLinks()).toEqual([]);
    expect(rig.events('link.reset').map(({ data }) => data.by)).toEqual(['fin-timeout']);
    expect(outside.ends[0]).toBe('FIN');
  });

  it('loses the link when a fault cuts it, and waits behind one that holds it', async () => {
    const { outside, heard, a, link } = await connected();
    const heal = wifiOff.apply(rig.network, faultOrder({ target: 'a' }));
    a.send('<out/>');
    outside.socket.write('<in/>');
    await expect.poll(() => link.ba.waiting).toBe(1);
    expect([outside.read, heard]).toEqual(['', ['a opened']]);
    heal?.();
    await expect.poll(() => [outside.read, heard.at(-1)]).toEqual(['<out/>', 'a got <in/>']);
    link.cut('test');
    expect(heard.at(-1)).toBe('a lost');
    await expect.poll(() => outside.ends).toEqual(['RST']);
  });

  it('waits while the lab is paused: the dial is a step, and so is each of its frames', async () => {
    server = await OutsideServer.open();
    await openRig();
    await rig.stepper.pause();
    const heard: string[] = [];
    dial(heard, server.port);
    expect(rig.stepper.pending().map(({ kind, text }) => [kind, text])).toEqual([
      ['dial', `real-one:${server.port}`],
    ]);
    await rig.stepper.step();
    expect(heard).toEqual(['a opened']);
    await expect.poll(() => server?.sockets).toHaveLength(1);
    const before = rig.trace.length;
    server.socket.write('<one/><two/>');
    server.socket.end();
    await expect.poll(() => rig.stepper.pending().map(({ kind }) => kind)).toEqual(['frame', 'frame', 'fin']);
    expect(rig.trace.length).toBe(before);
    await rig.stepper.step();
    expect(heard).toEqual(['a opened', 'a got <one/>']);
    await rig.stepper.step();
    await rig.stepper.step();
    expect(heard.slice(2)).toEqual(['a got <two/>', 'a finished']);
  });

  it('that reads nothing is cut when too much waits for it', async () => {
    const { heard, a } = await connected({ deaf: true });
    const big = `<big>${'x'.repeat(1024 * 1024)}</big>`;
    for (let sent = 0; sent < 60; sent += 1) a.send(big);
    await expect.poll(() => heard.at(-1), { timeout: 10_000 }).toBe('a lost');
    expect(rig.events('link.reset').map(({ data }) => data.by)).toEqual(['peer-does-not-read']);
  });

  it('that floods a paused lab is slowed down by TCP, and read on when there is room', async () => {
    const { outside, heard, link } = await connected();
    await rig.stepper.pause();
    const count = 400;
    outside.socket.write('<stream:stream xmlns:stream="s">');
    for (let sent = 0; sent < count; sent += 1) outside.socket.write(`<big>${'x'.repeat(65_536)}</big>`);
    await expect.poll(() => link.ba.waiting).toBeGreaterThan(60);
    await new Promise((resolve) => setTimeout(resolve, 200));
    // Four megabytes, and what one read brings.
    expect(link.ba.waiting).toBeLessThan(80);
    rig.stepper.live();
    await expect.poll(() => heard.length, { timeout: 10_000 }).toBe(2 + count);
  });

  it('has the port that the file names where the lab’s own ports are mapped', async () => {
    server = await OutsideServer.open();
    await openRig();
    rig.network.interfaces.mapped = true;
    const heard: string[] = [];
    dial(heard, server.port);
    await rig.run();
    expect(heard).toEqual(['a opened']);
  });
});

describe('no server outside the lab', () => {
  it('is reached where nobody listens, or in memory', async () => {
    for (const transport of ['loopback', 'memory'] as const) {
      await openRig(transport);
      const heard: string[] = [];
      dial(heard, 1);
      await rig.run();
      expect(heard).toEqual(['a failed ECONNREFUSED']);
      await rig.close();
    }
    rig = await NetRig.open('memory');
  });

  it('is reached by an address that only a configuration file names', async () => {
    server = await OutsideServer.open();
    rig = await NetRig.open('loopback');
    const heard: string[] = [];
    dial(heard, server.port, '127.0.0.1');
    await rig.run();
    expect(heard).toEqual(['a failed ECONNREFUSED']);
    // Not even touched: what comes next would come behind a connection of ours.
    await once(net.connect(server.port, '127.0.0.1'), 'connect');
    await expect.poll(() => server?.sockets.map(({ remoteAddress }) => remoteAddress)).toEqual(['127.0.0.1']);
  });

  it('is meant by an address that a process of the lab really has', async () => {
    await openRig();
    const prefix = rig.block?.prefix ?? '';
    rig.network.interfaces.outsideName('sneaky', `${prefix}.2`);
    const heard: string[] = [];
    rig.network.listen('b', {
      service: 'test',
      port: 6000,
      bind: '*',
      opened: () => undefined,
      failed: () => undefined,
      accepted: () => recorder(heard, 'b'),
    });
    await rig.run();
    dial(heard, 6000, 'sneaky');
    await rig.run();
    expect(heard).toEqual(['a failed ECONNREFUSED']);
  });

  it('holds the lab up when it lets the SYN fall', async () => {
    await openRig();
    // Its kernel takes no more connections, and the process takes none out of the queue.
    const deaf = `const server = require('net').createServer();
      server.listen({ port: 0, host: '127.0.0.1', backlog: 1 }, () => {
        require('fs').writeSync(1, server.address().port + '\\n');
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
      });`;
    child = spawn(process.execPath, ['-e', deaf], { stdio: ['ignore', 'pipe', 'inherit'] });
    const [chunk] = (await once(child.stdout as NodeJS.ReadableStream, 'data')) as [Buffer];
    const port = Number(chunk.toString());
    const fillers = Array.from({ length: 4 }, () =>
      net.connect(port, '127.0.0.1').on('error', () => undefined),
    );
    await once(fillers[0] as net.Socket, 'connect');
    await new Promise((resolve) => setTimeout(resolve, 100));
    const heard: string[] = [];
    dial(heard, port);
    const started = performance.now();
    await rig.run();
    expect(heard).toEqual(['a failed ETIMEDOUT']);
    expect(performance.now() - started).toBeLessThan(10_000);
    fillers.forEach((socket) => socket.destroy());
  });
});

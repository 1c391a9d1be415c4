/** A small laboratory for attacks: two servers in a cluster and a MUC process, and strangers with real sockets. */
import net from 'node:net';
import { once } from 'node:events';
import type { CommandArgs } from '#core/shared/api/commands.js';
import { LabHost } from '#core/lab/lab-host.js';
import type { Lab } from '#core/lab/lab.js';
import { eventually } from './eventually.js';

export const SECRET = 'quiet';
export const VHOST = 'lab.example';
export const ROOMS = 'muc.lab.example';

const SERVER = (own: string): string => `--virt-hosts = ${VHOST}
--user-db-uri = memory://attack
config-type = --gen-config-def
--cluster-mode = true
--cluster-nodes=vm-1:${SECRET}:5277,vm-2:${SECRET}:5277
--comp-name-1 = ext
--comp-class-1 = tigase.server.ext.ComponentProtocol
--external = ${ROOMS}:${SECRET}:listen:5270:${own}:accept:ReceiverBareJidLB
`;

const ROOM_PROCESS = `config-type = --gen-config-comp
--user-db-uri = memory://attack
--virt-hosts = ${VHOST}
--comp-name-1 = muc
--comp-class-1 = tigase.muc.MUCComponent
--external = ${ROOMS}:${SECRET}:connect:5270:${VHOST};vm-1;vm-2:accept
`;

export const FILES = [
  { name: 'server1.properties', text: SERVER('vm-1') },
  { name: 'server2.properties', text: SERVER('vm-2') },
  { name: 'muc1.properties', text: ROOM_PROCESS },
];

type OpenArgs = Partial<CommandArgs<'topology.open'>>;

export class AttackLab {
  readonly host: LabHost;
  /** Exceptions in the lab, and what escaped from it. */
  readonly bugs: unknown[] = [];
  private readonly escaped = (error: unknown): void => void this.bugs.push(error);

  constructor(options: { transport?: 'loopback' | 'memory'; traceFile?: string } = {}) {
    this.host = new LabHost({
      readTopology: () => Promise.reject(new Error('files are given inline')),
      onBug: (error) => this.bugs.push(error),
      ...options,
    });
    process.on('uncaughtException', this.escaped);
    process.on('unhandledRejection', this.escaped);
  }

  static async open(
    args: OpenArgs = {},
    options: { transport?: 'loopback' | 'memory' } = {},
  ): Promise<AttackLab> {
    const attack = new AttackLab(options);
    await attack.host.call('topology.open', { files: FILES, ...args });
    return attack;
  }

  get lab(): Lab {
    const { lab } = this.host;
    if (!lab) throw new Error('no lab is open');
    return lab;
  }

  /** The address that a node really has. */
  address(node: string): string {
    const plan = this.lab.process(node)?.plan;
    if (!plan) throw new Error(`no node ${node}`);
    return this.lab.network.interfaces.real(plan.address);
  }

  /** Waits until every cluster and component link is there (live mode). */
  async meshed(): Promise<void> {
    const states = (): string[] =>
      this.lab.machines
        .all()
        .filter(({ machine }) => machine.endsWith('-dialler'))
        .map(({ machine, state }) => `${machine} ${state}`);
    const up = (): boolean => {
      const all = states().filter((state) => /connected\.live|bound\.live/.test(state));
      return all.length >= 6;
    };
    await eventually('the links of the topology', up, states, 10_000);
  }

  stranger(node: string, port: number): Promise<Stranger> {
    return Stranger.connect(this.address(node), port);
  }

  /** What went wrong in the lab's own opinion. */
  errors(): string[] {
    const { trace } = this.lab;
    const rows = trace.range(1, trace.length).filter((row) => row[4] === 'lab.error');
    return [...rows.map((row) => row[5].join(': ')), ...this.bugs.map(String)];
  }

  async close(): Promise<void> {
    await this.host.close();
    process.off('uncaughtException', this.escaped);
    process.off('unhandledRejection', this.escaped);
  }
}

/** Somebody from outside with a socket. */
export class Stranger {
  readonly socket: net.Socket;
  text = '';
  gone = false;
  /** The far end has sent its FIN, or a RST. */
  ended = false;

  private constructor(socket: net.Socket) {
    this.socket = socket;
    socket.on('error', () => undefined);
    socket.on('data', (bytes: Buffer) => (this.text += bytes.toString('latin1')));
    socket.on('end', () => (this.ended = true));
    socket.on('close', () => {
      this.gone = true;
      this.ended = true;
    });
  }

  static async connect(address: string, port: number): Promise<Stranger> {
    const socket = net.connect({ host: address, port, allowHalfOpen: true });
    const stranger = new Stranger(socket);
    await once(socket, 'connect');
    return stranger;
  }

  write(data: string | Uint8Array): this {
    if (!this.socket.destroyed) this.socket.write(data);
    return this;
  }

  heard(pattern: RegExp): Promise<RegExpExecArray> {
    return eventually(
      String(pattern),
      () => pattern.exec(this.text) ?? undefined,
      () => this.text.slice(-500),
      5000,
    );
  }

  cut(): Promise<true> {
    return eventually(
      'the end of the connection',
      () => this.ended,
      () => this.text.slice(-500),
      5000,
    );
  }

  reset(): void {
    this.socket.resetAndDestroy();
  }

  end(): void {
    this.socket.destroy();
  }
}

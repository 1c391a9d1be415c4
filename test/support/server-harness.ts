/** One Tigase-like process without a network: router, session manager, c2s and s2s on fake sockets and a clock moved by hand. */
import { Component, type Routing } from '#core/component/component.js';
import { NodeLog } from '#core/component/node-log.js';
import type { Profile } from '#core/component/node-context.js';
import type { Packet } from '#core/component/packet.js';
import { LabClock } from '#core/lab/clock.js';
import { SeededIds } from '#core/lab/ids.js';
import { SeededRandom } from '#core/lab/random.js';
import type { Connection, ConnectionHandler, Endpoint } from '#core/net/connection.js';
import { Listener, type ListenSpec } from '#core/net/listener.js';
import { ClientConnectionManager } from '#core/server/c2s/client-connection-manager.js';
import { NewConnections } from '#core/server/connection-manager/new-connections.js';
import { MessageRouter } from '#core/server/message-router.js';
import { S2SConnectionManager } from '#core/server/s2s/s2s-connection-manager.js';
import type { ServerContext } from '#core/server/server-context.js';
import { SessionManager } from '#core/server/session-manager/session-manager.js';
import { buildTopology } from '#core/shared/config/build-topology.js';
import type { ProcessPlan } from '#core/shared/config/topology-plan.js';
import type { TraceSink } from '#core/shared/injected/trace-sink.js';
import { quirkDefault } from '#core/shared/quirks.js';
import type { TraceKind, TraceRows } from '#core/shared/trace/trace-schema.js';
import { Database } from '#core/store/database.js';
import { serialize } from '#core/xml/serialize.js';

export const DOMAIN = 'xmpp.example';
export const MUC = `muc.${DOMAIN}`;
export const HOST = 'server1';

export interface HarnessOptions {
  /** More lines of `init.properties`. */
  properties?: string;
  profile?: Profile;
  quirks?: Record<string, boolean>;
  strictUsers?: boolean;
  /** Bind errors by port. */
  bindErrors?: Record<number, string>;
  /** No packet hops in `rows`: for measurements. */
  quiet?: boolean;
}

export interface Row {
  kind: TraceKind;
  values: readonly (string | number)[];
}

/** Stands for `ext` with one bound domain, and for `cl-comp`: keeps what it gets. */
export class RecordingComponent extends Component {
  readonly packets: Packet[] = [];
  private readonly domain: string;

  constructor(context: ServerContext, name: string, domain: string) {
    super(context, name);
    this.domain = domain;
  }

  override routings(): readonly Routing[] {
    return [{ matches: (_bare, domain) => domain === this.domain }];
  }

  /** What it got, as XML, since the last look. */
  take(): string[] {
    return this.packets.splice(0).map((packet) => serialize(packet.element));
  }

  /** A stanza of its own, as from a wire. */
  emit(packet: Packet): void {
    this.send(packet);
  }

  protected processPacket(packet: Packet): void {
    this.packets.push(packet);
  }
}

export class FakeClient implements Connection {
  readonly link: string;
  readonly local: Endpoint = { address: '127.0.1.1', port: 5222 };
  readonly remote: Endpoint;
  private readonly harness: ServerHarness;
  private readonly written: string[] = [];
  handler: ConnectionHandler | undefined;
  /** How this end was closed by the server. */
  ended: '' | 'fin' | 'reset' = '';

  constructor(harness: ServerHarness, number: number) {
    this.harness = harness;
    this.link = `outside>server1:5222#${number}`;
    this.remote = { address: '127.0.0.1', port: 40_000 + number };
  }

  get writable(): boolean {
    return this.ended === '' && this.handler !== undefined;
  }

  send(text: string): void {
    if (this.writable) this.written.push(text);
  }

  compress(): void {
    throw new Error('nothing is compressed here');
  }

  close(): void {
    this.ended ||= 'fin';
    this.handler = undefined;
  }

  reset(): void {
    this.ended ||= 'reset';
    this.handler = undefined;
  }

  /** The client writes, and everything that follows happens. */
  write(text: string): this {
    this.handler?.frame(Buffer.from(text, 'utf8'));
    this.harness.drain();
    return this;
  }

  finish(): void {
    this.handler?.finished();
    this.harness.drain();
  }

  lose(): void {
    const { handler } = this;
    this.handler = undefined;
    handler?.lost();
    this.harness.drain();
  }

  /**
   * What has been read since the last look. Stanzas come without the stream's namespace, which every one has and
   * test/scenario/wire-shapes.test.ts looks for.
   */
  take(): string[] {
    return this.written
      .splice(0)
      .map((text) => text.replace(/^<(message|presence|iq) xmlns="jabber:client"/, '<$1'));
  }

  /** The same as one text. */
  text(): string {
    return this.take().join('');
  }
}

export class ServerHarness {
  readonly rows: Row[] = [];
  readonly context: ServerContext;
  readonly router: MessageRouter;
  readonly sessions: SessionManager;
  readonly c2s: ClientConnectionManager;
  readonly ext: RecordingComponent;
  readonly cluster: RecordingComponent;
  readonly listens: ListenSpec[] = [];
  private readonly clock: LabClock;
  private readonly tasks: (() => void)[] = [];
  private clients = 0;

  constructor(options: HarnessOptions = {}) {
    this.clock = new LabClock(
      () => 0,
      (timer) => {
        timer.run();
        this.drain();
      },
    );
    this.context = this.makeContext(planOf(options.properties ?? ''), options);
    this.router = new MessageRouter(this.context);
    this.sessions = new SessionManager(this.context);
    this.c2s = new ClientConnectionManager(this.context, 'c2s');
    this.ext = new RecordingComponent(this.context, 'ext', MUC);
    this.cluster = new RecordingComponent(this.context, 'cl-comp', 'server2');
    const s2s = new S2SConnectionManager(this.context, 's2s');
    const components = [this.sessions, this.c2s, s2s, this.ext, this.cluster];
    components.forEach((component) => this.router.add(component));
    components.forEach((component) => component.start());
    this.advance(2000);
  }

  /** Runs what components have still to do. */
  drain(): void {
    for (let task = this.tasks.shift(); task; task = this.tasks.shift()) task();
  }

  /** Lab time passes. */
  advance(ms: number): void {
    const end = this.clock.now() + ms * 1000;
    for (let next = this.clock.next(); next && next.due <= end; next = this.clock.next())
      this.clock.fireNext();
    this.clock.advanceTo(end);
  }

  /** A client connects. */
  connect(port = 5222): FakeClient {
    this.clients += 1;
    const client = new FakeClient(this, this.clients);
    client.handler = this.listens.find((spec) => spec.port === port)?.accepted(client);
    this.drain();
    return client;
  }

  /** A client with an open stream; what it has read is taken away. */
  opened(): FakeClient {
    const client = this.connect().write(HEADER);
    client.take();
    return client;
  }

  /** A client that has logged in by PLAIN and opened its second stream. */
  authenticated(user: string, password = `pw-${user}`): FakeClient {
    const client = this.opened().write(plainAuth(user, password)).write(HEADER);
    client.take();
    return client;
  }

  /** A client with a bound resource. */
  bound(user: string, resource = 'r'): FakeClient {
    const client = this.authenticated(user);
    const bind = `<bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'><resource>${resource}</resource></bind>`;
    client.write(`<iq type='set' id='bind1'>${bind}</iq>`);
    client.take();
    return client;
  }

  /** A client that has sent its first presence. */
  available(user: string, resource = 'r'): FakeClient {
    const client = this.bound(user, resource).write('<presence/>');
    client.take();
    return client;
  }

  logs(): string[] {
    return this.rows.filter(({ kind }) => kind === 'node.log').map(({ values }) => values.join(' '));
  }

  printed(): string[] {
    return this.rows.filter(({ kind }) => kind === 'node.console').map(({ values }) => values.join(' '));
  }

  dropped(): string[] {
    return this.rows
      .filter(({ kind }) => kind === 'packet.dropped')
      .map(({ values }) => `${values[0]}: ${values[2]}`);
  }

  /** `instance → state` of the last transition of every machine. */
  states(): Record<string, string> {
    const states: Record<string, string> = {};
    for (const { kind, values } of this.rows) {
      if (kind === 'machine.started') states[String(values[1])] = String(values[2]);
      if (kind === 'machine.transition') states[String(values[1])] = String(values[3]);
    }
    return states;
  }

  private makeContext(plan: ProcessPlan, options: HarnessOptions): ServerContext {
    const trace = new RowSink(options.quiet === true ? [] : this.rows, options.quiet === true);
    const ids = new SeededIds(1);
    const profile = options.profile ?? '5.2';
    const clock = this.clock.forNode(plan.name);
    const log = new NodeLog(trace, plan.name, plan.debugLoggers);
    const throttling = plan.properties['--new-connections-throttling'];
    return {
      node: plan.name,
      hostname: plan.hostname,
      plan,
      profile,
      clock,
      calendar: this.clock,
      random: new SeededRandom(1),
      ids,
      trace,
      tasks: { post: (_node, run) => void this.tasks.push(run) },
      log,
      network: {
        address: '127.0.1.1',
        resolve: () => undefined,
        listen: (spec) => this.listen(plan.name, spec, options.bindErrors?.[spec.port]),
        listenerSkipped: () => undefined,
        closeListener: (listener) => listener.close(),
        dial: () => {
          throw new Error('nobody dials here');
        },
      },
      newConnections: new NewConnections({ clock, log, throttling }),
      database: new Database('test', this.clock),
      databaseAt: (uri) => new Database(uri, this.clock),
      exit: () => undefined,
      strictUsers: options.strictUsers ?? false,
      quirk: (name) => options.quirks?.[name] ?? quirkDefault(name, profile),
      route: (packet) => this.router.addPacket(packet),
      nextPacket: () => ids.next('packet'),
    };
  }

  private listen(node: string, spec: ListenSpec, error: string | undefined): Listener {
    this.tasks.push(() => (error === undefined ? spec.opened() : spec.failed(error)));
    if (error === undefined) this.listens.push(spec);
    return new Listener(node, spec);
  }
}

class RowSink implements TraceSink {
  cause = 0;
  private count = 0;
  private readonly rows: Row[];
  private readonly quiet: boolean;

  constructor(rows: Row[], quiet: boolean) {
    this.rows = rows;
    this.quiet = quiet;
  }

  record<K extends TraceKind>(kind: K, _node: string, values: TraceRows[K]): number {
    this.count += 1;
    if (!this.quiet) this.rows.push({ kind, values });
    return this.count;
  }

  under(_cause: number, work: () => void): void {
    work();
  }
}

export const HEADER = `<stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' to='${DOMAIN}' version='1.0'>`;

export function plainAuth(user: string, password: string): string {
  const message = Buffer.from(`\0${user}\0${password}`, 'utf8').toString('base64');
  return `<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='PLAIN'>${message}</auth>`;
}

function planOf(properties: string): ProcessPlan {
  const text = ['config-type = --gen-config-def', `--virt-hosts = ${DOMAIN}`, properties].join('\n');
  const { plan } = buildTopology('test', [{ path: `${HOST}.properties`, processName: HOST, text }]);
  const [process] = plan.processes;
  if (!process) throw new Error('no process');
  return process;
}

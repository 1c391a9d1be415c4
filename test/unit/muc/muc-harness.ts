/** A MUC component on its own: stanzas go in as text, what it sends comes out in order. */
import { parse } from 'ltx';
import type { NodeContext, Profile } from '#core/component/node-context.js';
import { NodeLog } from '#core/component/node-log.js';
import { Packet } from '#core/component/packet.js';
import { MucComponent } from '#core/muc/muc-component.js';
import type { ProcessPlan } from '#core/shared/config/topology-plan.js';
import type { TraceKind, TraceRows } from '#core/shared/trace/trace-schema.js';
import type { TraceSink } from '#core/shared/injected/trace-sink.js';
import { RoomTable } from '#core/store/room-table.js';
import type { Element } from '#core/xml/element.js';

export const DOMAIN = 'xmpp.dev.pajkdc.com';
export const SERVICE = `muc.${DOMAIN}`;
/** Lab time starts here. */
export const START_MS = Date.UTC(2026, 0, 1);

export interface MucOptions {
  profile?: Profile;
  settings?: Record<string, string>;
  repository?: RoomTable;
}

/** Only the kind and the values: what the tests look at. */
export interface TracedRow {
  kind: TraceKind;
  values: readonly unknown[];
}

class ListTrace implements TraceSink {
  readonly rows: TracedRow[] = [];
  cause = 0;

  record<K extends TraceKind>(kind: K, _node: string, values: TraceRows[K]): number {
    return this.rows.push({ kind, values });
  }

  under(cause: number, work: () => void): void {
    const before = this.cause;
    this.cause = cause;
    work();
    this.cause = before;
  }
}

function planOf(settings: Record<string, string>): ProcessPlan {
  return {
    name: 'muc1',
    file: 'muc1.properties',
    hostname: 'muc1',
    hostnameRule: 'process-name',
    address: '127.0.1.3',
    configType: '--gen-config-comp',
    componentSet: 'comp',
    clusterMode: false,
    virtualHosts: [DOMAIN],
    admins: [],
    components: [],
    clusterNodes: [],
    externals: [],
    extComps: [],
    listeners: [],
    plugins: [],
    pluginStandIns: [],
    debugLoggers: [],
    properties: {},
    settings,
  };
}

export class MucHarness {
  readonly trace = new ListTrace();
  readonly repository: RoomTable;
  readonly component: MucComponent;
  private nowMs = 0;
  private readonly tasks: (() => void)[] = [];
  private readonly counters = new Map<string, number>();
  private sent: Element[] = [];
  private readonly context: NodeContext;

  constructor(options: MucOptions = {}) {
    this.repository = options.repository ?? new RoomTable();
    this.context = this.contextOf(options);
    this.component = new MucComponent(this.context, 'muc', { repository: this.repository });
    this.component.start();
  }

  /** Hands in one stanza and gives what was sent because of it. */
  send(stanza: string): Element[] {
    this.component.addPacket(new Packet(this.context, parse(stanza)));
    return this.settle();
  }

  stop(): Element[] {
    this.component.stop();
    return this.settle();
  }

  /** Lab time moves on. */
  wait(seconds: number): void {
    this.nowMs += seconds * 1000;
  }

  /** Texts of `machine.transition` rows: `machine state`. */
  states(instance: string): string[] {
    return this.trace.rows
      .filter(({ kind, values }) => kind === 'machine.transition' && values[1] === instance)
      .map(({ values }) => String(values[3]));
  }

  private settle(): Element[] {
    for (let task = this.tasks.shift(); task; task = this.tasks.shift()) task();
    const sent = this.sent;
    this.sent = [];
    return sent;
  }

  private contextOf({ profile = '5.2', settings = {} }: MucOptions): NodeContext {
    const { trace } = this;
    return {
      node: 'muc1',
      hostname: 'muc1',
      plan: planOf(settings),
      profile,
      trace,
      clock: { now: () => this.nowMs * 1000, after: () => ({ cancel: () => undefined }) },
      calendar: { dateMs: () => START_MS + this.nowMs },
      random: { below: () => 0 },
      ids: { next: (kind) => this.count(kind), uuid: () => '00000000-0000-4000-8000-000000000001' },
      tasks: { post: (_node, run) => void this.tasks.push(run) },
      log: new NodeLog(trace, 'muc1', []),
      quirk: () => false,
      route: (packet) => void this.sent.push(packet.element),
      nextPacket: () => this.count('packet'),
    };
  }

  private count(kind: string): number {
    const value = (this.counters.get(kind) ?? 0) + 1;
    this.counters.set(kind, value);
    return value;
  }
}

/** A stanza as plain data: attributes without order, children in theirs, `jabber:client` left out at the top. */
export interface Shape {
  name: string;
  attrs: Record<string, string>;
  children: (Shape | string)[];
}

export function shape(el: Element, top = true): Shape {
  const { xmlns, ...attrs } = el.attrs as Record<string, string>;
  const shown = xmlns === undefined || (top && xmlns === 'jabber:client') ? attrs : { ...attrs, xmlns };
  const children = el.children.map((child) => (typeof child === 'string' ? child : shape(child, false)));
  return { name: el.name, attrs: shown, children };
}

export function shapes(stanzas: readonly Element[]): Shape[] {
  return stanzas.map((stanza) => shape(stanza));
}

/** The stanzas that a test expects, from their texts. */
export function expected(...stanzas: string[]): Shape[] {
  return shapes(stanzas.map((text) => parse(text)));
}

/** `error` child in short: `404 cancel item-not-found`; empty when there is none. */
export function errorOf(stanzas: readonly Element[]): string {
  const error = stanzas[0]?.getChild('error');
  const condition = error?.children.find((child): child is Element => typeof child !== 'string');
  return error
    ? `${String(error.attrs['code'])} ${String(error.attrs['type'])} ${condition?.name ?? ''}`
    : '';
}

/** What one receiver got. */
export function to(stanzas: readonly Element[], jid: string): Element[] {
  return stanzas.filter((stanza) => stanza.attrs['to'] === jid);
}

/** Status codes of a stanza's muc#user element. */
export function codes(stanza: Element | undefined): string[] {
  return (
    stanza
      ?.getChild('x')
      ?.getChildren('status')
      .map((status) => String(status.attrs['code'])) ?? []
  );
}

export const jidOf = (user: string, resource = 'r'): string => `${user}@${DOMAIN}/${resource}`;
export const roomJid = (room = 'room1'): string => `${room}@${SERVICE}`;

export interface JoinOptions {
  nick?: string;
  room?: string;
  resource?: string;
  /** Children of the muc element. */
  inside?: string;
}

export function join(
  user: string,
  { nick = user, room = 'room1', resource = 'r', inside = '' }: JoinOptions = {},
): string {
  const addresses = `from='${jidOf(user, resource)}' to='${roomJid(room)}/${nick}'`;
  return `<presence ${addresses}><x xmlns='http://jabber.org/protocol/muc'>${inside}</x></presence>`;
}

export function leaving(user: string, resource = 'r', room = 'room1'): string {
  return `<presence from='${jidOf(user, resource)}' to='${roomJid(room)}/${user}' type='unavailable'/>`;
}

export function groupchat(user: string, inner: string, attributes = "id='g1'"): string {
  return `<message from='${jidOf(user)}' to='${roomJid()}' type='groupchat' ${attributes}>${inner}</message>`;
}

export function iq(user: string, type: 'get' | 'set', inner: string, target = roomJid()): string {
  return `<iq from='${jidOf(user)}' to='${target}' type='${type}' id='i1'>${inner}</iq>`;
}

/** A submitted form with these fields. */
export function submit(user: string, fields: Record<string, string> = {}, room = 'room1'): string {
  const inner = Object.entries(fields).map(
    ([name, value]) => `<field var='${name}'><value>${value}</value></field>`,
  );
  const form = `<x xmlns='jabber:x:data' type='submit'>${inner.join('')}</x>`;
  return iq(
    user,
    'set',
    `<query xmlns='http://jabber.org/protocol/muc#owner'>${form}</query>`,
    roomJid(room),
  );
}

export function admin(user: string, item: string, type: 'get' | 'set' = 'set'): string {
  return iq(user, type, `<query xmlns='http://jabber.org/protocol/muc#admin'>${item}</query>`);
}

/** An unlocked room with alice (owner) and bob inside. */
export function openRoom(options: MucOptions = {}, fields: Record<string, string> = {}): MucHarness {
  const muc = new MucHarness(options);
  muc.send(join('alice'));
  muc.send(submit('alice', fields));
  muc.send(join('bob'));
  return muc;
}

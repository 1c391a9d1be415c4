/**
 * No message is lost in silence. A message that a server has taken from one of the lab's clients, for another that is
 * online, is delivered, comes back as an error, is kept for later, or is dropped by a node that says so. Nothing is
 * promised to a client that loses its stream on the way, or whose own server stops: it knows, or will.
 */
import type { TraceRow } from '#core/shared/trace/trace-schema.js';
import type { Lab } from '#core/lab/lab.js';
import { frameElement } from '#core/lab/scenario/frame-element.js';
import type { Finding, Invariant, Watcher } from './invariant.js';

const CLIENT = 'client:';
const SESSION = 'client-session';

/** A process that does what is asked of it. */
const RUNNING = 'running';

interface Message {
  /** Node of the sending client, and of the server that it is on. */
  from: string;
  server: string;
  to: string;
  text: string;
  /** A server has it. */
  taken: boolean;
  /** Node of each client that could get it → the server that it is on. */
  receivers: Map<string, string>;
  last: TraceRow;
  /** The last copy that was lost: on which link, and why. */
  loss: Loss | undefined;
  /** Frames that carry a copy and have neither arrived nor been dropped. */
  flying: Map<number, Loss>;
}

interface Loss {
  row: TraceRow;
  link: string;
  reason: string;
}

/** Reason of a copy that nobody has dropped: it waits on a connection to a machine that will never answer. */
const WAITS = 'waits';

export const noStanzaLost: Invariant = { name: 'no-stanza-lost', watch: (lab) => new MessageWatch(lab) };

class MessageWatch implements Watcher {
  private readonly lab: Lab;
  /** Messages whose fate is open. */
  private readonly open = new Set<Message>();
  /** Event → the message that it happened for. */
  private readonly causes = new Map<number, Message>();
  /** Frame → its text, of those that a message has led to. */
  private readonly texts = new Map<number, string>();

  constructor(lab: Lab) {
    this.lab = lab;
  }

  take(row: TraceRow): undefined {
    if (row[4] === 'machine.transition') this.moved(row[2], row[5][0], row[5][3]);
    if (this.isNewMessage(row)) return this.begin(row);
    const message = this.causes.get(row[3]);
    if (!message) return undefined;
    this.causes.set(row[0], message);
    this.follow(row, message);
    return undefined;
  }

  atEnd(): Finding | undefined {
    for (const message of this.open) {
      if (!message.taken || message.receivers.size === 0 || this.kept(message)) continue;
      const { from, to, text, last, flying } = message;
      const loss = message.loss ?? [...flying.values()].at(-1);
      const [seq, time] = loss?.row ?? last;
      const { link = '', reason = 'vanished' } = loss ?? {};
      const code = `explore.no-stanza-lost${loss ? (reason === WAITS ? '.waits' : '') : '.vanished'}`;
      return { about: reason, seq, time: time / 1000, code, params: { from, to, text, link, reason } };
    }
    return undefined;
  }

  private isNewMessage(row: TraceRow): row is TraceRow<'frame.sent'> {
    return row[4] === 'frame.sent' && row[2].startsWith(CLIENT) && row[5][3].startsWith('<message');
  }

  private begin(row: TraceRow<'frame.sent'>): undefined {
    const [, , , text] = row[5];
    const element = frameElement(text);
    const { to, type } = element?.attrs ?? {};
    if (to === undefined || type === 'error') return;
    const sender = this.online().find(({ node }) => node === row[2]);
    const receivers = new Map(
      this.online()
        .filter(({ jid }) => jid === to || jid.startsWith(`${to}/`))
        .map(({ node, server }) => [node, server]),
    );
    if (!sender || receivers.size === 0) return;
    const { node: from, server } = sender;
    const message: Message = {
      ...{ from, server, to, text, receivers, taken: false },
      ...{ last: row, loss: undefined, flying: new Map<number, Loss>() },
    };
    this.causes.set(row[0], message);
    this.open.add(message);
  }

  private online(): { node: string; server: string; jid: string }[] {
    return this.lab.clients
      .list()
      .map((client) => ({ client: client.node, ...client.view() }))
      .filter(({ node, state }) => state.startsWith('online') && this.lab.process(node)?.state === RUNNING)
      .map(({ client, node, jid }) => ({ node: client, server: node, jid }));
  }

  private follow(row: TraceRow, message: Message): void {
    message.last = row;
    switch (row[4]) {
      case 'frame.sent':
        this.texts.set(row[5][2], row[5][3]);
        message.flying.set(row[5][2], { row, link: routeOf(row[5][0]), reason: WAITS });
        break;
      case 'frame.delivered':
        message.flying.delete(row[5][2]);
        if (!row[2].startsWith(CLIENT)) message.taken = true;
        if (this.ends(row, message)) this.open.delete(message);
        break;
      case 'packet.dropped':
        this.open.delete(message);
        break;
      case 'frame.dropped':
        message.flying.delete(row[5][2]);
        message.loss = { row, link: routeOf(row[5][0]), reason: row[5][3] };
        break;
    }
  }

  /** Whether a frame that has reached a client is the message, or what has become of it. */
  private ends(row: TraceRow<'frame.delivered'>, message: Message): boolean {
    if (!row[2].startsWith(CLIENT)) return false;
    const arrived = this.texts.get(row[5][2]) ?? '';
    return arrived.startsWith('<message') && (message.receivers.has(row[2]) || row[2] === message.from);
  }

  /** A client whose session is over, or whose server runs no more, is promised nothing. */
  private moved(node: string, machine: string, state: string): void {
    if (machine === SESSION && !state.startsWith('online')) this.release((client) => client === node);
    if (machine === 'node' && state !== RUNNING) this.release((_client, server) => server === node);
  }

  private release(isOut: (client: string, server: string) => boolean): void {
    for (const message of this.open) {
      if (isOut(message.from, message.server)) this.open.delete(message);
      for (const [client, server] of message.receivers)
        if (isOut(client, server)) message.receivers.delete(client);
    }
  }

  private kept({ to }: Message): boolean {
    const bare = to.split('/')[0] ?? to;
    return this.lab.processes.some(({ plan }) => {
      try {
        return this.lab.databaseOf(plan).offline.count(bare) > 0;
      } catch {
        // A database that is down tells nobody what it has.
        return true;
      }
    });
  }
}

/** Without the number of the connection. */
function routeOf(link: string): string {
  return link.replace(/#\d+$/, '');
}

/** A client's connection on 5222: bytes to packets for the session manager, packets to bytes (§4.2, §7). */
import { withEffects } from '#core/component/machine-effects.js';
import { runMachine, type RunningMachine } from '#core/component/machine-runner.js';
import { Packet } from '#core/component/packet.js';
import type { Connection, ConnectionHandler } from '#core/net/connection.js';
import { c2sStreamMachine } from '#core/shared/machines/c2s-stream.machine.js';
import { NS_CLIENT } from '#core/shared/xmpp/namespaces.js';
import { isStreamErrorCondition, type StreamErrorCondition } from '#core/shared/xmpp/stream-errors.js';
import { element, type Element } from '#core/xml/element.js';
import { serialize } from '#core/xml/serialize.js';
import { declarePrefixes, streamPrefixes } from '#core/xml/stream-prefixes.js';
import { XmlStreamParser } from '#core/xml/stream-parser.js';
import { streamCondition, type XmlError } from '#core/xml/xml-error.js';
import { StreamCommand, type CommandParts } from '../stream-command.js';
import { ERROR_STREAM_ID, STREAM_FOOTER, streamError, streamHeader } from '../stream-texts.js';
import { socketId } from '../connection-manager/socket-id.js';
import type { SupervisedConnection } from '../connection-manager/supervised-connection.js';
import type { ClientConnectionManager } from './client-connection-manager.js';
import { judgeHeader } from './stream-header.js';

export class C2sConnection {
  /** `c2s@vm-128-157/127.0.1.3_5222_127.0.0.1_40001` (§4.1). */
  readonly id: string;
  private readonly manager: ClientConnectionManager;
  private readonly connection: Connection;
  private readonly supervised: SupervisedConnection;
  private readonly parser: XmlStreamParser;
  private readonly machine: RunningMachine<typeof c2sStreamMachine>;
  /** The same through all headers of the connection; empty: no header was accepted. */
  private streamId = '';
  private domain = '';
  /** The session manager that has been told of the stream; undefined: none has. */
  private receiver: string | undefined;
  /** A footer is due when the stream is closed. */
  private footerDue = false;
  private deaf = false;
  /** What the client's header has bound, beyond the stanzas' own declarations. */
  private prefixes: ReadonlyMap<string, string> = new Map();
  /** The last word to the session manager. */
  private closed: StreamCommand | undefined;

  constructor(manager: ClientConnectionManager, connection: Connection) {
    this.manager = manager;
    this.connection = connection;
    this.id = `${manager.id}/${socketId(connection)}`;
    this.supervised = manager.supervisor.supervise(connection, () => this.forceStop());
    this.parser = new XmlStreamParser(manager.supervisor.xmlLimits);
    const machine = withEffects(c2sStreamMachine, {
      guards: {
        // Without a session nobody would ever write to it and find out: it would be believed up for ever.
        finNoticed: () => this.receiver === undefined || !manager.server.quirk('fin-unnoticed'),
        sessionUnknown: () => this.receiver === undefined,
      },
      actions: {
        closeStream: () => this.closeStream(),
        closeSocket: () => this.close(),
        tellClosedAgain: () => this.tellClosedAgain(),
        release: () => {
          this.supervised.stopped();
          manager.forget(this);
        },
      },
    });
    const instance = `${manager.server.node}/${manager.name}/${connection.link}`;
    const remote = `${connection.remote.address}:${connection.remote.port}`;
    this.machine = runMachine(manager.server, machine, instance, { remote });
  }

  /** What the network tells of this connection. */
  handler(): ConnectionHandler {
    const sink = {
      header: (el: Element) => this.header(el),
      // One frame may hold more than what has made it deaf: `<hello/>` is a root and its end.
      stanza: (el: Element) => (this.deaf ? undefined : this.stanza(el)),
      footer: () => (this.deaf ? undefined : this.machine.send({ type: 'stream.footer' })),
      error: (error: XmlError) => this.malformed(error),
    };
    return {
      frame: (bytes) => {
        if (!this.supervised.received(bytes.length) || this.deaf) return;
        // S01a: a header where a stanza would be is answered again, with the same id.
        if (this.streamId !== '' && beginsStream(bytes)) this.parser.restart();
        this.parser.push(bytes, sink);
      },
      finished: () => {
        // Its own side of the socket is closed at once, whether or not anything else happens.
        this.connection.close();
        this.machine.send({ type: 'tcp.finished' });
      },
      lost: () => this.machine.send({ type: 'tcp.lost' }),
    };
  }

  /** A packet for this connection has come out of the in-queue. */
  deliver(packet: Packet): void {
    if (packet instanceof StreamCommand) return this.command(packet);
    if (!this.connection.writable) {
      this.manager.dropped(packet, 'client connection was gone');
      if (this.machine.snapshot().matches('socketGone')) this.machine.send({ type: 'write.failed' });
      return;
    }
    this.write(stanzaText(packet.element));
    if (packet.name === 'success') this.loggedIn();
  }

  /** The process stops (RFC 6120 §4.9.3.20). */
  shutDown(): void {
    if (this.footerDue) this.write(streamError('system-shutdown') + STREAM_FOOTER);
    this.footerDue = false;
    this.close();
  }

  /** A node of the cluster has gone: with it the session, when that was there. */
  nodeDisconnected(host: string): void {
    if (this.receiver?.endsWith(`@${host}`) === true) this.shutDown();
  }

  private header(header: Element): void {
    const { server } = this.manager;
    // S01a: another root is neither answered nor closed in the original.
    if (header.name !== 'stream:stream') return this.wrongRoot();
    const verdict = judgeHeader(header, server.plan.virtualHosts, server.profile);
    if ('refusal' in verdict) return this.refuse(streamError(verdict.refusal), header);
    const elsewhere = this.manager.seeOtherHost.redirect((header.attrs as Record<string, string>).from);
    if (elsewhere !== undefined) return this.refuse(streamError('see-other-host', elsewhere), header);
    this.domain = verdict.domain;
    this.prefixes = streamPrefixes(header);
    const first = this.streamId === '';
    if (first) this.streamId = server.ids.uuid();
    this.footerDue = true;
    this.write(streamHeader(this.domain, this.streamId));
    this.machine.send({ type: 'header.answered' });
    if (first) this.tellOpened(header);
    else this.tell({ command: 'GETFEATURES', type: 'get' });
  }

  /** §7.1. The features are asked for when the session manager has answered. */
  private tellOpened(header: Element): void {
    const { 'xml:lang': lang = 'en' } = header.attrs as Record<string, string | undefined>;
    this.receiver = this.manager.dataReceiver(this.domain);
    const fields = { 'session-id': this.streamId, hostname: this.domain, 'xml:lang': lang };
    this.tell({ command: 'STREAM_OPENED', type: 'set', fields });
  }

  private wrongRoot(): void {
    if (!this.manager.server.quirk('lab-rfc-errors')) {
      this.deaf = true;
      return;
    }
    this.openForError();
    this.endWith('bad-format');
  }

  private refuse(error: string, header: Element): void {
    const { plan, profile } = this.manager.server;
    const asked = (header.attrs as Record<string, string | undefined>).to ?? '';
    const from = profile === '7.1' ? asked : (plan.virtualHosts[0] ?? '');
    [streamHeader(from, ERROR_STREAM_ID), error, STREAM_FOOTER].forEach((text) => this.write(text));
    this.footerDue = false;
    this.machine.send({ type: 'header.rejected' });
  }

  /** Every stanza is handed over with the address of the socket it came from (§4.1). */
  private stanza(el: Element): void {
    if (!this.supervised.admits(el)) return;
    declarePrefixes(el, this.prefixes);
    const packet = new Packet(this.manager.server, el, this.id, this.receiver);
    if (this.receiver !== undefined) return this.manager.submit(packet);
    const text = `from=${this.id}, to=null, data=${serialize(el)}, connection: ${this.id}`;
    this.manager.log('INFO', `Hm, receiver is not set yet (misconfiguration error)..., ignoring: ${text}`);
    this.manager.dropped(packet, 'no data receiver');
  }

  private malformed(error: XmlError): void {
    const { server } = this.manager;
    this.deaf = true;
    if (server.quirk('lab-rfc-errors')) {
      this.openForError();
      return this.endWith(streamCondition(error));
    }
    // S01b, S01c: 7.1 says why and leaves out the footer; 5.2 closes on a limit and is deaf to the rest.
    this.footerDue = false;
    if (server.profile === '7.1') this.endWith('not-well-formed');
    else if (error.code === 'too-large') this.machine.send({ type: 'stream.malformed' });
  }

  /** RFC 6120 §4.9.1.2: a header comes before an error. */
  private openForError(): void {
    if (this.footerDue) return;
    this.write(streamHeader(this.manager.server.plan.virtualHosts[0] ?? '', ERROR_STREAM_ID));
    this.footerDue = true;
  }

  private endWith(condition: StreamErrorCondition): void {
    this.write(streamError(condition));
    this.machine.send({ type: 'stream.malformed' });
  }

  /** RFC 6120 §6.4.6: after `<success/>` the client opens a new stream. */
  private loggedIn(): void {
    this.parser.restart();
    this.machine.send({ type: 'sasl.success' });
  }

  private command(command: StreamCommand): void {
    // Another session manager has no say here.
    if (command.packetFrom !== this.receiver) return this.manager.dropped(command, 'not its session manager');
    switch (command.command) {
      case 'GETFEATURES':
        this.write(serialize(element('stream:features', {}, ...command.payload)));
        return this.machine.send({ type: 'features.sent' });
      case 'USER_LOGIN':
        return this.machine.send({ type: 'resource.bound' });
      case 'STREAM_CLOSED':
        return this.machine.send({ type: 'stream.closed.answered' });
      case 'CLOSE':
        return this.sessionClosed(command.payload[0]?.name);
      case 'STREAM_OPENED':
        this.tell({ command: 'GETFEATURES', type: 'get' });
        return;
      case 'STREAM_CLOSED_UPDATE':
    }
  }

  private sessionClosed(condition: string | undefined): void {
    // S11: the end of the two minutes is a FIN without a word.
    if (condition === undefined) this.footerDue = false;
    else if (isStreamErrorCondition(condition)) this.write(streamError(condition));
    this.machine.send({ type: 'session.closed' });
  }

  private closeStream(): void {
    if (this.footerDue) this.write(STREAM_FOOTER);
    this.footerDue = false;
    this.close();
    if (this.receiver !== undefined) this.closed = this.tell({ command: 'STREAM_CLOSED', type: 'set' });
  }

  /** S12a: a FIN without a word. */
  private forceStop(): void {
    this.footerDue = false;
    const gone = this.machine.snapshot().matches('socketGone');
    this.machine.send({ type: gone ? 'write.failed' : 'force.stopped' });
  }

  private write(text: string): void {
    this.supervised.sent(text);
    this.connection.send(text);
  }

  private close(): void {
    this.supervised.stopped();
    this.connection.close();
  }

  /** §7.3: for ever, should the session manager never come back. */
  private tellClosedAgain(): void {
    const { closed } = this;
    if (!closed) return;
    const text = `from=${this.id}, to=${this.receiver}, data=${serialize(closed.element)}`;
    this.manager.log('INFO', `No response within time limit received for a packet: ${text}`);
    this.tell({ command: 'STREAM_CLOSED', type: 'set', id: closed.id ?? '' });
  }

  private tell(parts: Omit<CommandParts, 'from' | 'to'>): StreamCommand | undefined {
    const { manager, receiver } = this;
    if (receiver === undefined) return undefined;
    const command = new StreamCommand(manager.server, { ...parts, from: this.id, to: receiver });
    manager.submit(command);
    return command;
  }
}

/** 5.2.3 writes the namespace of the stream into every stanza, its own ones too (test/fixtures/wire/client-5222.xml). */
function stanzaText(stanza: Element): string {
  const text = serialize(stanza);
  const { name, attrs } = stanza;
  if (attrs['xmlns'] !== undefined || !STANZAS.has(name)) return text;
  return `<${name} xmlns="${NS_CLIENT}"${text.slice(name.length + 1)}`;
}

const STANZAS = new Set(['message', 'presence', 'iq']);

/** `<stream:stream` or an XML declaration, at the start of a frame. */
function beginsStream(bytes: Uint8Array): boolean {
  if (bytes[0] !== LESS_THAN) return false;
  return bytes[1] === QUESTION_MARK || STREAM_TAG.every((byte, index) => bytes[index] === byte);
}

const LESS_THAN = 0x3c;
const QUESTION_MARK = 0x3f;
const STREAM_TAG = Buffer.from('<stream:stream', 'latin1');

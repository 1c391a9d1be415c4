/** Component `c2s`, tigase.server.xmppclient.ClientConnectionManager: the clients on 5222 (§4.2, §7). */
import { Component } from '#core/component/component.js';
import { errorReply } from '#core/component/error-reply.js';
import type { Packet } from '#core/component/packet.js';
import type { Connection, ConnectionHandler } from '#core/net/connection.js';
import { dataReceiver } from '#core/shared/config/data-receiver.js';
import { ConnectionSupervisor } from '../connection-manager/connection-supervisor.js';
import { openPlannedPorts } from '../connection-manager/planned-ports.js';
import type { OpenedPort } from '../listener-machine.js';
import type { ServerContext } from '../server-context.js';
import { StreamCommand } from '../stream-command.js';
import { C2sConnection } from './c2s-connection.js';
import { SeeOtherHost } from './see-other-host.js';

const LOGGER = 'tigase.server.xmppclient.ClientConnectionManager';

export class ClientConnectionManager extends Component {
  readonly server: ServerContext;
  readonly supervisor: ConnectionSupervisor;
  readonly seeOtherHost: SeeOtherHost;
  private readonly connections = new Map<string, C2sConnection>();
  private readonly ports: OpenedPort[] = [];

  constructor(context: ServerContext, name: string) {
    super(context, name);
    this.server = context;
    this.supervisor = new ConnectionSupervisor(context, name, 'c2s');
    this.seeOtherHost = new SeeOtherHost(context);
  }

  override start(): void {
    const ports = openPlannedPorts(this.server, this.name, (connection, { socket, port }) =>
      socket === 'ssl' ? this.refuseTls(connection, port) : this.accept(connection),
    );
    this.ports.push(...ports);
  }

  override stop(): void {
    this.ports.forEach((port) => port.close());
    this.connections.forEach((connection) => connection.shutDown());
  }

  override nodeConnected(host: string): void {
    this.seeOtherHost.nodeConnected(host);
  }

  /** §5.8: their session manager has gone with its node. */
  override nodeDisconnected(host: string): void {
    this.seeOtherHost.nodeDisconnected(host);
    this.connections.forEach((connection) => connection.nodeDisconnected(host));
  }

  /** Connections that this component believes in. */
  get connected(): number {
    return this.connections.size;
  }

  /** Where every stanza of a client goes first, by the virtual host of its stream (§4.2); undefined: nowhere. */
  dataReceiver(virtualHost: string): string | undefined {
    return dataReceiver(this.context.plan, this.name, virtualHost);
  }

  /** A packet of a client, on its way to the router. */
  submit(packet: Packet): void {
    this.send(packet);
  }

  forget(connection: C2sConnection): void {
    this.connections.delete(connection.id);
  }

  log(level: 'INFO', text: string): void {
    this.context.log.write(level, LOGGER, text);
  }

  dropped(packet: Packet, reason: string): void {
    this.context.trace.record('packet.dropped', this.context.node, [this.name, packet.number, reason]);
  }

  protected processPacket(packet: Packet): void {
    const connection = this.connections.get(packet.packetTo ?? '');
    if (connection) return connection.deliver(packet);
    this.dropped(packet, 'no such client connection');
    if (packet instanceof StreamCommand) return;
    this.tellGone(packet);
    // §7.3: to a connection that is gone. Only the sender of a request is told, never the session that is gone itself.
    const error = packet.name === 'iq' ? errorReply(this.context, packet, 'item-not-found', GONE) : undefined;
    if (error?.to) {
      error.packetTo = undefined;
      this.send(error);
    }
  }

  /** A session manager that writes to a connection which is gone has lost track of it. */
  private tellGone({ packetFrom, packetTo, type, element }: Packet): void {
    if (packetFrom === undefined || packetTo === undefined) return;
    if (type === 'unavailable' || element.attrs.to === undefined) return;
    const parts = { command: 'STREAM_CLOSED_UPDATE', type: 'set', from: packetTo, to: packetFrom } as const;
    this.send(new StreamCommand(this.server, parts));
  }

  private accept(connection: Connection): ConnectionHandler {
    const client = new C2sConnection(this, connection);
    this.connections.set(client.id, client);
    return client.handler();
  }

  /** A client that greets with TLS is not understood yet; it hears so by a FIN, the log says why. */
  private refuseTls(connection: Connection, port: number): ConnectionHandler {
    return {
      frame: () => {
        this.context.log.write(
          'INFO',
          LOGGER,
          `Cluster Lab does not play TLS yet: connection on port ${port} closed`,
        );
        connection.close();
      },
      finished: () => connection.close(),
      lost: () => undefined,
    };
  }
}

const GONE = 'The user connection is no longer active.';

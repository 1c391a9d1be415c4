/** A component whose HTTP port is opened, as Tigase opens it, and which answers every request with 501. */
import { Component } from '#core/component/component.js';
import type { Packet } from '#core/component/packet.js';
import type { Connection, ConnectionHandler } from '#core/net/connection.js';
import { ConnectionSupervisor } from './connection-manager/connection-supervisor.js';
import type { ManagerRole } from './connection-manager/manager-kind.js';
import { openPlannedPorts } from './connection-manager/planned-ports.js';
import type { OpenedPort } from './listener-machine.js';
import type { ServerContext } from './server-context.js';

const ANSWER = 'HTTP/1.1 501 Not Implemented\r\nContent-Length: 0\r\nConnection: close\r\n\r\n';

export abstract class HttpRefusal extends Component {
  private readonly server: ServerContext;
  private readonly ports: OpenedPort[] = [];
  /** No connection lives long enough to be looked after, but what is configured is said at start-up. */
  protected readonly supervisor: ConnectionSupervisor;

  constructor(context: ServerContext, name: string, role: ManagerRole) {
    super(context, name);
    this.server = context;
    this.supervisor = new ConnectionSupervisor(context, name, role);
  }

  override start(): void {
    this.ports.push(...openPlannedPorts(this.server, this.name, refuseHttp));
  }

  override stop(): void {
    this.ports.forEach((port) => port.close());
  }

  /** No connection of this component ever carries a session. */
  protected processPacket(packet: Packet): void {
    this.context.trace.record('packet.dropped', this.context.node, [this.name, packet.number, 'not played']);
  }
}

function refuseHttp(connection: Connection): ConnectionHandler {
  return {
    frame: () => {
      connection.send(ANSWER);
      connection.close();
    },
    finished: () => connection.close(),
    lost: () => undefined,
  };
}

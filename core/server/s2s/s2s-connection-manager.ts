/**
 * Component `s2s`, tigase.server.xmppserver.S2SConnectionManager. The lab reaches no other server: whatever is for a
 * foreign domain comes back the way it does when the name cannot be resolved (§6.6).
 */
import { Component } from '#core/component/component.js';
import { errorReply } from '#core/component/error-reply.js';
import { withEffects } from '#core/component/machine-effects.js';
import { runMachine } from '#core/component/machine-runner.js';
import type { Packet } from '#core/component/packet.js';
import type { Connection, ConnectionHandler } from '#core/net/connection.js';
import { s2sAcceptorMachine } from '#core/shared/machines/s2s-acceptor.machine.js';
import { ConnectionSupervisor } from '../connection-manager/connection-supervisor.js';
import { openPlannedPorts } from '../connection-manager/planned-ports.js';
import type { OpenedPort } from '../listener-machine.js';
import type { ServerContext } from '../server-context.js';

const LOGGER = 'tigase.server.xmppserver.S2SConnectionManager';

export class S2SConnectionManager extends Component {
  override readonly handlesOtherDomains = true;
  private readonly server: ServerContext;
  private readonly supervisor: ConnectionSupervisor;
  private readonly ports: OpenedPort[] = [];

  constructor(context: ServerContext, name: string) {
    super(context, name);
    this.server = context;
    this.supervisor = new ConnectionSupervisor(context, name, 's2s');
  }

  override start(): void {
    this.ports.push(...openPlannedPorts(this.server, this.name, (connection) => this.accept(connection)));
  }

  override stop(): void {
    this.ports.forEach((port) => port.close());
  }

  protected processPacket(packet: Packet): void {
    const error = errorReply(
      this.context,
      packet,
      'remote-server-not-found',
      'S2S - destination host not found',
    );
    if (error) this.send(error);
    else
      this.context.trace.record('packet.dropped', this.context.node, [
        this.name,
        packet.number,
        'no such server',
      ]);
  }

  private accept(connection: Connection): ConnectionHandler {
    const { context } = this;
    const remote = `${connection.remote.address}:${connection.remote.port}`;
    const text = `Cluster Lab does not federate: connection from ${remote} closed`;
    const provided = withEffects(s2sAcceptorMachine, {
      actions: {
        logRefusal: () => context.log.write('INFO', LOGGER, text),
        closeSocket: () => connection.close(),
      },
    });
    const machine = runMachine(context, provided, `${context.node}/${this.name}/${connection.link}`, {
      remote,
    });
    return {
      frame: () => undefined,
      finished: () => machine.send({ type: 'tcp.finished' }),
      lost: () => machine.send({ type: 'tcp.lost' }),
    };
  }
}

/**
 * Component `cluster-contr`, tigase.cluster.ClusterController: finds who is meant by a command that has come over 5277,
 * and makes the elements that go out (§5.5).
 */
import { Component } from '#core/component/component.js';
import { Packet } from '#core/component/packet.js';
import type { ServerContext } from '../server-context.js';
import type { Element } from '#core/xml/element.js';
import { clusterElement, parseClusterElement, type ClusterCommand } from './cluster-command.js';

/** Every command here is one of the session manager's. */
const PREFIX = 'sess-man-';

/** Carries out one cluster method, by name: the addressee's component does not matter (§5.5). */
export interface CommandListener {
  readonly method: string;
  /** Queue level that 7.1 writes into the command (`pr`). */
  readonly priority: 'CLUSTER' | 'HIGH';
  execute(command: ClusterCommand): void;
}

/** What the sender of a new command says; the controller adds id, visited nodes and first node. */
export interface NewCommand {
  method: string;
  /** Component JID of the sender: `sess-man@vm-128-157`. */
  from: string;
  params: Record<string, string>;
  data: Element[];
}

export class ClusterController extends Component {
  private readonly listeners = new Map<string, CommandListener>();
  private deliver: ((packet: Packet) => void) | undefined;

  constructor(context: ServerContext, name: string) {
    super(context, name);
  }

  register(listener: CommandListener): void {
    this.listeners.set(listener.method, listener);
  }

  /** `deliver-cluster-packet-cmd`: who hands elements to the sockets. */
  deliverWith(deliver: (packet: Packet) => void): void {
    this.deliver = deliver;
  }

  /** A new command, to each of `nodes` (component JIDs). */
  sendToNodes(command: NewCommand, nodes: readonly string[]): void {
    for (const to of nodes) {
      const id = `cl-${this.context.ids.next(`${this.context.node} cluster`)}`;
      this.pass({ ...command, to, id, visited: [command.from], firstNode: command.from });
    }
  }

  /** Passes a command on: same id, same first node, `visited` as it is now. */
  pass(command: ClusterCommand): void {
    const wire = this.context.profile === '7.1' ? { ...command, ...this.asIn71(command.method) } : command;
    this.deliver?.(new Packet(this.context, clusterElement(wire)));
  }

  /** An element off the wire: the addressee becomes a visited node, then its method is looked up. */
  handle(element: Element): void {
    const command = parseClusterElement(element);
    if (!command) return;
    const prefix = this.context.profile === '7.1' ? PREFIX : '';
    const named = command.method.startsWith(prefix);
    const listener = named ? this.listeners.get(command.method.slice(prefix.length)) : undefined;
    if (!listener) {
      const text = `Missing CommandListener for cluster method: ${command.method}`;
      this.context.log.write('WARNING', 'tigase.cluster.ClusterController', text);
      return;
    }
    const seen = command.visited.includes(command.to);
    const visited = seen ? command.visited : [...command.visited, command.to];
    listener.execute({ ...command, method: listener.method, visited });
  }

  /** 7.1 prefixes the name of the component that the command is of, and writes its priority. */
  private asIn71(method: string): Pick<ClusterCommand, 'method' | 'priority'> {
    const priority = this.listeners.get(method)?.priority ?? 'CLUSTER';
    return { method: `${PREFIX}${method}`, priority };
  }

  protected processPacket(): void {}
}

/** The clients that the lab itself plays: parties of their own, each with an interface and a socket. */
import { HostError } from '#core/shared/api/host-error.js';
import type { TopologyPlan } from '#core/shared/config/topology-plan.js';
import type { LabParts } from '../lab-parts.js';
import { clientPlan, type ClientOptions, type ClientPlan } from './client-options.js';
import { LabClient, type Leaving } from './lab-client.js';

export interface ClientsParts extends LabParts {
  readonly topology: TopologyPlan;
}

/** Clients live at 127.0.1.201 to .254, beyond the processes; the fifty-fifth shares the address of the first. */
const FIRST_ADDRESS = 201;
const ADDRESSES = 54;

export class LabClients {
  private readonly parts: ClientsParts;
  private readonly clients = new Map<string, LabClient>();
  /** How each was added. */
  private readonly wishes = new Map<string, ClientOptions>();
  /** Removed, but their links are not over yet. */
  private leaving: LabClient[] = [];

  constructor(parts: ClientsParts) {
    this.parts = parts;
  }

  /** Makes a client and lets it log in. Throws `client-exists`, `unknown-node` or `bad-jid`. */
  add(options: ClientOptions): LabClient {
    const { name } = options;
    if (this.clients.has(name)) throw new HostError('client-exists', { client: name });
    return this.begin(options, clientPlan(this.parts.topology, options));
  }

  /** In the place of the one by that name, if there is one. */
  private begin(options: ClientOptions, plan: ClientPlan): LabClient {
    const { name } = plan;
    this.sweep();
    const { ids, network } = this.parts;
    const place = (ids.next('client') - 1) % ADDRESSES;
    network.interfaces.add(clientNode(name), `127.0.1.${FIRST_ADDRESS + place}`);
    const client = new LabClient(this.parts, plan, clientNode(name));
    this.clients.set(name, client);
    this.wishes.set(name, options);
    return client;
  }

  /**
   * Lets a client log in again as it was added, on a connection of its own; what there is of its session logs out.
   * Throws `unknown-client`, or `unknown-node` when its server is none any more: then it stays as it is.
   */
  again(name: string): LabClient {
    const [old, options] = [this.clients.get(name), this.wishes.get(name)];
    if (!old || !options) throw new HostError('unknown-client', { client: name });
    const plan = clientPlan(this.parts.topology, options);
    old.leave('logout');
    this.leaving.push(old);
    return this.begin(options, plan);
  }

  get(name: string): LabClient | undefined {
    return this.clients.get(name);
  }

  list(): LabClient[] {
    return [...this.clients.values()];
  }

  /** Lets a client go; false when there is none by that name. Its name is free at once. */
  remove(name: string, how: Leaving): boolean {
    const client = this.clients.get(name);
    if (!client) return false;
    this.clients.delete(name);
    this.wishes.delete(name);
    client.leave(how);
    this.leaving.push(client);
    this.sweep();
    return true;
  }

  /** Takes away the interfaces that no link needs any more. */
  private sweep(): void {
    const { network } = this.parts;
    const gone = this.leaving.filter((client) => network.link(client.link) === undefined);
    this.leaving = this.leaving.filter((client) => !gone.includes(client));
    const inUse = new Set([...this.clients.values(), ...this.leaving].map((client) => client.node));
    for (const { node } of gone) if (!inUse.has(node)) network.interfaces.remove(node);
  }
}

/** Name of a client among the nodes of links and trace. */
function clientNode(name: string): string {
  return `client:${name}`;
}

/** What a client is made of, once the user's wishes and the topology's defaults have been put together. */
import { HostError } from '#core/shared/api/host-error.js';
import type { ProcessPlan, TopologyPlan } from '#core/shared/config/topology-plan.js';
import { parseJid } from '#core/shared/xmpp/jid.js';
import type { Mechanism } from './sasl-client.js';

/** Arguments of `client.add`. */
export interface ClientOptions {
  name: string;
  /** Process to log in at. */
  node: string;
  /** Bare or full JID; default: the client's name at the node's first virtual host. */
  jid?: string | undefined;
  /** Default: what `lab.yaml` gives the account, or else the local part of the JID. */
  password?: string | undefined;
  mechanism?: Mechanism | undefined;
  /** false: no initial presence. */
  presence?: boolean | undefined;
}

export interface ClientPlan {
  name: string;
  node: string;
  /** Where to dial: the node's own host name, and its plain client port. */
  host: string;
  port: number;
  domain: string;
  user: string;
  resource: string;
  password: string;
  mechanism: Mechanism;
  presence: boolean;
}

/** RFC 6120 §14.7. */
const CLIENT_PORT = 5222;

/** Throws `unknown-node` or `bad-jid`. */
export function clientPlan(topology: TopologyPlan, options: ClientOptions): ClientPlan {
  const { name, node, mechanism = 'PLAIN', presence = true } = options;
  const process = topology.processes.find((candidate) => candidate.name === node);
  if (!process) throw new HostError('unknown-node', { node });
  const text = options.jid ?? `${name}@${process.virtualHosts[0] ?? process.hostname}`;
  const jid = parseJid(text);
  if (jid?.local === undefined) throw new HostError('bad-jid', { jid: text });
  const account = topology.users.accounts.find((candidate) => parseJid(candidate.jid)?.bare === jid.bare);
  return {
    name,
    node,
    host: process.hostname,
    port: clientPort(process),
    domain: jid.domain,
    user: jid.local,
    resource: jid.resource ?? name,
    password: options.password ?? account?.password ?? jid.local,
    mechanism,
    presence,
  };
}

function clientPort(process: ProcessPlan): number {
  return (
    process.listeners.find(({ component, socket }) => component === 'c2s' && socket === 'plain')?.port ??
    CLIENT_PORT
  );
}

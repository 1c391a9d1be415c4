/** The network as one process sees it. */
import type { Connection, DialHandler } from './connection.js';
import type { Listener, ListenSpec } from './listener.js';
import type { Network } from './network.js';

export interface NodeNetwork {
  /** The process's own logical address. */
  readonly address: string;
  /** Logical address of a host name as this process's machine resolves it now; undefined: unknown. */
  resolve(host: string): string | undefined;
  listen(spec: ListenSpec): Listener;
  closeListener(listener: Listener): void;
  /** A port of the plan is never asked for: nobody needs to wait for it. */
  listenerSkipped(): void;
  dial(spec: { service: string; host: string; port: number }, handler: DialHandler): Connection;
}

export function nodeNetwork(network: Network, node: string): NodeNetwork {
  return {
    address: network.interfaces.addressOf(node),
    resolve: (host) => network.interfaces.resolve(host),
    listen: (spec) => network.listen(node, spec),
    closeListener: (listener) => network.closeListener(listener),
    listenerSkipped: () => network.listenerTried(node),
    dial: (spec, handler) => network.dial({ node, ...spec }, handler),
  };
}

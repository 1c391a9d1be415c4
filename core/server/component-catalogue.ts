/** Which of Tigase's component classes are played, and by what. */
import type { Component } from '#core/component/component.js';
import { CLUSTERED_CLASSES } from '#core/shared/config/config-type.js';
import { BoshConnectionManager } from './bosh/bosh-connection-manager.js';
import { ClientConnectionManager } from './c2s/client-connection-manager.js';
import { VirtualComponent } from './cluster/virtual-component.js';
import { ComponentProtocol } from './ext/component-protocol.js';
import { ComponentConnectionManager } from './ext-comp/component-connection-manager.js';
import { S2SConnectionManager } from './s2s/s2s-connection-manager.js';
import type { ServerContext } from './server-context.js';
import { WebSocketConnectionManager } from './ws2s/websocket-connection-manager.js';

/** Makes a component; the lab plugs in those that core/server does not know: the MUC. */
export type ComponentFactory = (context: ServerContext, name: string) => Component;

const PLAYED: Readonly<Record<string, ComponentFactory>> = {
  'tigase.server.xmppclient.ClientConnectionManager': (context, name) =>
    new ClientConnectionManager(context, name),
  'tigase.server.xmppserver.S2SConnectionManager': (context, name) => new S2SConnectionManager(context, name),
  'tigase.server.bosh.BoshConnectionManager': (context, name) => new BoshConnectionManager(context, name),
  'tigase.server.websocket.WebSocketClientConnectionManager': (context, name) =>
    new WebSocketConnectionManager(context, name),
  'tigase.cluster.VirtualComponent': (context, name) => new VirtualComponent(context, name),
  'tigase.server.ext.ComponentProtocol': (context, name) => new ComponentProtocol(context, name),
  'tigase.server.xmppcomponent.ComponentConnectionManager': (context, name) =>
    new ComponentConnectionManager(context, name),
};

/** `--cluster-mode` swaps a class for its clustered one (§1.4); what differs between them is the cluster parts' work. */
const PLAIN_CLASSES = new Map(
  Object.entries(CLUSTERED_CLASSES).map(([plain, clustered]) => [clustered, plain]),
);

/** undefined: a class that the lab does not play. */
export function playedComponent(className: string): ComponentFactory | undefined {
  return PLAYED[PLAIN_CLASSES.get(className) ?? className];
}

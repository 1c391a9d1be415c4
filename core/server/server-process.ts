/** One running Tigase: its components, made from the plan in the order in which Tigase loads them (§1.4, §1.5). */
import type { Component } from '#core/component/component.js';
import type { Packet } from '#core/component/packet.js';
import { BoshConnectionManager } from './bosh/bosh-connection-manager.js';
import { ClientConnectionManager } from './c2s/client-connection-manager.js';
import { clusterParts } from './cluster/cluster-parts.js';
import { ComponentProtocol } from './ext/component-protocol.js';
import { MessageRouter } from './message-router.js';
import { PlainComponent } from './plain-component.js';
import { S2SConnectionManager } from './s2s/s2s-connection-manager.js';
import type { ServerContext } from './server-context.js';
import { SessionManager } from './session-manager/session-manager.js';
import { StandInComponent } from './stand-in-component.js';
import { WebSocketConnectionManager } from './ws2s/websocket-connection-manager.js';

/** Makes a component of a class that core/server itself does not know: the MUC, which the lab plugs in. */
export type ComponentFactory = (context: ServerContext, name: string) => Component;

const FACTORIES: Record<string, ComponentFactory> = {
  'tigase.server.xmppclient.ClientConnectionManager': (context, name) =>
    new ClientConnectionManager(context, name),
  'tigase.server.xmppclient.ClientConnectionClustered': (context, name) =>
    new ClientConnectionManager(context, name),
  'tigase.server.xmppserver.S2SConnectionManager': (context, name) => new S2SConnectionManager(context, name),
  'tigase.cluster.S2SConnectionClustered': (context, name) => new S2SConnectionManager(context, name),
  'tigase.server.bosh.BoshConnectionManager': (context, name) => new BoshConnectionManager(context, name),
  'tigase.server.websocket.WebSocketClientConnectionManager': (context, name) =>
    new WebSocketConnectionManager(context, name),
  'tigase.server.ext.ComponentProtocol': (context, name) => new ComponentProtocol(context, name),
};

export class ServerProcess {
  readonly router: MessageRouter;
  readonly components: Component[] = [];
  private readonly context: ServerContext;

  constructor(context: ServerContext, plugged: Readonly<Record<string, ComponentFactory>>) {
    this.context = context;
    this.router = new MessageRouter(context);
    const sessions = this.makeSessionManager();
    for (const { name, className, origin } of context.plan.components) {
      if (origin === 'missing') {
        context.log.write(
          'WARNING',
          'tigase.server.MessageRouterConfig',
          `Can't load component ${name}: ${className}`,
        );
        continue;
      }
      context.log.print(`Loading component: ${name} ...`);
      if (name === 'sess-man' || name === 'cl-comp' || name === 'cluster-contr' || name === 'message-router')
        continue;
      const factory = origin === 'stand-in' ? standIn : (FACTORIES[className] ?? plugged[className] ?? plain);
      this.add(factory(context, name));
    }
    if (context.plan.clusterMode) clusterParts(context, sessions).forEach((component) => this.add(component));
    sessions?.useDiscoItems(() => this.externalDomains());
  }

  route(packet: Packet): void {
    this.router.addPacket(packet);
  }

  component(name: string): Component | undefined {
    return this.components.find((component) => component.name === name);
  }

  /** initializationCompleted. */
  start(): void {
    this.components.forEach((component) => component.start());
  }

  /** A clean shutdown: what the components want to say before the sockets close. */
  stop(): void {
    this.components.forEach((component) => component.stop());
  }

  private makeSessionManager(): SessionManager | undefined {
    if (!this.context.plan.components.some(({ name }) => name === 'sess-man')) return undefined;
    const sessions = new SessionManager(this.context);
    this.add(sessions);
    return sessions;
  }

  private add(component: Component): void {
    this.components.push(component);
    this.router.add(component);
  }

  private externalDomains(): { jid: string; name: string }[] {
    const ext = this.components.find((component) => component instanceof ComponentProtocol);
    return ext ? ext.discoItems() : [];
  }
}

function standIn(context: ServerContext, name: string): Component {
  return new StandInComponent(context, name);
}

function plain(context: ServerContext, name: string): Component {
  return new PlainComponent(context, name);
}

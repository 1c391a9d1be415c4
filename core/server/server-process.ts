/** One running Tigase: its components, made from the plan in the order in which Tigase loads them (§1.4, §1.5). */
import type { Component } from '#core/component/component.js';
import type { Packet } from '#core/component/packet.js';
import type { ClusterConnectionManager } from './cluster/cluster-connection-manager.js';
import { clusterParts } from './cluster/cluster-parts.js';
import { EventBus } from './cluster/event-bus.js';
import { refusesLocalhost } from './cluster/localhost-guard.js';
import { VirtualComponent } from './cluster/virtual-component.js';
import { playedComponent, type ComponentFactory } from './component-catalogue.js';
import { ComponentProtocol } from './ext/component-protocol.js';
import type { DiscoItem } from './disco-answers.js';
import { MessageRouter } from './message-router.js';
import { PlainComponent } from './plain-component.js';
import type { ServerContext } from './server-context.js';
import { SessionManager } from './session-manager/session-manager.js';
import { StandInComponent } from './stand-in-component.js';

const CLIENT_COMPONENTS = ['c2s', 'bosh', 'ws2s'];

export class ServerProcess {
  readonly router: MessageRouter;
  readonly components: Component[] = [];
  private readonly context: ServerContext;
  private connections: ClusterConnectionManager | undefined;

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
      const factory =
        origin === 'stand-in' ? standIn : (playedComponent(className) ?? plugged[className] ?? plain);
      this.add(factory(context, name));
    }
    if (context.plan.clusterMode) this.addCluster(sessions);
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
    if (refusesLocalhost(this.context)) return;
    for (const component of this.components) {
      if (this.connections && this.waitsForCluster(component)) {
        this.connections.whenInitiated(() => component.start());
      } else component.start();
    }
  }

  /** A clean shutdown: what the components want to say before the sockets close. */
  stop(): void {
    this.components.forEach((component) => component.stop());
  }

  private addCluster(sessions: SessionManager | undefined): void {
    const { controller, connections } = clusterParts(this.context, sessions, {
      nodeConnected: (host) => this.components.forEach((component) => component.nodeConnected(host)),
      nodeDisconnected: (host) => this.components.forEach((component) => component.nodeDisconnected(host)),
    });
    this.connections = connections;
    this.add(controller);
    this.add(connections);
    if (this.context.profile === '7.1' && sessions) this.add(new EventBus(this.context, 'eventbus'));
  }

  /** 7.1: ports for clients open when the cluster is initiated (`--client-port-delay-listening`). */
  private waitsForCluster({ name }: Component): boolean {
    const { plan } = this.context;
    return CLIENT_COMPONENTS.includes(name) && plan.properties['--client-port-delay-listening'] !== 'false';
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

  private externalDomains(): DiscoItem[] {
    return this.components.flatMap((component) =>
      component instanceof ComponentProtocol || component instanceof VirtualComponent
        ? component.discoItems()
        : [],
    );
  }
}

function standIn(context: ServerContext, name: string): Component {
  return new StandInComponent(context, name);
}

function plain(context: ServerContext, name: string): Component {
  return new PlainComponent(context, name);
}

/** One running Tigase: its components, made from the plan in the order in which Tigase loads them (§1.4, §1.5). */
import type { Component } from '#core/component/component.js';
import type { Packet } from '#core/component/packet.js';
import { clusterParts } from './cluster/cluster-parts.js';
import { playedComponent, type ComponentFactory } from './component-catalogue.js';
import { ComponentProtocol } from './ext/component-protocol.js';
import { MessageRouter } from './message-router.js';
import { PlainComponent } from './plain-component.js';
import type { ServerContext } from './server-context.js';
import { SessionManager } from './session-manager/session-manager.js';
import { StandInComponent } from './stand-in-component.js';

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
      const factory =
        origin === 'stand-in' ? standIn : (playedComponent(className) ?? plugged[className] ?? plain);
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

/** One built-in client: the effects of `client-session.machine.ts` on a socket of its own. */
import { withEffects } from '#core/component/machine-effects.js';
import { runMachine, type RunningMachine } from '#core/component/machine-runner.js';
import { nodeNetwork } from '#core/net/node-network.js';
import type { ClientView, InboxItem } from '#core/shared/api/results.js';
import { clientSessionMachine } from '#core/shared/machines/client-session.machine.js';
import type { Element } from '#core/xml/element.js';
import { serialize } from '#core/xml/serialize.js';
import type { LabParts } from '../lab-parts.js';
import type { ClientPlan } from './client-options.js';
import { ClientStream } from './client-stream.js';
import { Inbox } from './inbox.js';
import { SaslSession } from './sasl-session.js';
import {
  bindRequest,
  boundJid,
  isServerPing,
  offers,
  pong,
  sessionRequest,
  streamErrorCondition,
} from './session-stanzas.js';

/** How a client goes: with `</stream:stream>`, or vanishing by a FIN or a RST. */
export type Leaving = 'logout' | 'fin' | 'reset';

const STANZAS = new Set(['message', 'presence', 'iq']);
/** The client's own requests before it is online. */
const BIND_ID = 'bind';
const SESSION_ID = 'session';

export class LabClient {
  readonly node: string;
  private readonly parts: LabParts;
  private readonly plan: ClientPlan;
  private readonly sasl: SaslSession;
  private readonly received = new Inbox();
  private readonly stream: ClientStream;
  private readonly machine: RunningMachine<typeof clientSessionMachine>;
  private jid: string;
  /** To the server's last challenge; undefined when there is none to give. */
  private answer: Element | undefined;

  constructor(parts: LabParts, plan: ClientPlan, node: string) {
    this.parts = parts;
    this.plan = plan;
    this.node = node;
    const { name, user, domain, password, mechanism, resource } = plan;
    this.jid = `${user}@${domain}/${resource}`;
    this.sasl = new SaslSession(mechanism, { user, password }, parts.ids.uuid());
    this.stream = new ClientStream(nodeNetwork(parts.network, node), plan, {
      opened: () => this.machine.send({ type: 'tcp.opened' }),
      failed: () => this.machine.send({ type: 'tcp.failed' }),
      finished: () => this.machine.send({ type: 'tcp.finished' }),
      lost: () => this.machine.send({ type: 'tcp.lost' }),
      footer: () => this.machine.send({ type: 'stream.footer' }),
      malformed: () => this.machine.send({ type: 'stream.error', condition: 'not-well-formed' }),
      element: (element) => this.element(element),
    });
    const host = { node, clock: parts.clock.forNode(node), trace: parts.trace };
    const instance = `${node}/session/${parts.ids.next(`session ${node}`)}`;
    this.machine = runMachine(host, this.provided(), instance, { client: name, node: plan.node, mechanism });
  }

  get link(): string {
    return this.stream.link;
  }

  view(): ClientView {
    const { name, node } = this.plan;
    return { name, node, jid: this.jid, state: this.machine.state, link: this.link };
  }

  /** Sends a stanza as it is written; false when the client is not online. */
  send(stanzaText: string): boolean {
    // A frame of no bytes would never arrive anywhere.
    if (stanzaText === '' || !this.machine.snapshot().matches('online') || !this.stream.writable)
      return false;
    this.stream.send(stanzaText);
    return true;
  }

  /** Number of stanzas received so far. */
  get receivedCount(): number {
    return this.received.total;
  }

  /** What has been received after trace event `since`, or all of it that is kept. */
  inbox(since?: number): InboxItem[] {
    return this.received.list(since);
  }

  leave(how: Leaving): void {
    if (this.machine.snapshot().status === 'active') this.machine.send({ type: `client.${how}` });
  }

  private provided(): typeof clientSessionMachine {
    const { stream } = this;
    return withEffects(clientSessionMachine, {
      actions: {
        dial: () => stream.dial(),
        sendHeader: () => stream.sendHeader(),
        sendAuth: () => stream.send(serialize(this.sasl.auth())),
        answerChallenge: () => {
          if (this.answer) stream.send(serialize(this.answer));
        },
        abortAuth: () => stream.abortAuth(),
        sendBind: () => stream.send(serialize(bindRequest(BIND_ID, this.plan.resource))),
        sendSession: () => stream.send(serialize(sessionRequest(SESSION_ID))),
        sendPresence: () => {
          if (this.plan.presence) stream.send('<presence/>');
        },
        sendFooter: () => stream.sendFooter(),
        closeSocket: () => stream.close(),
        resetSocket: () => stream.reset(),
      },
    });
  }

  private element(element: Element): void {
    switch (element.name) {
      case 'stream:features':
        return this.machine.send({ type: 'features.received', ...offers(element) });
      case 'stream:error':
        this.keep(element);
        return this.machine.send({ type: 'stream.error', condition: streamErrorCondition(element) });
      case 'challenge':
        return this.challenge(element);
      case 'success':
        return this.machine.send({ type: this.sasl.trusts(element) ? 'sasl.success' : 'sasl.distrusted' });
      case 'failure':
        return this.machine.send({ type: 'sasl.failure' });
    }
    if (STANZAS.has(element.name)) this.stanza(element);
  }

  private challenge(element: Element): void {
    this.answer = this.sasl.response(element);
    this.machine.send({ type: this.answer ? 'sasl.challenge' : 'sasl.distrusted' });
  }

  private stanza(element: Element): void {
    if (isServerPing(element)) this.stream.send(serialize(pong(element)));
    if (!this.isReply(element)) return this.keep(element);
    if (element.attrs['type'] === 'error') return this.machine.send({ type: 'iq.error' });
    this.jid = boundJid(element) ?? this.jid;
    this.machine.send({ type: 'iq.result' });
  }

  /** Whether this answers what the client has asked by itself; such answers are no post. */
  private isReply({ name, attrs }: Element): boolean {
    const { id, type } = attrs as Record<string, string | undefined>;
    if (name !== 'iq' || (type !== 'result' && type !== 'error')) return false;
    const snapshot = this.machine.snapshot();
    return (
      (id === BIND_ID && snapshot.matches('binding')) ||
      (id === SESSION_ID && snapshot.matches('sessionSetUp'))
    );
  }

  private keep(element: Element): void {
    const { trace, clock } = this.parts;
    this.received.add({ seq: trace.cause, time: clock.now() / 1000, text: serialize(element) });
  }
}

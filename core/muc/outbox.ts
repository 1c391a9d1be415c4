/**
 * Stanzas on their way into the component's out-queue. That queue puts presences behind messages (§4.4), so a whole
 * join put there at once would always be turned round; Tigase's queue is emptied while the room is still writing. So
 * each stanza waits here until the one before it has left the queue.
 */
import type { NodeContext } from '#core/component/node-context.js';
import type { Element } from '#core/xml/element.js';

interface Waiting {
  readonly stanza: Element;
  readonly cause: number;
}

export class Outbox {
  private readonly context: Pick<NodeContext, 'node' | 'tasks' | 'trace'>;
  private readonly deliver: (stanza: Element) => void;
  private waiting: Waiting[] = [];
  private next = 0;

  /** @param deliver puts a stanza into the out-queue */
  constructor(context: Pick<NodeContext, 'node' | 'tasks' | 'trace'>, deliver: (stanza: Element) => void) {
    this.context = context;
    this.deliver = deliver;
  }

  add(stanza: Element): void {
    this.waiting.push({ stanza, cause: this.context.trace.cause });
    if (this.waiting.length === 1) this.post();
  }

  private post(): void {
    this.context.tasks.post(this.context.node, () => this.sendNext(), 'muc outbox');
  }

  private sendNext(): void {
    const first = this.waiting[this.next];
    if (!first) return;
    this.next += 1;
    this.context.trace.under(first.cause, () => this.deliver(first.stanza));
    if (this.next < this.waiting.length) {
      this.post();
      return;
    }
    this.waiting = [];
    this.next = 0;
  }
}

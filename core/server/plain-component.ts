/** Components that the lab loads and that have nothing to do here: monitor, amp, stats, vhost-man, basic-conf, ssend, srecv. */
import { Component } from '#core/component/component.js';
import { errorReply } from '#core/component/error-reply.js';
import type { Packet } from '#core/component/packet.js';
import { discoAnswer } from './disco-answers.js';

export class PlainComponent extends Component {
  protected processPacket(packet: Packet): void {
    const answer =
      discoAnswer(this.context, packet, { category: 'component', type: 'generic', name: this.name }) ??
      // RFC 6120 §8.2.3: a request is always answered.
      (packet.name === 'iq' ? errorReply(this.context, packet, 'feature-not-implemented') : undefined);
    if (answer) this.send(answer);
    else
      this.context.trace.record('packet.dropped', this.context.node, [
        this.name,
        packet.number,
        'not played',
      ]);
  }
}

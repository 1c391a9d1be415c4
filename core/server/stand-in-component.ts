/** Plays a component of the file owner's own, whose class nobody here has: it answers 501. */
import { Component } from '#core/component/component.js';
import { errorReply } from '#core/component/error-reply.js';
import type { Packet } from '#core/component/packet.js';

const TEXT = 'This component is not Tigase’s own: a stand-in answers for it.';

export class StandInComponent extends Component {
  protected processPacket(packet: Packet): void {
    const goodbye = packet.name === 'presence' && packet.type !== undefined;
    const error = goodbye ? undefined : errorReply(this.context, packet, 'feature-not-implemented', TEXT);
    if (error) this.send(error);
    else
      this.context.trace.record('packet.dropped', this.context.node, [this.name, packet.number, 'stand-in']);
  }
}

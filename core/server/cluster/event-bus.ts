/**
 * Component `eventbus` of 7.1, as far as it shows on 5277: whenever a node connects, each side subscribes to the other's
 * events, in a `<route>` (§4.5). What is subscribed to, and that a result comes back, is the lab's own; no event is sent.
 */
import { Component } from '#core/component/component.js';
import { Packet } from '#core/component/packet.js';
import { NS_PUBSUB } from '#core/shared/xmpp/namespaces.js';
import { element } from '#core/xml/element.js';

const ALL_EVENTS = '*|tigase:eventbus';

export class EventBus extends Component {
  override nodeConnected(host: string): void {
    const { context, id: from } = this;
    const to = `${this.name}@${host}`;
    const id = `eventbus${context.ids.next(`${context.node} eventbus`)}`;
    const subscribe = element('subscribe', { node: ALL_EVENTS, jid: from });
    const iq = element(
      'iq',
      { from, to, type: 'set', id },
      element('pubsub', { xmlns: NS_PUBSUB }, subscribe),
    );
    this.send(new Packet(context, iq, from, to));
  }

  protected processPacket(packet: Packet): void {
    if (packet.name !== 'iq' || packet.type !== 'set') return;
    const attrs = {
      from: packet.attribute('to'),
      to: packet.attribute('from'),
      type: 'result',
      id: packet.id,
    };
    this.send(new Packet(this.context, element('iq', attrs), packet.packetTo, packet.packetFrom));
  }
}

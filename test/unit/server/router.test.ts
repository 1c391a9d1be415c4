import { describe, expect, it } from 'vitest';
import { Component } from '#core/component/component.js';
import { Packet } from '#core/component/packet.js';
import { PlainComponent } from '#core/server/plain-component.js';
import { StandInComponent } from '#core/server/stand-in-component.js';
import { element } from '#core/xml/element.js';
import { serialize } from '#core/xml/serialize.js';
import { DOMAIN, MUC, ServerHarness } from '#test/support/server-harness.js';

class Sink extends Component {
  readonly got: string[] = [];

  protected processPacket(packet: Packet): void {
    this.got.push(serialize(packet.element));
  }
}

function rig(): {
  harness: ServerHarness;
  route(attrs: Record<string, string>, packetTo?: string): void;
  sink: Sink;
} {
  const harness = new ServerHarness();
  const sink = new Sink(harness.context, 'pets');
  harness.router.add(sink);
  const route = (attrs: Record<string, string>, packetTo?: string): void => {
    harness.router.addPacket(new Packet(harness.context, element('message', attrs), undefined, packetTo));
    harness.drain();
  };
  return { harness, route, sink };
}

describe('message router', () => {
  it('warns of a packet without an address, and drops one with a bad address silently', () => {
    const { harness, route } = rig();
    route({ from: 'a@b' });
    expect(harness.logs()).toContain(
      'WARNING tigase.server.MessageRouter Packet with TO attribute set to NULL: <message from="a@b"/>',
    );
    const before = harness.logs().length;
    route({ from: 'a@b', to: '@@' });
    expect(harness.logs()).toHaveLength(before);
  });

  it('drops an error that would come back to its sender', () => {
    const { harness, route } = rig();
    route({ from: `x@${MUC}`, to: `x@${MUC}`, type: 'error' });
    expect(harness.ext.take()).toEqual([]);
  });

  it.each([`pets@server1`, `pets@${DOMAIN}`, `pets.${DOMAIN}`, `anybody@pets.${DOMAIN}/x`, 'pets.server1'])(
    'finds a component by %s',
    (to) => {
      const { route, sink } = rig();
      route({ from: 'a@b', to });
      expect(sink.got).toHaveLength(1);
    },
  );

  it('lets internal addresses win', () => {
    const { harness, route, sink } = rig();
    route({ from: 'a@b', to: `alice@${DOMAIN}` }, 'pets@server1');
    expect(sink.got).toHaveLength(1);
    route({ from: 'a@b', to: `alice@${DOMAIN}` }, 'c2s@server2/1_2_3_4');
    expect(harness.cluster.take()).toHaveLength(1);
    route({ from: 'a@b', to: `alice@${DOMAIN}` }, 'nobody@server1');
    expect(harness.dropped()).toContain('message-router: no component for nobody@server1');
  });

  it('asks the routings for what is nobody’s by name, and s2s for what is far away', () => {
    const { harness, route } = rig();
    route({ from: `alice@${DOMAIN}/r`, to: `room@${MUC}` });
    expect(harness.ext.take()).toHaveLength(1);
    const alice = harness.available('alice').write("<message to='bob@far.example'><body>x</body></message>");
    expect(alice.text()).toContain('<error code="404" type="cancel"><remote-server-not-found');
  });

  it('says 503 when nobody is there for a local domain', () => {
    const { harness } = rig();
    const lonely = new ServerHarness();
    expect(harness.router.name).toBe('message-router');
    const alice = lonely.available('alice');
    alice.write(`<iq type='get' id='x' to='${MUC}'><query xmlns='what:ever'/></iq>`);
    expect(lonely.ext.take()).toHaveLength(1);
  });
});

describe('components that do little', () => {
  it('plain ones answer disco and refuse requests', () => {
    const { harness } = rig();
    harness.router.add(new PlainComponent(harness.context, 'monitor'));
    const alice = harness.available('alice');
    const to = `monitor.${DOMAIN}`;
    alice.write(
      `<iq type='get' id='d' to='${to}'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>`,
    );
    expect(alice.text()).toContain('<identity category="component" type="generic" name="monitor"/>');
    alice.write(`<iq type='get' id='d' to='${to}'><query xmlns='what:ever'/></iq>`);
    expect(alice.text()).toContain('<error code="501"');
    alice.write(`<message to='${to}'><body>x</body></message>`);
    expect(alice.text()).toBe('');
  });

  it('stand-ins answer 501', () => {
    const { harness } = rig();
    harness.router.add(new StandInComponent(harness.context, 'channel'));
    const alice = harness
      .available('alice')
      .write(`<message to='channel.${DOMAIN}'><body>x</body></message>`);
    expect(alice.text()).toContain('<error code="501" type="cancel"><feature-not-implemented');
  });
});

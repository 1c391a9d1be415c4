import { describe, expect, it } from 'vitest';
import { Packet } from '#core/component/packet.js';
import { element } from '#core/xml/element.js';
import { DOMAIN, MUC, ServerHarness, type FakeClient } from '#test/support/server-harness.js';

const ALICE = `alice@${DOMAIN}`;
const BOB = `bob@${DOMAIN}`;
const JOIN = `<presence to='room@${MUC}/alice'><x xmlns='http://jabber.org/protocol/muc'/></presence>`;

function befriend(harness: ServerHarness): [FakeClient, FakeClient] {
  const alice = harness.available('alice');
  const bob = harness.available('bob');
  alice.write(`<presence to='${BOB}' type='subscribe'/>`);
  bob.write(`<presence to='${ALICE}' type='subscribed'/><presence to='${ALICE}' type='subscribe'/>`);
  alice.write(`<presence to='${BOB}' type='subscribed'/>`);
  return [alice, bob];
}

describe('directed presence', () => {
  it('joins rooms, and a logout leaves them', () => {
    const harness = new ServerHarness();
    const alice = harness.available('alice').write(JOIN);
    expect(harness.ext.take()).toEqual([
      `<presence to="room@${MUC}/alice" from="${ALICE}/r"><x xmlns="http://jabber.org/protocol/muc"/></presence>`,
    ]);
    alice.write('</stream:stream>');
    expect(harness.ext.take()).toEqual([
      `<presence type="unavailable" from="${ALICE}/r" to="room@${MUC}/alice"/>`,
    ]);
  });

  it('is forgotten once it was taken back', () => {
    const harness = new ServerHarness();
    const alice = harness
      .available('alice')
      .write(JOIN)
      .write(`<presence to='room@${MUC}/alice' type='unavailable'/>`);
    harness.ext.take();
    alice.write('</stream:stream>');
    expect(harness.ext.take()).toEqual([]);
  });

  it('vanishes without the plugin, and nobody says so (§3.5)', () => {
    const harness = new ServerHarness({ properties: '--sm-plugins = -presence' });
    const alice = harness.bound('alice').write('<presence/>').write(JOIN);
    expect(harness.ext.take()).toEqual([]);
    expect(alice.text()).toBe('');
    alice.write('</stream:stream>');
    expect(harness.ext.take()).toEqual([]);
  });

  it('still fetches offline messages without the plugin', () => {
    const harness = new ServerHarness({ properties: '--sm-plugins = -presence' });
    harness.bound('bob').write('</stream:stream>');
    harness.bound('alice').write(`<message to='${BOB}'><body>x</body></message>`);
    expect(harness.bound('bob').write('<presence/>').text()).toContain('<body>x</body>');
  });
});

describe('broadcast presence', () => {
  it('comes back to one’s own resources', () => {
    const harness = new ServerHarness();
    const first = harness.bound('alice', 'a').write('<presence/>');
    expect(first.text()).toBe(`<presence from="${ALICE}/a" to="${ALICE}"/>`);
    const second = harness.bound('alice', 'b').write('<presence/>');
    expect(first.text()).toBe(`<presence from="${ALICE}/b" to="${ALICE}"/>`);
    expect(second.take().sort()).toEqual([
      `<presence from="${ALICE}/a" to="${ALICE}"/>`,
      `<presence from="${ALICE}/b" to="${ALICE}"/>`,
    ]);
  });

  it('goes to contacts who have subscribed, from login to logout', () => {
    const harness = new ServerHarness();
    const [alice, bob] = befriend(harness);
    const { rosters } = harness.context.database;
    expect(rosters.item(ALICE, BOB)).toMatchObject({ subscription: 'both', ask: false });
    expect(rosters.item(BOB, ALICE)).toMatchObject({ subscription: 'both', ask: false });
    bob.take();
    alice.write('<presence><show>away</show></presence>');
    expect(bob.text()).toBe(`<presence from="${ALICE}/r" to="${BOB}"><show>away</show></presence>`);
    alice.write('</stream:stream>');
    expect(bob.text()).toBe(`<presence type="unavailable" from="${ALICE}/r" to="${BOB}"/>`);
    const again = harness.bound('alice').write('<presence/>');
    expect(again.text()).toContain(`<presence from="${BOB}/r" to="${ALICE}/r"/>`);
    expect(bob.text()).toBe(`<presence from="${ALICE}/r" to="${BOB}"/>`);
  });

  it('stops when the subscription is taken back', () => {
    const harness = new ServerHarness();
    const [alice, bob] = befriend(harness);
    bob.take();
    alice.write(`<presence to='${BOB}' type='unsubscribed'/>`);
    expect(harness.context.database.rosters.item(ALICE, BOB)?.subscription).toBe('to');
    expect(harness.context.database.rosters.item(BOB, ALICE)?.subscription).toBe('from');
    expect(bob.text()).toContain(`<presence type="unavailable" from="${ALICE}/r" to="${BOB}"/>`);
    alice.write('<presence/>');
    expect(bob.text()).toBe('');
  });

  it('keeps a request for a contact who is offline', () => {
    const harness = new ServerHarness();
    harness.available('bob').write('</stream:stream>');
    harness.available('alice').write(`<presence to='${BOB}' type='subscribe'/>`);
    const bob = harness.bound('bob').write('<presence/>');
    expect(bob.text()).toContain(`<presence to="${BOB}" type="subscribe" from="${ALICE}"><delay`);
  });

  it('does not reach a stranger’s bare address, but the full one', () => {
    const harness = new ServerHarness();
    const bob = harness.available('bob');
    const alice = harness.available('alice').write(`<presence to='${BOB}'/>`);
    expect(bob.text()).toBe('');
    alice.write(`<presence to='${BOB}/r'/>`);
    expect(bob.text()).toBe(`<presence to="${BOB}/r" from="${ALICE}/r"/>`);
  });

  it('answers a stranger’s probe by unsubscribed', () => {
    const harness = new ServerHarness();
    harness.available('bob');
    const probe = element('presence', { type: 'probe', from: `room@${MUC}`, to: BOB });
    harness.ext.emit(new Packet(harness.context, probe));
    harness.drain();
    expect(harness.ext.take()).toEqual([`<presence type="unsubscribed" from="${BOB}" to="room@${MUC}"/>`]);
  });

  it('lets nobody subscribe as somebody else', () => {
    const harness = new ServerHarness();
    const bob = harness.available('bob');
    harness.available('alice').write(`<presence to='${BOB}' from='carol@${DOMAIN}' type='subscribe'/>`);
    expect(bob.text()).toContain(`from="${ALICE}"`);
  });
});

describe('roster', () => {
  const set = (item: string): string =>
    `<iq type='set' id='s'><query xmlns='jabber:iq:roster'>${item}</query></iq>`;
  const GET = "<iq type='get' id='g'><query xmlns='jabber:iq:roster'/></iq>";

  it('is set, pushed, listed and removed', () => {
    const harness = new ServerHarness();
    const alice = harness.bound('alice');
    expect(alice.write(GET).text()).toBe(
      `<iq type="result" id="g" to="${ALICE}/r"><query xmlns="jabber:iq:roster"/></iq>`,
    );
    const other = harness.bound('alice', 'other');
    alice.write(set(`<item jid='${BOB}' subscription='both'><group>Friends</group></item>`));
    const item = `<item jid="${BOB}" name="bob" subscription="none"><group>Friends</group></item>`;
    const pushed = alice.take();
    expect(pushed).toHaveLength(2);
    expect(pushed[0]).toContain(item);
    expect(pushed[0]).toMatch(/type="set" id="rst1".* ver="/);
    expect(pushed[1]).toContain('type="result" id="s"');
    expect(other.text()).toContain(item);
    expect(alice.write(GET).text()).toContain(item);
    alice.write(set(`<item jid='${BOB}' subscription='remove'/>`));
    expect(alice.text()).toContain(`<item jid="${BOB}" subscription="remove"/>`);
    expect(alice.write(GET).text()).not.toContain('<item');
  });

  it('takes neither oneself nor nonsense', () => {
    const alice = new ServerHarness().bound('alice');
    expect(alice.write(set(`<item jid='${ALICE}'/>`)).text()).toContain(
      '<error code="405" type="cancel"><not-allowed',
    );
    expect(alice.write(set("<item jid='@'/>")).text()).toContain('<bad-request');
    expect(alice.write(set('')).text()).toContain('<bad-request');
  });

  it('of somebody else has no answer', () => {
    const harness = new ServerHarness();
    harness.bound('bob');
    const alice = harness.bound('alice').write(GET.replace('<iq', `<iq to='${BOB}'`));
    expect(alice.text()).toBe('');
  });

  it('without the plugin is 501', () => {
    const harness = new ServerHarness({ properties: '--sm-plugins = -jabber:iq:roster' });
    expect(harness.bound('alice').write(GET).text()).toContain(
      '<error code="501" type="cancel"><feature-not-implemented',
    );
  });
});

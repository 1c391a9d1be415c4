import { describe, expect, it } from 'vitest';
import { Packet } from '#core/component/packet.js';
import { forwardable } from '#core/server/cluster/strategies/forwardable.js';
import { parseElement } from '#core/xml/stanza-parser.js';
import { DOMAIN, ServerHarness, type HarnessOptions } from '#test/support/server-harness.js';

const SELF = 'sess-man@server1';

function leaves(xml: string, options: HarnessOptions = {}): boolean {
  const { context } = new ServerHarness(options);
  const parsed = parseElement(xml);
  if (!parsed.ok) throw new Error(xml);
  return forwardable(context, SELF, new Packet(context, parsed.element));
}

const ALICE = `alice@${DOMAIN}/r`;
const chat = (from: string, to: string, type = 'chat'): string =>
  `<message from="${from}" to="${to}" type="${type}"/>`;

describe('a stanza may go to other nodes', () => {
  it('from anybody to a user of ours', () => {
    expect(leaves(chat(ALICE, `bob@${DOMAIN}`))).toBe(true);
    expect(leaves(chat(`tea@muc.${DOMAIN}/bob`, ALICE))).toBe(true);
  });

  it('but not to a domain, from one, to another domain, or between session managers', () => {
    expect(leaves(chat(ALICE, DOMAIN))).toBe(false);
    expect(leaves(chat(DOMAIN, ALICE))).toBe(false);
    expect(leaves(chat(ALICE, 'bob@elsewhere.example'))).toBe(false);
    expect(leaves(chat(SELF, ALICE))).toBe(false);
    expect(leaves(`<message to="${ALICE}"/>`)).toBe(false);
  });

  it('an error only with sess-man/error-forwarding', () => {
    const error = chat(`bob@${DOMAIN}/r`, ALICE, 'error');
    expect(leaves(error)).toBe(false);
    expect(leaves(error, { properties: 'sess-man/error-forwarding = forward' })).toBe(true);
  });

  it('an iq to a bare address in 5.2 only', () => {
    const iq = `<iq from="${ALICE}" to="bob@${DOMAIN}" type="get" id="1"/>`;
    expect(leaves(iq)).toBe(true);
    expect(leaves(iq, { profile: '7.1' })).toBe(false);
  });
});

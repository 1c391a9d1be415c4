import { describe, expect, it } from 'vitest';
import { BoshConnectionManager } from '#core/server/bosh/bosh-connection-manager.js';
import { ServerHarness } from '#test/support/server-harness.js';

describe('ports', () => {
  it('are opened two seconds after the start', () => {
    const harness = new ServerHarness();
    expect(harness.listens.map(({ service, port, bind }) => [service, port, bind])).toEqual([
      ['c2s', 5222, '*'],
      ['c2s', 5223, '*'],
      ['s2s', 5269, '*'],
    ]);
    expect(harness.states()['server1/c2s/listen/*:5222']).toBe('listening');
  });

  it.each([
    ['EADDRINUSE', 'java.net.BindException: Address already in use'],
    ['EADDRNOTAVAIL', 'java.net.BindException: Cannot assign requested address'],
    ['UNRESOLVED', 'java.net.SocketException: Unresolved address'],
  ])('fail with %s once, and for ever', (code, text) => {
    const harness = new ServerHarness({ bindErrors: { 5222: code } });
    harness.advance(60_000);
    const warnings = harness.logs().filter((line) => line.startsWith('WARNING'));
    expect(warnings).toEqual([
      `WARNING tigase.server.ConnectionManager Error: creating connection for: {port-no=5222, local-host=server1, type=accept, socket=plain, ifc=*} ${text}`,
    ]);
    expect(harness.states()['server1/c2s/listen/*:5222']).toBe('bindFailed');
  });

  it('are tried again when the quirk is off', () => {
    const harness = new ServerHarness({
      bindErrors: { 5222: 'EADDRINUSE' },
      quirks: { 'bind-never-retried': false },
    });
    harness.advance(11_000);
    expect(harness.logs().filter((line) => line.startsWith('WARNING'))).toHaveLength(3);
  });

  it('5223 closes what greets with TLS, and says why', () => {
    const harness = new ServerHarness();
    const client = harness.connect(5223).write('\u0016\u0003\u0001');
    expect(client.ended).toBe('fin');
    expect(harness.logs().join()).toContain(
      'Cluster Lab does not play TLS yet: connection on port 5223 closed',
    );
  });

  it('5269 closes after fifteen seconds', () => {
    const harness = new ServerHarness();
    const server = harness.connect(5269).write('<stream:stream>');
    harness.advance(14_999);
    expect(server.ended).toBe('');
    harness.advance(1);
    expect(server.ended).toBe('fin');
  });

  it('5280 answers 501', () => {
    const harness = new ServerHarness();
    new BoshConnectionManager(harness.context, 'bosh').start();
    harness.advance(2000);
    const client = harness.connect(5280).write('POST /http-bind HTTP/1.1\r\n\r\n');
    expect(client.text()).toMatch(/^HTTP\/1\.1 501 Not Implemented\r\n/);
    expect(client.ended).toBe('fin');
  });
});

describe('start', () => {
  it('prints the plugins with their threads, stand-ins too, and skips what nobody has', () => {
    const harness = new ServerHarness({
      properties: '--sm-plugins = -starttls,+urn:x=7,-pep,+disco=3,+ bad',
    });
    const printed = harness.printed();
    expect(printed.slice(0, 4)).toEqual([
      'Loading plugin: session-close=4 ...',
      'Loading plugin: session-open=4 ...',
      'Loading plugin: default-handler=4 ...',
      'Loading plugin: jabber:iq:register=2 ...',
    ]);
    expect(printed).toContain('Loading plugin: jabber:iq:roster=4 ...');
    expect(printed).toContain('Loading plugin: urn:x=7 ...');
    expect(printed).toContain('Loading plugin: disco=3 ...');
    expect(printed.join()).not.toMatch(/starttls|bad/);
  });
});

describe('limits', () => {
  it('hold, with --elements-number-limit', () => {
    const harness = new ServerHarness({ properties: '--elements-number-limit = 5' });
    const alice = harness.available('alice').write(`<message>${'<x/>'.repeat(10)}</message>`);
    expect(alice.text()).toContain('<policy-violation');
    expect(alice.ended).toBe('fin');
  });
});

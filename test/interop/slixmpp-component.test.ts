/** A component of somebody else's on 5270 of both servers of the seed's cluster. */
import { readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { traceEvent } from '#core/shared/trace/trace-event.js';
import { AttackLab } from '../support/attack-lab.js';
import { eventually } from '../support/eventually.js';
import { needSlixmpp, tellStory } from '../support/slixmpp.js';
import { startSlixmppComponent, type SlixmppComponent } from '../support/slixmpp-component.js';

const DOMAIN = 'xmpp.dev.pajkdc.com';
const ECHO = `echo.${DOMAIN}`;
const SECRET = 'of the echo';
const USERS: [string, string] = ['uma', 'viktor'];
const INSTALL_MS = 600_000;

/** The seed's cluster; both servers know the component by an item without a port: any port may serve any domain (§2.5). */
function files(): { name: string; text: string }[] {
  const read = (name: string): string =>
    readFileSync(new URL(`../../examples/seed-standard-muc/${name}`, import.meta.url), 'utf8');
  const servers = ['server1.properties', 'server2.properties'].map((name) => ({
    name,
    text: read(name).replace(/^--external = .*$/m, (line) => `${line},${ECHO}:${SECRET}:listen`),
  }));
  const rooms = ['muc1.properties', 'muc2.properties'].map((name) => ({ name, text: read(name) }));
  return [...servers, ...rooms];
}

describe('a slixmpp component', () => {
  let attack: AttackLab | undefined;
  let component: SlixmppComponent | undefined;
  let missing: string | undefined = 'not tried';

  beforeAll(async () => {
    const ready = await needSlixmpp();
    missing = ready === true ? undefined : ready;
    if (ready === true) attack = await AttackLab.open({ files: files() });
  }, INSTALL_MS);

  afterEach(async () => {
    await component?.stop();
    component = undefined;
  });

  afterAll(async () => {
    const errors = attack?.errors() ?? [];
    await attack?.close();
    expect(errors).toEqual([]);
  });

  function servers(lab: AttackLab): [string, number][] {
    return [
      [lab.address('server1'), 5270],
      [lab.address('server2'), 5270],
    ];
  }

  async function echoStory(lab: AttackLab, served: string[]): Promise<void> {
    const nodes = servers(lab).map(([address]): [string, number] => [address, 5222]);
    const settings = { nodes, domain: DOMAIN, service: ECHO, room: '', users: USERS, served };
    const { failure, heard } = await tellStory('slixmpp_echo.py', { ...settings, mechanism: 'PLAIN' });
    expect(failure, JSON.stringify(heard)).toBeNull();
    for (const user of served) expect(heard[user]).toContainEqual(['feature', ECHO, 'ping']);
  }

  it('serves clients of both nodes over one connection to each, and over the other when one dies', async (ctx) => {
    if (!attack || missing) return ctx.skip(missing);
    component = startSlixmppComponent({ domain: ECHO, secret: SECRET, servers: servers(attack) });
    await component.saw('0 session_start');
    await component.saw('1 session_start');
    await echoStory(attack, USERS);
    const { links } = await attack.host.call('link.list', {});
    const first = links.find(({ dialler, acceptor }) => dialler.external && acceptor.node === 'server1');
    await attack.host.call('link.drop', { link: first?.id ?? '', how: 'reset' });
    await component.saw('0 disconnected');
    await echoStory(attack, [USERS[1]]);
    component.connect(0);
    await component.saw('0 session_start', 2);
    await echoStory(attack, USERS);
    expect(component.events.filter((event) => event.startsWith('1 '))).toEqual([
      '1 connected',
      '1 session_start',
    ]);
  });

  it('with a wrong secret is let go without a word, as with the real one', async (ctx) => {
    if (!attack || missing) return ctx.skip(missing);
    const [first] = servers(attack);
    component = startSlixmppComponent({ domain: ECHO, secret: 'guessed', servers: first ? [first] : [] });
    await component.saw('0 disconnected');
    expect(component.events).toEqual(['0 connected', '0 disconnected']);
    const { trace } = attack.lab;
    const refused = (): boolean =>
      trace
        .range(1, trace.length)
        .map(traceEvent)
        .some(
          ({ kind, data }) =>
            kind === 'node.log' && /Handshaking passwords don't match/.test(String(data.text)),
        );
    await eventually('the log line of the refusal', refused);
  });
});

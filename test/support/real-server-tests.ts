/** What our MUC process must be to a real server, whichever it is: a component like any other. */
import type { TraceEvent } from '#core/shared/trace/trace-event.js';
import { traceEvent } from '#core/shared/trace/trace-event.js';
import type { Profile } from '#core/component/node-context.js';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { AttackLab } from './attack-lab.js';
import { needUnpackedPackage } from './debian-packages.js';
import { eventually } from './eventually.js';
import { RealServer, type RealServerName } from './real-server.js';
import { needSlixmpp, tellStory } from './slixmpp.js';

const DOMAIN = 'xmpp.example';
const SERVICE = `muc.${DOMAIN}`;
const SECRET = 'yangguo';
const USERS: [string, string] = ['olga', 'gustav'];
/** Unpacking may take its time. */
const INSTALL_MS = 600_000;
/** A server that starts on a busy machine, and a story. */
const PATIENCE_MS = 400_000;

/** Registers the tests of one server. */
export function describeRealServer(name: RealServerName): void {
  describe(`our MUC process as a component of a real ${name}`, { timeout: PATIENCE_MS }, () => {
    let server: RealServer | undefined;
    let missing = 'not tried';
    let attack: AttackLab | undefined;

    beforeAll(async () => {
      const unpacked = await needUnpackedPackage(name);
      const slixmpp = await needSlixmpp();
      if ('missing' in unpacked) missing = unpacked.missing;
      else if (slixmpp !== true) missing = slixmpp;
      else {
        const options = { domain: DOMAIN, component: { domain: SERVICE, secret: SECRET }, users: USERS };
        server = await RealServer.start(name, unpacked.root, options);
      }
    }, INSTALL_MS);

    afterEach(async () => {
      const errors = attack?.errors();
      await attack?.close();
      attack = undefined;
      expect(errors ?? []).toEqual([]);
    });

    afterAll(async () => {
      await server?.remove();
    });

    /** A lab of one process that dials the server. */
    async function openLab(to: RealServer, options: LabChoice = {}): Promise<AttackLab> {
      const { secret = SECRET, ...args } = options;
      const files = [
        { name: 'muc1.properties', text: mucProperties(to.ports.component, secret) },
        { name: 'lab.yaml', text: `hosts: { real-${name}: 127.0.0.1 }\n` },
      ];
      attack = await AttackLab.open({ files, ...args });
      return attack;
    }

    function mucProperties(port: number, secret: string): string {
      return `config-type = --gen-config-comp
--virt-hosts = ${DOMAIN}
--comp-name-1 = muc
--comp-class-1 = tigase.muc.MUCComponent
--external = ${SERVICE}:${secret}:connect:${port}:${DOMAIN};real-${name}:accept
`;
    }

    it('serves a room to two of its clients', async (ctx) => {
      if (!server) return ctx.skip(missing);
      const lab = await openLab(server);
      await dialler(lab, 'bound.live');
      await roomStory(server, 'first');
    });

    it('dials again 2 s after the server was killed, and serves its rooms when it is back', async (ctx) => {
      if (!server) return ctx.skip(missing);
      const lab = await openLab(server, { quirks: { 'fin-unnoticed': false } });
      await dialler(lab, 'bound.live');
      await server.kill();
      await dialler(lab, 'waiting');
      await server.start();
      await dialler(lab, 'bound.live');
      const [lost] = events(lab, 'link.fin', 'link.reset').filter(({ node }) => node === 'muc1');
      const again = events(lab, 'link.dialled').find(({ time }) => time > (lost?.time ?? Infinity));
      expect(gap(lost, again)).toBeGreaterThanOrEqual(2000);
      // The lateness of a busy machine comes on top.
      expect(gap(lost, again)).toBeLessThan(5000);
      await roomStory(server, 'second');
    });

    it('believes in the dead connection when it only half notices the FIN of a server that shuts down', async (ctx) => {
      if (!server) return ctx.skip(missing);
      const lab = await openLab(server);
      await dialler(lab, 'bound.live');
      await server.shutDown();
      await dialler(lab, 'bound.socketGone');
      // A FIN is all that Prosody says; ejabberd may get as far as a stream error before it (RFC 6120 §4.9.3.20).
      const said = framesFrom(lab, 'outside');
      const last = said.slice(said.indexOf('<handshake/>') + 1).join('');
      expect(last).toMatch(/^(<stream:error><system-shutdown[^]*<\/stream:error>)?(<\/stream:stream>)?$/);
      lab.lab.stepper.live(20);
      const gone = lab.lab.clock.shown();
      await eventually('half a minute of lab time', () => lab.lab.clock.shown() > gone + 30_000_000);
      expect(events(lab, 'link.dialled')).toHaveLength(1);
      lab.lab.stepper.live(1);
      await server.start();
      await lab.host.call('node.restart', { node: 'muc1' });
      await dialler(lab, 'bound.live');
    });

    it('is thrown out for a stanza from another domain, and comes back', async (ctx) => {
      if (!server) return ctx.skip(missing);
      const lab = await openLab(server, { quirks: { 'fin-unnoticed': false } });
      await dialler(lab, 'bound.live');
      const link = String(events(lab, 'link.opened')[0]?.data.link);
      const stanza = `<message from="x@elsewhere.example" to="olga@${DOMAIN}"><body>hi</body></message>`;
      await lab.host.call('stanza.inject', { link, direction: 'ab', stanza });
      await eventually('another link', () => events(lab, 'link.opened').length === 2);
      await dialler(lab, 'bound.live');
      expect(framesFrom(lab, 'outside').join('')).toMatch(/<invalid-from[^>]*xmpp-streams/);
    });

    it.for<{ profile: Profile; every: number }>([
      { profile: '5.2', every: 17_000 },
      { profile: '7.1', every: 2000 },
    ])(
      'is refused with a wrong secret and tries again every $every ms ($profile)',
      async ({ profile, every }, ctx) => {
        if (!server) return ctx.skip(missing);
        const lab = await openLab(server, { secret: 'guessed', profile, speed: 10 });
        await eventually('three dials', () => events(lab, 'link.dialled').length >= 3);
        const [first, second, third] = events(lab, 'link.dialled');
        for (const between of [gap(first, second), gap(second, third)]) {
          expect(between).toBeGreaterThanOrEqual(every);
          expect(between).toBeLessThan(every + 10_000);
        }
        expect(framesFrom(lab, 'outside').join('')).toMatch(/<not-authorized[^>]*xmpp-streams/);
        expect(events(lab, 'machine.transition').map(({ data }) => data.state)).not.toContain('bound.live');
      },
    );
  });
}

interface LabChoice {
  secret?: string;
  profile?: Profile;
  quirks?: Record<string, boolean>;
  speed?: number;
}

/** Waits until the one component dialler is in `state`. */
async function dialler({ lab }: AttackLab, state: string): Promise<void> {
  const seen = (): string | undefined =>
    lab.machines.all().find(({ machine }) => machine === 'component-dialler')?.state;
  await eventually(`the component link is ${state}`, () => seen() === state, seen, 30_000);
}

function events({ lab }: AttackLab, ...kinds: string[]): TraceEvent[] {
  const all = lab.trace.range(1, lab.trace.length).map(traceEvent);
  return all.filter(({ kind }) => kinds.includes(kind));
}

function framesFrom(lab: AttackLab, node: string): string[] {
  return events(lab, 'frame.sent')
    .filter((event) => event.node === node)
    .map(({ data }) => String(data.text));
}

/** Lab time between two events, in ms: whole µs, which a difference of two fractions of ms is not quite. */
function gap(first: TraceEvent | undefined, second: TraceEvent | undefined): number {
  return Math.round(((second?.time ?? NaN) - (first?.time ?? NaN)) * 1000) / 1000;
}

/** Two slixmpp clients, both on the real server. */
async function roomStory({ ports }: RealServer, name: string): Promise<void> {
  const node: [string, number] = ['127.0.0.1', ports.c2s];
  const room = `${name}@${SERVICE}`;
  const { failure, heard } = await tellStory('slixmpp_room.py', {
    nodes: [node, node],
    domain: DOMAIN,
    service: SERVICE,
    room,
    users: USERS,
    mechanism: null,
  });
  expect(failure, JSON.stringify(heard)).toBeNull();
  expect(heard[USERS[0]]).toContainEqual(['feature', SERVICE, 'muc']);
  expect(heard[USERS[0]]).toContainEqual(['field', room, 'muc#roomconfig_roomname']);
}

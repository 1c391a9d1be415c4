/** A component that may bind names itself (XEP-0225) gets none that would bring it what is meant for others. */
import { afterEach, describe, expect, it } from 'vitest';
import { AttackLab, FILES, ROOMS, SECRET, VHOST, type Stranger } from '#test/support/attack-lab.js';

let attack: AttackLab | undefined;

afterEach(async () => {
  const errors = attack?.errors();
  await attack?.close();
  attack = undefined;
  expect(errors ?? []).toEqual([]);
});

/** The nodes have names of a domain of theirs, and another component has a secret of its own. */
const FILES_OF_NODES = FILES.map(({ name, text }) => ({
  name,
  text: text
    .replaceAll('vm-1', 'vm-1.inside')
    .replaceAll('vm-2', 'vm-2.inside')
    .replace(
      /^--external = (.*:listen:.*)$/m,
      '--external = $1,other.example:another:listen:5270:vm-1:accept',
    ),
}));

const SASL = "xmlns='urn:ietf:params:xml:ns:xmpp-sasl'";
const HEADER = `<stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' to='${VHOST}' version='1.0'>`;

const plain = (text: string): string => Buffer.from(text).toString('base64');
const auth = (content: string, mechanism = 'PLAIN'): string =>
  `<auth ${SASL} mechanism='${mechanism}'>${content}</auth>`;
const request = (what: 'bind' | 'unbind', id: string, name: string): string =>
  `<iq type='set' id='${id}'><${what} xmlns='urn:xmpp:component:0'><hostname>${name}</hostname></${what}></iq>`;

async function greeted(lab: AttackLab): Promise<Stranger> {
  const stranger = await lab.stranger('server1', 5270);
  stranger.write(HEADER);
  await stranger.heard(/<mechanisms/);
  return stranger;
}

async function authenticated(lab: AttackLab): Promise<Stranger> {
  const stranger = await greeted(lab);
  stranger.write(auth(plain(`\0${ROOMS}\0${SECRET}`)));
  await stranger.heard(/<success/);
  stranger.write(HEADER);
  await stranger.heard(/<bind/);
  return stranger;
}

const STOLEN: Record<string, RegExp> = {
  'vm-1.inside': /not-allowed/,
  'vm-2.inside': /not-allowed/,
  'VM-2.inside': /not-allowed/,
  inside: /not-allowed/,
  [VHOST]: /not-allowed/,
  'other.example': /not-allowed/,
  'sess-man@vm-2.inside': /jid-malformed/,
  'other.example/x': /jid-malformed/,
  '': /jid-malformed/,
  ' ': /jid-malformed/,
};

describe('names on 5270', () => {
  it('none that is the servers’ own, nor of a component with another secret', async () => {
    attack = await AttackLab.open({ speed: 5, files: FILES_OF_NODES });
    await attack.meshed();
    const stranger = await authenticated(attack);
    for (const [index, [name, refusal]] of Object.entries(STOLEN).entries()) {
      stranger.write(request('bind', `theft${index}`, name));
      const [answer] = await stranger.heard(new RegExp(`<iq[^>]*id=["']theft${index}["'].*?</iq>`));
      expect(answer).toMatch(/type=["']error["']/);
      expect(answer).toMatch(refusal);
    }
    stranger.end();
  });

  it('a thousand and no more', async () => {
    attack = await AttackLab.open({ speed: 5, files: FILES_OF_NODES });
    await attack.meshed();
    const stranger = await authenticated(attack);
    for (let number = 0; number < 1001; number += 1) {
      stranger.write(request('bind', `n${number}`, `n${number}.example`));
      if (number % 50 === 0) await stranger.heard(new RegExp(`id=["']n${number}["']`));
    }
    await stranger.heard(/id=["']n1000["'].*resource-constraint/);
    expect(stranger.text.match(/type=["']error["']/g)).toHaveLength(1);
    stranger.end();
  });

  it('nothing is bound before the login, nor by one that was refused', async () => {
    attack = await AttackLab.open({ speed: 5, files: FILES_OF_NODES });
    await attack.meshed();
    const bad = [
      auth('%%%'),
      auth(''),
      auth('='),
      auth(plain(`\0${ROOMS}`)),
      auth(plain(`\0${ROOMS}\0${SECRET}\0`)),
      auth(plain(`\0other.example\0${SECRET}`)),
      auth(plain('\0__proto__\0undefined')),
      auth(plain('\0\0')),
      auth(plain(`\0${ROOMS}\0${SECRET}`), 'EXTERNAL'),
      auth(plain(`\0${ROOMS}\0${SECRET}`), ''),
      request('bind', 'early', ROOMS),
      `<handshake/>`,
    ];
    const strangers = [];
    for (const text of bad) {
      const stranger = await greeted(attack);
      stranger
        .write(text)
        .write(request('bind', 'theft', ROOMS))
        .write(request('unbind', 'theft', ROOMS));
      strangers.push(stranger);
    }
    for (const stranger of strangers) {
      await stranger.heard(/<failure|not-authorized/);
      expect(stranger.text).not.toMatch(/<success|type=["']result/);
      stranger.end();
    }
  });
});

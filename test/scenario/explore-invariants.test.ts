/** What counts as wrong in a run, and what does not: the usual course of scenarios whose own steps do the harm. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { Explorer } from '#core/lab/explore/explorer.js';
import { parseScenario } from '#core/shared/scenario/parse-scenario.js';
import { readTopology } from '#main/topology/read-topology.js';
import { ROOT } from './play-file.js';

async function wrongIn(file: string, change: (text: string) => string = (text) => text) {
  const whole = path.join(ROOT, file);
  const parsed = parseScenario(whole, change(readFileSync(whole, 'utf8')));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const { scenario } = parsed;
  const explorer = new Explorer({ scenario, settings: scenario.explore, reader: { readTopology } });
  return (await explorer.usual())?.violation;
}

const FILES = 'test/scenario/files';

describe('rooms-agree', () => {
  it.each([
    ['e06-detected', 'equal-addresses'],
    ['e07-classes-split-rooms', 'balancer-class'],
    ['e09-sender-class-splits-rooms', 'balancer-spreads'],
    ['e24-order-behind-nat', 'address-order'],
  ])('does not hold in %s: %s', async (name, reason) => {
    const violation = await wrongIn(`${FILES}/${name}.yaml`);
    expect(violation).toMatchObject({ invariant: 'rooms-agree', params: { reason } });
  });

  it('has nothing to say of a split that a lost link explains', async () => {
    expect(await wrongIn(`${FILES}/e05-lost-link-splits-rooms.yaml`)).toBeUndefined();
  });
});

/** The ring of three, with these steps in place of its chat; alice is on left, bob on right. */
function ringWith(steps: string): (text: string) => string {
  return (text) => text.slice(0, text.indexOf('  - client.send')) + steps;
}

function send(to: string): string {
  return `  - client.send: { client: alice, stanza: '<message to="${to}" id="m"><body>hi</body></message>' }\n`;
}

describe('no-stanza-lost', () => {
  const RING = 'test/scenario/explore/ring-of-three.yaml';
  const cut =
    "  - fault.apply: { kind: link-drop, target: '*>*:5277', when: { stanza: { contains: hi }, link: '*>*:5277' } }\n";

  it('does not hold when all cluster links break under a message', async () => {
    const violation = await wrongIn(RING, ringWith(cut + send('bob@example.org')));
    expect(violation).toMatchObject({
      invariant: 'no-stanza-lost',
      about: 'reset',
      params: { from: 'client:alice', to: 'bob@example.org' },
    });
  });

  it.each([
    ['it arrives', send('bob@example.org')],
    ['nobody is there: it is kept', send('carol@example.org')],
    ['there is no such resource', send('bob@example.org/elsewhere')],
    ['its sender leaves', `${cut}${send('bob@example.org')}  - client.remove: { client: alice }\n`],
    ['its receiver leaves', `${cut}${send('bob@example.org')}  - client.remove: { client: bob }\n`],
    ['the server of its sender dies', `${send('bob@example.org')}  - node.crash: { node: left }\n`],
    ['the server of its receiver dies', `${send('bob@example.org')}  - node.crash: { node: right }\n`],
    [
      'the server of its receiver was dead',
      `  - fault.apply: { kind: power-off, target: right }\n${send('bob@example.org')}`,
    ],
  ])('holds when %s', async (_, steps) => {
    expect(await wrongIn(RING, ringWith(steps))).toBeUndefined();
  });
});

describe('never and expects', () => {
  const BOOT = 'test/scenario/explore/ring-of-three.yaml';

  it('are the scenario’s own', async () => {
    const never = ringWith(
      `  - never: { client: bob, receives: { name: message } }\n${send('bob@example.org')}  - wait: 1 s\n`,
    );
    expect(await wrongIn(BOOT, never)).toMatchObject({ invariant: 'never', code: 'scenario.never-broken' });
    const expects = ringWith('  - expect: { client: bob, receives: { name: message }, within: 1 s }\n');
    expect(await wrongIn(BOOT, expects)).toMatchObject({ invariant: 'expects' });
  });

  it('point at the event that broke a `never`', async () => {
    const steps = `  - never: { trace: { kinds: [frame.delivered], node: 'client:bob' } }\n${send('bob@example.org')}  - wait: 1 s\n`;
    const violation = await wrongIn(BOOT, ringWith(steps));
    expect(String(violation?.params['happened'])).toContain(`#${violation?.seq} `);
  });
});

/** Two slixmpp clients, one on each node of the seed's cluster, with one room between them. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAccounts, type Account } from '../support/control-client.js';
import { startLab, type RunningLab } from '../support/running-lab.js';
import { needSlixmpp, tellStory } from '../support/slixmpp.js';

const DOMAIN = 'xmpp.dev.pajkdc.com';
/** Installing the package may take its time. */
const INSTALL_MS = 600_000;

/** As the script logs in. */
function account(user: string): Account {
  return { user, password: `secret of ${user}` };
}

describe('slixmpp', () => {
  let lab: RunningLab | undefined;
  let ready: true | string = 'not tried';

  beforeAll(async () => {
    ready = await needSlixmpp();
    if (ready === true) lab = await startLab('examples/seed-standard-muc');
  }, INSTALL_MS);

  afterAll(async () => {
    await lab?.stop();
  });

  it.for<{ chosen: string; mechanism: string | null; used: string; users: [string, string] }>([
    { chosen: 'SCRAM-SHA-1 by itself', mechanism: null, used: 'SCRAM-SHA-1', users: ['carla', 'dirk'] },
    { chosen: 'PLAIN without TLS when told to', mechanism: 'PLAIN', used: 'PLAIN', users: ['emma', 'fritz'] },
  ])('takes $chosen, chats from node to node and meets in a room', async (story, ctx) => {
    if (ready !== true || !lab) return ctx.skip(String(ready));
    const { mechanism, used, users } = story;
    const nodes = [lab.node('server1'), lab.node('server2')];
    const room = `room-of-${users[0]}@muc.${DOMAIN}`;
    // The PLAIN pair creates its own accounts by its first login.
    if (used !== 'PLAIN') await createAccounts(lab.control, 'server1', users.map(account));
    const { failure, mechanisms, heard } = await tellStory('slixmpp_pair.py', {
      nodes: nodes.map(({ address, ports }) => [address, ports['c2s'] ?? 0]),
      domain: DOMAIN,
      room,
      users,
      mechanism,
    });
    expect(failure, JSON.stringify(heard)).toBeNull();
    expect(mechanisms).toEqual([used, used]);
    const [one, two] = users;
    expect(heard[two]).toContainEqual(['chat', `${one}@${DOMAIN}/slixmpp`, 'to the full JID']);
    expect(heard[one]).toContainEqual(['chat', `${two}@${DOMAIN}/slixmpp`, 'to the bare JID']);
    for (const listener of users) {
      for (const speaker of users) {
        expect(heard[listener]).toContainEqual(['groupchat', `${room}/${speaker}`, `hello from ${speaker}`]);
      }
    }
  });
});

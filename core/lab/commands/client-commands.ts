import { HostError } from '#core/shared/api/host-error.js';
import type { LabClient } from '../clients/lab-client.js';
import type { LabSession } from '../lab-session.js';
import { parseElement } from '#core/xml/stanza-parser.js';
import type { Area } from './handlers.js';

/** Characters that one command may send. */
const MOST_TEXT = 64 * 1024 * 1024;

export function clientCommands(session: LabSession): Area<'client'> {
  const find = (name: string): LabClient => {
    const client = session.lab.clients.get(name);
    if (!client) throw new HostError('unknown-client', { client: name });
    return client;
  };
  return {
    'client.add': (args) => session.act(`client ${args.name}`, () => session.lab.clients.add(args)).view(),
    'client.list': () => ({ clients: session.lab.clients.list().map((client) => client.view()) }),
    'client.send': ({ client, stanza, times = 1 }) => {
      const parsed = parseElement(stanza);
      if (!parsed.ok)
        throw new HostError('bad-stanza', { reason: parsed.error.ruleDetail, offset: parsed.error.offset });
      if (stanza.length * times > MOST_TEXT) throw new HostError('too-much-text', { most: MOST_TEXT });
      const sender = find(client);
      return {
        sent: session.act(`client ${client}`, () => {
          let sent = true;
          for (let left = times; left > 0 && sent; left -= 1) sent = sender.send(stanza);
          return sent;
        }),
      };
    },
    'client.remove': ({ client, how = 'logout' }) => {
      find(client);
      session.act(`client ${client}`, () => session.lab.clients.remove(client, how));
      return { removed: true };
    },
    'client.login': ({ client }) => {
      find(client);
      return session.act(`client ${client}`, () => session.lab.clients.again(client)).view();
    },
    'client.inbox': ({ client, since }) => ({ items: find(client).inbox(since) }),
  };
}

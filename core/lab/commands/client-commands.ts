import { HostError } from '#core/shared/api/host-error.js';
import type { LabClient } from '../clients/lab-client.js';
import type { LabSession } from '../lab-session.js';
import { parseElement } from '#core/xml/stanza-parser.js';
import type { Area } from './handlers.js';

export function clientCommands(session: LabSession): Area<'client'> {
  const find = (name: string): LabClient => {
    const client = session.lab.clients.get(name);
    if (!client) throw new HostError('unknown-client', { client: name });
    return client;
  };
  return {
    'client.add': (args) => session.act(`client ${args.name}`, () => session.lab.clients.add(args)).view(),
    'client.list': () => ({ clients: session.lab.clients.list().map((client) => client.view()) }),
    'client.send': ({ client, stanza }) => {
      const parsed = parseElement(stanza);
      if (!parsed.ok)
        throw new HostError('bad-stanza', { reason: parsed.error.ruleDetail, offset: parsed.error.offset });
      return { sent: session.act(`client ${client}`, () => find(client).send(stanza)) };
    },
    'client.remove': ({ client, how = 'logout' }) => {
      find(client);
      session.act(`client ${client}`, () => session.lab.clients.remove(client, how));
      return { removed: true };
    },
    'client.inbox': ({ client, since }) => ({ items: find(client).inbox(since) }),
  };
}

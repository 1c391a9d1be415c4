/** Who can send a stanza: a client that is there, or either end of an open link. */
import type { ClientView, LinkView } from '#core/shared/api/results.js';
import type { Direction } from '#core/shared/trace/trace-schema.js';

export type Sender =
  | { key: string; kind: 'client'; client: string; node: string; jid: string; state: string }
  | {
      key: string;
      kind: 'link';
      link: string;
      direction: Direction;
      service: string;
      from: string;
      to: string;
    };

export function sendersOf(clients: readonly ClientView[], links: readonly LinkView[]): Sender[] {
  return [
    ...clients.map(({ name, node, jid, state }): Sender => ({
      key: `client ${name}`,
      kind: 'client',
      client: name,
      node,
      jid,
      state,
    })),
    ...links.filter((link) => link.open).flatMap((link) => [linkEnd(link, 'ab'), linkEnd(link, 'ba')]),
  ];
}

function linkEnd({ id, service, dialler, acceptor }: LinkView, direction: Direction): Sender {
  const ends = [dialler.node, acceptor.node] as const;
  const [from, to] = direction === 'ab' ? ends : [ends[1], ends[0]];
  return { key: `link ${id} ${direction}`, kind: 'link', link: id, direction, service, from, to };
}

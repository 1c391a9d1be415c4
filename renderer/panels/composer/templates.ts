/** Stanzas to begin from, filled with the names of the topology that is open. */
import type { TopologyPlan } from '#core/shared/config/topology-plan.js';
import type { ClientView } from '#core/shared/api/results.js';
import type { Sender } from './senders.js';

export const TEMPLATES = [
  'chat',
  'groupchat',
  'join',
  'leave',
  'unlock',
  'configure',
  'presence',
  'ping',
  'disco',
  'roster',
] as const;
export type Template = (typeof TEMPLATES)[number];

const MUC = 'tigase.muc.MUCComponent';
const NS_MUC = 'http://jabber.org/protocol/muc';

interface Names {
  domain: string;
  /** Bare JID of somebody else. */
  peer: string;
  room: string;
  nick: string;
  /** ` from="…"` for a link end: there nobody fills it in. */
  from: string;
}

export function fillTemplate(
  template: Template,
  place: { plan: TopologyPlan | undefined; clients: readonly ClientView[]; sender: Sender | undefined },
): string {
  return STANZAS[template](namesOf(place));
}

const iq = ({ from }: Names, type: 'get' | 'set', to: string, id: string, child: string): string =>
  `<iq type="${type}" id="${id}"${to && ` to="${to}"`}${from}>\n  ${child}\n</iq>`;

const STANZAS: Readonly<Record<Template, (names: Names) => string>> = {
  chat: ({ peer, from }) => `<message type="chat" to="${peer}"${from}>\n  <body>Hello</body>\n</message>`,
  groupchat: ({ room, from }) =>
    `<message type="groupchat" to="${room}"${from}>\n  <body>Hello, room</body>\n</message>`,
  join: ({ room, nick, from }) =>
    `<presence to="${room}/${nick}"${from}>\n  <x xmlns="${NS_MUC}"/>\n</presence>`,
  leave: ({ room, nick, from }) => `<presence type="unavailable" to="${room}/${nick}"${from}/>`,
  unlock: (names) =>
    iq(
      names,
      'set',
      names.room,
      'unlock-1',
      `<query xmlns="${NS_MUC}#owner">\n    <x xmlns="jabber:x:data" type="submit"/>\n  </query>`,
    ),
  configure: (names) => iq(names, 'get', names.room, 'config-1', `<query xmlns="${NS_MUC}#owner"/>`),
  presence: ({ from }) => `<presence${from}>\n  <show>away</show>\n  <status>Back soon</status>\n</presence>`,
  ping: (names) => iq(names, 'get', names.domain, 'ping-1', '<ping xmlns="urn:xmpp:ping"/>'),
  disco: (names) =>
    iq(names, 'get', names.domain, 'disco-1', '<query xmlns="http://jabber.org/protocol/disco#info"/>'),
  roster: (names) => iq(names, 'get', '', 'roster-1', '<query xmlns="jabber:iq:roster"/>'),
};

function namesOf({
  plan,
  clients,
  sender,
}: {
  plan: TopologyPlan | undefined;
  clients: readonly ClientView[];
  sender: Sender | undefined;
}): Names {
  const own = sender?.kind === 'client' ? bare(sender.jid) : '';
  const domain = own.split('@')[1] ?? domainOf(plan);
  const other = clients.find(({ jid }) => bare(jid) !== own);
  const nick = own.split('@')[0] || 'alice';
  return {
    domain,
    peer: other ? bare(other.jid) : `${nick === 'bob' ? 'alice' : 'bob'}@${domain}`,
    room: `room@${mucDomainOf(plan, domain)}`,
    nick,
    from: sender?.kind === 'link' ? ` from="alice@${domain}/lab"` : '',
  };
}

/** The first virtual host of a process that lets clients in. */
function domainOf(plan: TopologyPlan | undefined): string {
  const servers =
    plan?.processes.filter(({ components }) => components.some(({ name }) => name === 'c2s')) ?? [];
  return servers.flatMap(({ virtualHosts }) => virtualHosts)[0] ?? 'localhost';
}

/** Where the rooms are: the domain under which a MUC process is external, or `muc.` in front of the virtual host. */
function mucDomainOf(plan: TopologyPlan | undefined, domain: string): string {
  const holders =
    plan?.processes.filter(({ components }) => components.some(({ className }) => className === MUC)) ?? [];
  const external = holders
    .filter(({ components }) => !components.some(({ name }) => name === 'c2s'))
    .flatMap(({ externals }) => externals)
    .find((item) => !item.sample)?.domain;
  const inside = holders
    .flatMap(({ components }) => components)
    .find(({ className }) => className === MUC)?.name;
  return external ?? `${inside ?? 'muc'}.${domain}`;
}

function bare(jid: string): string {
  return jid.split('/')[0] ?? jid;
}

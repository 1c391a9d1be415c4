/** Where the servers send rooms, and why they disagree (core/shared/routing/room-split.ts). */
export const roomsEn = {
  'rooms.verdict.agreed': 'Rooms of {domain}: all servers agree',
  'rooms.verdict.unserved': 'Rooms of {domain}: no MUC is connected',
  'rooms.verdict.split': 'Rooms of {domain} are split ({percent} %): {reason}',

  'rooms.reason.no-link': 'a server has no MUC connected',
  'rooms.reason.no-link.why':
    'Whoever is on that server reaches no room: its messages to the domain find no component.',
  'rooms.reason.no-link.remedy':
    'Name every server in --external of each MUC process, and see that port 5270 of that server listens.',
  'rooms.reason.link-count': 'the servers count different numbers of MUC connections',
  'rooms.reason.link-count.why':
    'The hash of a room is divided by the number of connections; another divisor gives another process.',
  'rooms.reason.link-count.remedy':
    'Bring the missing connection back: name every server in --external of each MUC process, or wait for the retry.',
  'rooms.reason.other-processes': 'the servers are connected to different MUC processes',
  'rooms.reason.other-processes.why':
    'They count equally many connections, but not to the same processes behind them.',
  'rooms.reason.other-processes.remedy': 'Name every server in --external of each MUC process.',
  'rooms.reason.dead-slot': 'a server counts a connection whose socket is gone',
  'rooms.reason.dead-slot.why':
    'What falls to the dead entry goes to the first living one; the other servers still send it to the process behind it.',
  'rooms.reason.dead-slot.remedy':
    'Restart the server that holds the dead entry. Only a write, the 15 s timer or a RST clears it (quirk fin-unnoticed).',
  'rooms.reason.balancer-class': 'the servers use different load balancer classes',
  'rooms.reason.balancer-class.why': 'Each class hashes something else of a stanza.',
  'rooms.reason.balancer-class.remedy':
    'Write the same last field into --external of every server; for rooms: ReceiverBareJidLB.',
  'rooms.reason.balancer-spreads': 'the load balancer class spreads each room',
  'rooms.reason.balancer-spreads.why':
    'Sender… classes hash who writes, …FullJid… classes the nickname too: the stanzas of one room go to several processes.',
  'rooms.reason.balancer-spreads.remedy': 'Use ReceiverBareJidLB for a MUC domain (the default).',
  'rooms.reason.equal-addresses': 'two MUC processes have one address and came in different orders',
  'rooms.reason.equal-addresses.why':
    'Connections are sorted by IP address only. After a reconnection the order of equal ones differs from server to server.',
  'rooms.reason.equal-addresses.remedy':
    'Give each MUC process an address of its own, or restart both servers so that both see the same order.',
  'rooms.reason.address-order': 'a MUC process comes to the servers from different addresses',
  'rooms.reason.address-order.why':
    'Connections are sorted by IP address as text: with NAT or two networks the order differs from server to server.',
  'rooms.reason.address-order.remedy': 'Let each MUC process reach every server from the same address.',

  'rooms.fragile':
    'They agree, but by luck: two MUC processes have the same address, and the next reconnection may turn their order round.',
} as const;

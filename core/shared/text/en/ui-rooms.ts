/** Sentences of the window: where rooms are, and quirks. Verdicts and reasons: rooms.ts. */
export const uiRoomsEn = {
  'ui.rooms.title': 'Rooms',
  'ui.rooms.about':
    'An external MUC has no cluster of its own: it works only as long as every server sends a room to the same MUC process.',
  'ui.rooms.none': 'No MUC process connects to a server in this topology.',
  'ui.rooms.notice.comma': ', ',
  'ui.rooms.notice':
    '{percent} % of all rooms are split ({domain}): {first} and {last} disagree on them, because {reason}.',
  'ui.rooms.notice.one':
    '{percent} % of all rooms are split ({domain}): they are at several processes, because {reason}.',
  'ui.rooms.notice.show': 'Show rooms',
  'ui.rooms.domain': 'Rooms of {domain}',
  'ui.rooms.agreed': 'All servers agree',
  'ui.rooms.split': '{percent} % split',
  'ui.rooms.unserved': 'No MUC is connected',
  'ui.rooms.remedy': 'Remedy: {remedy}',
  'ui.rooms.room': 'Room',
  'ui.rooms.lists': 'What each server counts, in this order',
  'ui.rooms.server': 'Server',
  'ui.rooms.balancer': 'Load balancer',
  'ui.rooms.connections': 'Connections',
  'ui.rooms.connection.gone': '{peer} (socket gone)',
  'ui.rooms.nobody': 'nobody',
  'ui.rooms.several': '{processes}, by who writes',
  'ui.rooms.alive': 'alive on {processes}',
  'ui.rooms.where': 'Where would this room go?',
  'ui.rooms.where.example': 'name of a room',
  'ui.rooms.where.bad': 'That is no room name.',
  'ui.rooms.rank': 'The server counts this connection as number {rank}',
  'ui.rooms.service': 'the service itself: disco and lists of rooms',
  'ui.rooms.same': 'same',
  'ui.rooms.apart': 'split',

  'ui.quirks.title': 'Quirks',
  'ui.quirks.about':
    'Known oddities of Tigase, each as seen or read in its source. Profile {profile} has its own set; switch one to compare.',
  'ui.quirks.by-profile': 'as in {profile}',
  'ui.quirks.switched': 'switched by hand',
  'ui.quirks.source': 'Source: {source}',
} as const;

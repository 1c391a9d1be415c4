/** What `cluster-lab explore` finds and says. */
export const exploreEn = {
  'cli.explore': 'search orders and faults for a run of a scenario in which something goes wrong',
  'cli.explore.scenario': 'scenario file',
  'cli.explore.seeds': 'how many seeded runs (default 200)',
  'cli.explore.seed-from': 'first seed (default 1)',
  'cli.explore.workers': 'threads that run at the same time (default: processors less one)',
  'cli.explore.stop-at-first': 'end at the first seed that finds something',
  'cli.explore.out': 'folder for the reports and for a scenario of each find',
  'cli.explore.progress.seeds': '{done} of {of} seeds, {failing} with something found',
  'cli.explore.progress.shrinking': 'shrinking: {done} of {of}',
  'cli.explore.progress.sockets': 'on real sockets: {done} of {of}',
  'cli.explore.refused': 'This scenario cannot be explored: {reason}',

  'explore.summary': '{ran} seeds from {from}, {failing} of them with something found; {finds} different.',
  'explore.summary.stopped': 'Ended before the {seeds} that were asked for.',
  'explore.summary.none': '{ran} seeds from {from}: nothing found.',
  'explore.not-shrunk': '{count} more that look different were not shrunk.',
  'explore.find': '{number}. {violation}',
  'explore.find.usual': 'No choice is needed: it happens in the usual course.',
  'explore.find.choices': 'It takes (of {drawn} in seed {seed}, after {runs} runs):',
  'explore.find.not-minimal': 'Perhaps not all of these are needed: shrinking was given up.',
  'explore.find.event': 'at event {seq}, {time} ms ({invariant})',
  'explore.find.seeds': 'found by {count} of the seeds: {seeds}',
  'explore.find.sockets.same': 'the same on real sockets: trace {hash}',
  'explore.find.sockets.other':
    'NOT the same on real sockets: trace {memory} in memory, {sockets} on sockets',
  'explore.find.file': 'play it again: cluster-lab run {file}',
  'explore.find.session': 'a session that opens at that event: {file}',

  'explore.moment': 'number {nth} of {line}',
  'explore.moment.line': 'number {nth} from {from} to {to}',
  'explore.choice.later': '{moment} goes later: it lets {by} others go first',
  'explore.choice.fault': 'after {moment}: {fault}, {target}{settings}',

  'explore.lab-errors': 'The lab itself has failed in {where}: {message}',
  'explore.rooms-agree':
    'Rooms of {domain} are split ({percent} %) though all their links are up: {reason}. The servers count: {lists}',
  'explore.no-stanza-lost':
    'A message from {from} to {to} was lost on {link} ({reason}), and nobody was told: {text}',
  'explore.no-stanza-lost.waits':
    'A message from {from} to {to} still waits on {link} for somebody who will never take it, and nobody was told: {text}',
  'explore.no-stanza-lost.vanished':
    'A message from {from} to {to} came to nothing, and nobody was told: {text}',
} as const;

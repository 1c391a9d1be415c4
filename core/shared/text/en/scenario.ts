/** What is wrong with a scenario file, and how a run fails (docs/scenarios.md). */
export const scenarioEn = {
  'scenario.not-yaml': 'This is not YAML that can be read ({reason}).',
  'scenario.unknown-key': 'There is no "{key}" here (in {parent}).',
  'scenario.bad-value': 'The value of "{key}" does not fit ({expected}).',
  'scenario.missing': '"{key}" is missing.',
  'scenario.duration': '"{key}" is a time with its unit: 500 ms, 10 s, 2 min, 1 h.',
  'scenario.unknown-quirk': 'There is no quirk named "{key}".',
  'scenario.unknown-command':
    'There is no step "{command}". A step is start, wait, expect, never or a command such as client.add.',
  'scenario.not-for-scenarios': 'The command {command} cannot be used in a scenario.',
  'scenario.step-shape': 'A step says exactly one thing (and may have a note). This one says: {keys}',
  'scenario.no-condition': 'Say what: one of {known}.',
  'scenario.start-first': 'The first step is start.',
  'scenario.start-once': 'A scenario starts its lab once, in its first step.',
  'scenario.no-topology': 'Say which topology: "topology: PATH", or the texts themselves under "files:".',
  'scenario.two-topologies': 'Give either "topology" or "files", not both.',

  'scenario.start-failed': 'The topology could not be started: {error} {detail}',
  'scenario.command-failed': '{command} was refused: {error} {detail}',
  'scenario.command-succeeded': '{command} was carried out; it was to be refused with {fails}.',
  'scenario.command-failed-otherwise':
    '{command} was refused with {error}; it was to be refused with {fails}.',
  'scenario.unmet':
    'Expected {expected}: {wanted} within {within} ms of lab time, seen {seen}. Nearest:\n{nearest}',
  'scenario.unmet-nothing':
    'Expected {expected}: {wanted} within {within} ms of lab time, seen {seen}. There was nothing of the kind at all.',
  'scenario.too-many':
    'Expected {expected}: {wanted}, and there were more: {seen}. The last ones:\n{nearest}',
  'scenario.never-broken': 'Step {since} says that this must never happen: {forbidden}. It did:\n{happened}',
  'scenario.lab-error': 'The lab itself has made a mistake, in {where}: {message}',
} as const;

/** Commands that do something to the lab: the journal keeps them, and they happen between two steps. */
import type { CommandName } from './commands.js';

export const ACTING_COMMANDS: ReadonlySet<CommandName> = new Set<CommandName>([
  'topology.apply',
  'node.start',
  'node.stop',
  'node.crash',
  'node.restart',
  'component.add',
  'link.drop',
  'fault.apply',
  'fault.heal',
  'fault.healAll',
  'pending.drop',
  'pending.duplicate',
  'pending.edit',
  'pending.delay',
  'pending.hold',
  'pending.release',
  'client.add',
  'client.send',
  'client.remove',
  'client.login',
  'stanza.inject',
  'quirk.set',
]);

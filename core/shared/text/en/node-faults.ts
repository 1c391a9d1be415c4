/** Faults of processes, clocks, ports, names and databases, and patterns; keys as in `faults.ts`. */
export const nodeFaultsEn = {
  // processes
  'fault.crash': 'Kill the process',
  'fault.crash.why':
    'No last words: the kernel of the machine says FIN on every connection. Healed, the process is started again.',
  'fault.stop': 'Stop the process',
  'fault.stop.why': 'A clean stop: streams are closed. Healed, the process is started again.',
  'fault.power-off': 'Pull the plug',
  'fault.power-off.why':
    'Process and machine are gone, and nobody is told: peers go on believing in their links. Healed, the machine is back, the process starts, and whoever speaks on an old connection gets a RST.',
  'fault.freeze': 'Freeze the process',
  'fault.freeze.why':
    'It neither reads, writes nor counts time. Its kernel still takes connections and keeps what is sent. Healed, everything that has waited happens.',
  'fault.clock-skew': 'Wrong clock',
  'fault.clock-skew.why':
    'The clock of the machine is ahead or behind: stamps are wrong, and so is the age of rows in the node table. Timers are right.',

  // ports
  'fault.port-squatted': 'Port taken',
  'fault.port-squatted.why':
    'Another program has the port, or takes it as soon as the process lets go of it. Healed, the port is free; the process does not bind again by itself.',

  // names
  'fault.name-unresolved': 'Name unknown',
  'fault.name-unresolved.why': 'Nobody knows the host name any more: each dial and each bind by it fails.',
  'fault.name-other': 'Name of another',
  'fault.name-other.why': 'The host name means another node, as with a stale DNS entry.',
  'fault.name-slow': 'Slow name server',
  'fault.name-slow.why': 'Whoever dials or binds by the host name has to wait for it.',

  // databases
  'fault.database-down': 'Database down',
  'fault.database-down.why':
    'Every operation fails: nobody can log in, rosters and offline messages are not there, nodes forget one another after 75 s.',
  'fault.database-slow': 'Slow database',
  'fault.database-slow.why': 'What an operation is needed for waits as long as the operation takes.',

  // patterns
  'fault.split-brain': 'Split brain',
  'fault.split-brain.why': 'The network falls apart into groups: nothing passes, nobody can dial across.',
  'fault.choice.split-brain.hang': 'a black hole, as when a switch is gone',
  'fault.choice.split-brain.reset': 'links break and dials are refused, as by a firewall',
  'fault.partition-one-way': 'One-way partition',
  'fault.partition-one-way.why':
    'Nothing gets from the first group to the second; the other way all is well. No connection can be opened.',
  'fault.flapping': 'Flapping',
  'fault.flapping.why': 'A route goes down and comes up, again and again.',
  'fault.choice.flapping.reset': 'its links break, and dials are refused',
  'fault.choice.flapping.hang': 'a black hole',
  'fault.rolling-restart': 'Rolling restart',
  'fault.rolling-restart.why': 'One process after the other is stopped and started again.',
  'fault.reconnect-storm': 'Reconnect storm',
  'fault.reconnect-storm.why':
    'Every connection of a process breaks at once, several times: all come back together.',
  'fault.swizzle-clog': 'Swizzle-clog',
  'fault.swizzle-clog.why':
    'Some of the processes, picked by chance, are cut off one by one and let go in another order.',

  // options
  'fault.option.offset': 'Ahead by (behind: negative)',
  'fault.option.node': 'Seen by (empty: everybody)',
  'fault.option.to': 'Means',
  'fault.option.down': 'Down for',
  'fault.option.up': 'Up for',
  'fault.option.gap': 'Then wait',
  'fault.option.times': 'Times',
} as const;

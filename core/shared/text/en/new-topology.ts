/** Making a new topology: what cannot be written into its files, and the words of the command. */
export const newTopologyEn = {
  'new-topology.count':
    '{given} is no number of processes: at least one server, and at most {most} of each kind.',
  'new-topology.domain': '"{given}" is no domain. Give a name such as chat.example.',
  'new-topology.host-name':
    '"{given}" is no host name. Give a name such as server1.chat.example, and no address.',
  'new-topology.host-name-twice': 'Two servers cannot both be {given}. Give each a host name of its own.',
  'new-topology.secret':
    '"{given}" cannot be a secret: it must not be empty, nor hold blanks, backslashes or any of : , ;',
  'new-topology.database': '"{given}" cannot be a database URI: it has to be one line without backslashes.',

  'cli.new': 'write the files of a new topology into a folder of its own',
  'cli.new.folder': 'folder to make; it must not hold anything',
  'cli.new.servers': 'servers of one cluster (default: 2)',
  'cli.new.mucs': 'MUC processes, each linked to every server (default: 2)',
  'cli.new.domain': 'virtual host of the servers; rooms are at muc.DOMAIN',
  'cli.new.host-names': 'host names of the servers, separated by commas (default: server1.DOMAIN, …)',
  'cli.new.cluster-secret': 'password between the servers (default: a random one)',
  'cli.new.component-secret': 'password between servers and MUC processes (default: a random one)',
  'cli.new.db':
    'URI of the shared database; the lab never connects to it (default: one named after the domain)',
  'cli.new.not-empty': '{path} is not empty, so nothing was written. Name a folder that does not exist yet.',
} as const;

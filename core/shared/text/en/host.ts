/** What the host API answers when it cannot do as it is told. */
export const hostEn = {
  'host.no-topology': 'No topology is open. Open one first (topology.open).',
  'host.topology-empty':
    'No process was found in {path}: a topology is a folder with one NAME.properties file per process.',
  'host.topology-missing': 'Give either a path or files.',
  'host.lab-yaml-invalid':
    'The lab.yaml in {path} has mistakes, so the positions were not written into it. Mend it first.',
  'host.unknown-command': 'There is no command {command}.',
  'host.bad-arguments': '{command}: {place}: {reason}',
  'host.unknown-node': 'There is no process named {node}.',
  'host.node-runs-already': '{node} is running already.',
  'host.node-is-down': '{node} is not running. Start it first (node.start).',
  'host.no-component-protocol': '{node} has no component ext (tigase.server.ext.ComponentProtocol).',
  'host.bad-component-item':
    '{item} is not one item of --external: domain:secret[:type[:port[:remote[:protocol[:lbclass]]]]].',
  'host.no-frame': 'Event {seq} is no frame that was sent.',
  'host.no-stanza': 'Event {seq} is no part of the way of a stanza.',
  'host.unknown-link': 'There is no open link {link}.',
  'host.unknown-fault': 'There is no kind of fault named {kind}.',
  'host.unknown-fault-option': 'A {kind} has no option {option}. fault.kinds lists what each kind has.',
  'host.bad-fault-option': '{option} of a {kind} cannot be {value}. It takes: {allowed}.',
  'host.bad-fault-timing':
    'What comes again has to end in between: give a {kind} a durationMs shorter than everyMs. What is over at once takes no durationMs.',
  'host.fault-needs-target':
    'A {kind} needs a target: a fault without one must wait for a stage (when) that names a link.',
  'host.bad-fault-target':
    '{target} is not what that kind of fault can be put on. fault.kinds says what each kind wants.',
  'host.fault-already-on': '{kind} is on {target} already. Heal it first (fault.heal).',
  'host.not-paused': 'The lab is running live. Pause it first (clock.pause).',
  'host.unknown-pending': 'Nothing that waits has the id {id}.',
  'host.not-deliverable':
    '{id} cannot be delivered now: it is gone, stands behind another frame, or a fault holds it.',
  'host.bad-stanza': 'The stanza is not well-formed at character {offset}: {reason}',
  'host.too-much-text': 'More than {most} characters would be sent at once.',
  'host.unknown-client': 'There is no client named {client}.',
  'host.client-exists': 'There is a client named {client} already.',
  'host.bad-jid': '{jid} is not a JID that a client can log in with.',
  'host.unknown-breakpoint': 'There is no breakpoint {breakpoint}.',
  'host.unknown-quirk': 'There is no quirk named {quirk}.',
  'host.unknown-branch': 'There is no branch {branch}.',
  'host.branch-in-use': '{branch} is the branch that runs, or others have left it: it cannot be taken away.',
  'host.unknown-event': 'There is no event {seq} in that branch.',
  'host.bad-filter':
    'The filter cannot be read at character {from}: {what} ({issue}). docs/trace-filter.md has the language.',
  'host.too-many-bookmarks': 'There are {most} bookmarks, more are not kept. Remove some first.',
  'host.replaying': 'The lab is playing an earlier run again. Wait until it is there.',
  'host.not-a-session': 'This is no session file of Cluster Lab. Session files end in .clab.',
  'host.session-cut-short':
    'The session file ends too early: it was not copied or downloaded to its end. Fetch it again from where it came from.',
  'host.session-damaged':
    'The session file is damaged: its contents cannot be unpacked. Fetch it again from where it came from.',
  'host.session-broken':
    'Line {line} of the session file cannot be read: {reason}. Undo what was changed in the file by hand, or fetch it again.',
  'host.session-newer':
    'The session file is of version {version}; this Cluster Lab reads up to version {known}. Open it with a newer Cluster Lab.',
  'host.session-too-large':
    'The session is larger than {most} MB when it is unpacked. Open the lab that it came from and save a branch that ends earlier.',
  'host.session-file-too-large':
    'The session file is larger than {most} MB. Open the lab that it came from and save a branch that ends earlier, or open the file by its path: cluster-lab serve FILE.clab.',
  'host.session-missing': 'Give either a path or base64.',
  'host.session-no-storage':
    'This lab keeps no files. Save without a path and open with base64, or start it with cluster-lab serve.',
  'host.session-unreadable': '{path} cannot be read ({reason}). Check the path and who may read it.',
  'host.session-unwritable': '{path} cannot be written ({reason}). Choose another folder or another name.',
  'host.unknown-session': 'There is no unsaved session {session} any more: it was recovered or discarded.',
  'host.internal': 'The lab has made a mistake of its own; the trace has a lab.error event.',
} as const;

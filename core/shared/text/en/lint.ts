/**
 * Sentences of the linter. `lint.CODE` says what is wrong, `lint.CODE.why` what it leads to; `lint.CODE.variant` replaces
 * the first where a finding has the parameter `variant`, `lint.CODE.why.VERSION` the second where it has `version`. Quoted log lines are Tigase's, to the letter.
 */
export const lintEn = {
  'lint.fix.add-line': 'add: {text}',
  'lint.fix.elsewhere': '{fix}, and change {files} to match',
  'lint.fix.insert': 'append "{text}"',
  'lint.fix.remove': 'remove it',
  'lint.fix.replace': 'put "{text}" there instead',

  'lint.X1': 'This file could not be read ({reason}).',
  'lint.X1.why': 'The process it describes is left out of the topology. Check the path and the permissions.',
  'lint.X2': 'A \\u escape needs four hexadecimal digits.',
  'lint.X2.why':
    'Java refuses the whole file with "Malformed \\uxxxx encoding.", and the server does not start.',
  'lint.X3': 'The file begins with a byte-order mark.',
  'lint.X3.why': 'Java takes the mark for a part of the first key. Save the file as UTF-8 without BOM.',
  'lint.X4': 'A config.tdsl belongs to Tigase 8, which is not supported yet.',
  'lint.X4.why': 'Cluster Lab plays Tigase 5.2 and 7.1, which are configured by init.properties.',
  'lint.X5': 'The process {process} is already described by {other}; this file is left out.',
  'lint.X5.why': 'Each process has one file. Rename one of the two.',

  'lint.Y1': 'This is not valid YAML ({reason}).',
  'lint.Y1.why': 'lab.yaml is left out as a whole until it can be read.',
  'lint.Y2': 'lab.yaml has no setting "{key}".',
  'lint.Y2.why':
    'Unknown keys are refused, because a misspelt setting would otherwise do nothing without a word.',
  'lint.Y3': 'The value of "{key}" does not fit ({expected}).',
  'lint.Y3.why': 'lab.yaml is left out as a whole until the value is corrected.',
  'lint.Y4': 'The address of "{key}" is not a loopback address.',
  'lint.Y4.why':
    'The lab never leaves this machine: use 127.x.x.x or ::1 (for a host, 192.0.2.x means "no such interface").',
  'lint.Y5': 'No file describes a process {process}.',
  'lint.Y5.why':
    'The settings below this name apply to nothing. The name of a process is the name of its file.',
  'lint.Y6': 'The host name {hostname} is already taken, so {process} does not get it.',
  'lint.Y6.why': 'A host name belongs to one process. The other rules name this process now.',

  'lint.C1': 'Tigase does not know the config-type "{value}".',
  'lint.C1.near': 'Tigase does not know the config-type "{value}". Did you mean "{suggestion}"?',
  'lint.C1.why':
    'Anything but all, sm, cs and comp silently means the default set: a component process then opens 5222, 5269, 5280 and 5290 like a server.',
  'lint.C2': 'The key is "config-type", without dashes in front.',
  'lint.C2.why': 'With the dashes it is one more property that nobody reads, and the default set is loaded.',
  'lint.C3': 'The component "{name}" has no class: --comp-class{suffix} is missing.',
  'lint.C3.near': 'The component "{name}" has no class: --comp-class{suffix}={suggestion} is missing.',
  'lint.C3.why':
    'A name that Tigase does not know gets the old ComponentConnectionManager, which listens on 5555 with the password someSecret.',
  'lint.C4': 'The class {className} has no name: --comp-name{suffix} is missing.',
  'lint.C4.why':
    'A class is loaded only together with the name that has the same suffix. Nothing is loaded here.',
  'lint.C5': 'No Tigase has a class {className}.',
  'lint.C5.near': 'No Tigase has a class {className}. Did you mean {suggestion}?',
  'lint.C5.why': 'The server starts without it and logs "Can\'t load component {name}: {className}".',
  'lint.C6': 'The component is loaded as "{loaded}": names are lower-cased.',
  'lint.C6.why': 'Component settings written as {name}/… never apply, and its address is in lower case.',
  'lint.C7': '"{name}" is loaded anyway ({set}); this pair changes nothing.',
  'lint.C7.why': 'A name that is already in the list makes the whole pair void, its class included.',
  'lint.C8': 'Nothing reads --external in this process: no component of class ComponentProtocol is loaded.',
  'lint.C8.why':
    'The port is never opened. Add --comp-name-1 = ext and --comp-class-1 = tigase.server.ext.ComponentProtocol; until then components are refused quietly.',
  'lint.C9': 'ext is loaded without --external, so it takes its built-in sample item and listens on {port}.',
  'lint.C9.why': '5277 is the port of the cluster: one of the two fails to bind, once, with a WARNING.',
  'lint.C10': 'The key "{key}" is neither a property (--…) nor a component setting (component/key).',
  'lint.C10.near': '"{key}" is neither a property nor a component setting. Did you mean "{suggestion}"?',
  'lint.C10.why':
    'Tigase stops at start-up with an IllegalArgumentException ("ERROR! Terminating the server process.").',
  'lint.C11': 'Tigase cuts this value at its first "=": "{value}".',
  'lint.C11.why':
    'The value of a typed line such as {key} is split at "=" once more. Leave the type marker out.',
  'lint.C12': '"{key}" is written again in line {line}; this value is lost.',
  'lint.C12.why': 'Of a repeated key only the last value counts, and Tigase says nothing about it.',
  'lint.C13': '{key} counts as false: only the word "true" is understood here, not "{value}".',
  'lint.C13.why':
    'This property is compared with the literal text. Other properties also take yes, on and 1, this one does not.',
  'lint.C14': 'There are blanks around "{item}".',
  'lint.C14.why':
    'Tigase does not trim the items of {key}: the blank becomes part of the name, which then matches nothing.',
  'lint.C15': 'The plugin {plugin} is taken away.',
  'lint.C15.login': 'Without the plugin {plugin} nobody can log in.',
  'lint.C15.login.why':
    'A client cannot authenticate or bind a resource, so every login ends before the session begins.',
  'lint.C15.presence': 'Without the plugin presence no standard client can join a room.',
  'lint.C15.presence.why':
    'amp still claims every <presence/> and forwards none, so joins vanish without an error, nobody becomes available, and nobody is seen online.',
  'lint.C15.roster': 'Without the plugin jabber:iq:roster clients get no contact list.',
  'lint.C15.roster.why':
    'A roster request is answered 501 feature-not-implemented; many clients log that as a failed login step.',
  'lint.C15.tls': 'TLS is required, and the plugin starttls is taken away.',
  'lint.C15.tls.why':
    'STARTTLS is not offered while everything else is refused before it, so nobody can log in.',
  'lint.C15.internal': 'The session manager itself needs the plugin {plugin}.',
  'lint.C15.internal.why':
    'Sessions would not be opened or closed properly, or unclaimed stanzas would go nowhere.',
  'lint.C15.why': 'What only this plugin does is answered 501 feature-not-implemented.',
  'lint.C16': 'No plugin has the id "{plugin}". Did you mean "{suggestion}"?',
  'lint.C16.why':
    'An unknown id is skipped without a word: what was to be removed stays on, what was to be added stays off.',
  'lint.C17': '{key} has no effect up to Tigase 7.0.',
  'lint.C17.why':
    'The number is parsed and thrown away by a bug that 7.1 fixed; the default (64k or 2k) stays in force.',
  'lint.C18': 'A comma ends an --external item: "{item}" becomes an item of its own.',
  'lint.C18.why': 'Several addresses of one item are separated by ";".',
  'lint.C19': 'Tigase {profile} does not read {key}: {first} is the first version that does.',
  'lint.C19.gone': 'Tigase {profile} does not read {key} any more: {last} was the last version that did.',
  'lint.C19.why': 'The line is ignored without a word, and the default stays in force.',
  'lint.C20': 'Tigase does not read a property "{key}".',
  'lint.C20.near': 'Tigase does not read a property "{key}". Did you mean "{suggestion}"?',
  'lint.C20.why': 'Unknown properties are ignored without a word.',
  'lint.C21': '"{plugin}" is not on by default, so there is nothing to remove.',
  'lint.C21.why': 'The list starts with the default set of 5.2; removing anything else changes nothing.',
  'lint.C22': '{name} needs a jar that is not part of the server.',
  'lint.C22.plugin': 'The plugin {name} needs a jar that is not part of the server.',
  'lint.C22.component': 'The component class {name} needs a jar that is not part of the server.',
  'lint.C22.repository': 'The repository class {name} needs a jar that is not part of the server.',
  'lint.C22.why':
    'The lab plays a stand-in, badged "not Tigase\'s". lab.yaml can set it to "missing", which is what a Tigase without the jar does.',

  'lint.C23': 'A secret stands readable in {key}.',
  'lint.C23.why':
    'Whoever can read the file has the database, or can speak for the server. Keep the file readable for its owner only, and out of version control.',
  'lint.C24': 'Tigase has no class {className} for {key}.',
  'lint.C24.near': 'Tigase has no class {className} for {key}. Did you mean {suggestion}?',
  'lint.C24.why':
    'The class cannot be loaded, so what it was to do is not done, or is done by another class than the file says.',
  'lint.C25': '{process} has no component {component}, so nobody reads this setting.',
  'lint.C25.near':
    '{process} has no component {component}, so nobody reads this setting. Did you mean {suggestion}?',
  'lint.C25.why':
    'Component names are lower-case and exact. Settings of a component that is not loaded are kept and never looked at.',
  'lint.C26':
    'New connections a second: below the default on port {lower}; not named, so by default: {absent}.',
  'lint.C26.why':
    'What comes faster is accepted and closed at once, with WARNING "Can\'t obtain socket channel from selection key, throttling activated = true, for port: …". Many clients that reconnect together feel it first.',
  'lint.C27': 'Nothing stands between two commas.',
  'lint.C27.why':
    'Up to Tigase 7.0 an empty plugin id stops the session manager at start-up with a StringIndexOutOfBoundsException.',
  'lint.C28': '"{item}" has not all four fields: KIND:A_MINUTE:LIFETIME:ACTION.',
  'lint.C28.why':
    'Tigase fails on the missing field and reads nothing behind it: what should be limited there keeps 2,500 packets or 20,000,000 bytes a minute.',
  'lint.C28.kind': '"{item}" limits neither packets (xmpp) nor bytes (bin).',
  'lint.C28.kind.why':
    'Tigase passes over it without a word, so the limit stays at 2,500 packets and 20,000,000 bytes a minute.',
  'lint.C29': '"{item}" is not a port and a number: PORT:CONNECTIONS_A_SECOND.',
  'lint.C29.why':
    'WARNING "Connections throttling configuration error, bad format, check the documentation for a correct syntax, port throttling config: …", and the default of that port stays.',
  'lint.C30': 'No component reads "{setting}". Did you mean "{suggestion}"?',
  'lint.C30.why': 'Settings that nobody reads are kept without a word, and the default stays.',

  'lint.L1': 'The linter has no code "{code}".',
  'lint.L1.why':
    'So nothing is switched off by it. A comment "# lint: off CODE" is for the entry below it, "# lint: off-file CODE" for the whole file, lint.off of lab.yaml for the topology.',

  'lint.V1': '"{value}" is no value for {key}.',
  'lint.V1.integer': '{key} takes a whole number, not "{value}".',
  'lint.V1.range': '{key} takes a number from {min} to {max}, not {value}.',
  'lint.V1.size': '{key} takes a number, with k, m or g behind it, not "{value}".',
  'lint.V1.port': '"{value}" in {key} is no port.',
  'lint.V1.choice': '{key} knows {words}, and not "{value}".',
  'lint.V1.bare-jid': '"{value}" in {key} is no JID.',
  'lint.V1.uri': '"{value}" in {key} is no URI.',
  'lint.V1.why':
    'Tigase hardly checks values: it takes its default, or something else that nobody meant, mostly without a word.',
  'lint.V2': '{key} knows {words}, and fails on "{value}".',
  'lint.V2.why':
    'Tigase turns the word into a constant, which ends in an exception: the component is not configured.',
  'lint.V3': '{key} counts as false: "{value}" is no word for yes ({words}).',
  'lint.V3.why':
    'Every text that is no word for yes means no, a typing slip too, and Tigase says nothing about it.',

  'lint.K1': '{acceptor} expects another password of {node} than {node} uses.',
  'lint.K1.why':
    '{acceptor} logs WARNING "Handshaking password doesn\'t match, disconnecting"; {node} dials again every 5 s, for ever.',
  'lint.K2': '{acceptor} expects another password of {node} than {node} uses.',
  'lint.K2.why':
    'The handshake is refused ("Handshaking password doesn\'t match, disconnecting") until the shared node table has brought the right password, 15 to 20 s after the start.',
  'lint.K2.why.7.1':
    'The handshake is refused once ("Handshaking password doesn\'t match, disconnecting"); the shared node table brings the right password at once.',
  'lint.K3': '{node} dials {acceptor} and is not in the list of {acceptor}.',
  'lint.K3.why':
    '{acceptor} logs WARNING "Remote hostname not found in local configuration or time difference between cluster nodes is too big. Connection not accepted: …" every 5 s.',
  'lint.K5': 'No process of this topology is called {name}.',
  'lint.K5.why':
    'Every attempt to dial it logs WARNING "Error: creating connection for: …" (unresolved address) and is repeated.',
  'lint.K6': 'The node is called {node}, and its own list does not have that name.',
  'lint.K6.why':
    'It takes a random password for itself and dials itself under the name by which it is listed; others see it twice.',
  'lint.K6.why.7.0':
    'It takes a random password for itself. The name by which it is listed is its own address: WARNING "Incorrect ClusterRepoItem, skipping connection attempt: …"; others see it twice.',
  'lint.K6.why.7.1':
    'It takes a random password for itself. The name by which it is listed is its own address: WARNING "Incorrect ClusterRepoItem, skipping connection attempt: …"; others see it twice.',
  'lint.K7': 'localhost cannot be the name of a cluster node.',
  'lint.K7.why':
    'It means another machine to everyone: all nodes claim one identity, and their rows in the node table overwrite each other.',
  'lint.K7.why.7.0':
    'It means another machine to everyone: from 7.0 on a node of that name prints a banner and exits.',
  'lint.K7.why.7.1':
    'It means another machine to everyone: from 7.0 on a node of that name prints a banner and exits.',
  'lint.K8': '{node} listens on {port}, and this list dials it on {listed}.',
  'lint.K8.why':
    'A node listens on the port of its own item. Dials to another port are refused, quietly, every 5 s.',
  'lint.K9': '{component} of {process} wants port {port}, which {other} of {otherProcess} has.',
  'lint.K9.why':
    'The second bind fails once with WARNING "Error: creating connection for: …" (BindException) and is not tried again. A node that cannot be dialled still dials its peers.',
  'lint.K11': '{node} and {other} belong to one cluster, and neither lists the other.',
  'lint.K11.why':
    'No link ever comes up between them. A stanza that a third node passes on is lost: WARNING "No cluster connection to send a packet: …".',
  'lint.K15': '{node} compresses its cluster links, {other} does not.',
  'lint.K15.why':
    'To the other end the stream is garbage: INFO "ServiceConnectedTimer timeout expired, closing connection: …" after 10 s, and the next try 5 s later, for ever.',
  'lint.K12': '{node} is a cluster node by its list, and runs without --cluster-mode = true.',
  'lint.K12.why':
    'It has no cl-comp: its peers are refused, and its users are cut off from those of the other nodes.',
  'lint.K13': '{node} and {other} serve different virtual hosts.',
  'lint.K13.why':
    'A client of the missing domain gets host-unknown on one node, and forwarded stanzas fit nowhere.',
  'lint.K14': '{node} and {other} keep their users in different databases.',
  'lint.K14.why':
    'An account exists on one node only (not-authorized on the other), and so do rosters and offline messages.',
  'lint.K16':
    'Without --cm-ht-traffic-throttling the links of {process} are cut above 2,500 packets a minute.',
  'lint.K16.why':
    'Up to 7.0.4 the intended default is lost: under load the WARNING "[[cl-comp]] XMPP Limits exceeded on connection" appears and the cluster link closes.',
  'lint.K19': 'The clustering strategy {className} may not be there.',
  'lint.K19.abstract': 'From 5.2 on {className} is abstract and cannot be used.',
  'lint.K19.jar': 'The clustering strategy {className} needs a jar that is not part of the server.',
  'lint.K19.why':
    'SEVERE "Can not instantiate clustering strategy for class: {className}", then NullPointerExceptions in the session manager.',
  'lint.K19.newer': 'Tigase 5.1 does not have {className} yet.',
  'lint.K21': '{process} is a component process in cluster mode.',
  'lint.K21.why':
    'It opens 5277 and enters itself into the node table, where the servers take it for one of them.',
  'lint.K22': 'Clients may be redirected to "{node}", a name without a domain.',
  'lint.K22.why':
    'see-other-host names the node as the cluster knows it. Clients outside cannot resolve that; --cm-see-other-host = none turns redirection off.',
  'lint.K25': '--cluster-connect-all has no effect from 5.2.0 on.',
  'lint.K25.why': 'Every node dials every other one in any case. The property is read and forgotten.',
  'lint.K26': 'Components of {domain} and the cluster have the same password.',
  'lint.K26.why': 'Whoever can join as a component can then join as a server, and read everything.',

  'lint.K27': 'Tigase 5.1 takes "{item}" as a whole for a host name.',
  'lint.K27.why':
    'Up to 5.1 the list has host names only; the secret is the same for all and the port a setting of cl-comp. The name does not resolve: WARNING "Error: creating connection for: …", and no link comes up.',
  'lint.K28': 'Of {connections} connections to each node, 7.1 keeps {reserved} for its own commands.',
  'lint.K28.why':
    'Packets of users share what is left, if anything. Keep more than {reserved}; without the property it is the number of processors, or 5.',
  'lint.K29': 'The port "{port}" of {host} is not a number.',
  'lint.K29.why': 'WARNING "Incorrect port number, can\'t parse: {port}", and 5277 is used instead.',
  'lint.E1': '{process} and {server} have different passwords for {domain}.',
  'lint.E1.why':
    '{server} logs INFO "Handshaking passwords don\'t match, disconnecting..." and closes; the component dials again and again.',
  'lint.E1.why.5.2':
    '{server} logs INFO "Handshaking passwords don\'t match, disconnecting..." and closes. The component comes back every 17 s: its timer of 15 s, then 2 s.',
  'lint.E1.why.7.1':
    '{server} logs INFO "Handshaking passwords don\'t match, disconnecting..." and closes. The component comes back every 2 s.',
  'lint.E2': '{server} does not know the component domain {domain}.',
  'lint.E2.why':
    'The stream is refused with host-unknown and dialled again every 2 s, quietly on both sides.',
  'lint.E3': '{process} is the host {hostname}, but this item binds {name}, the address of {owner}.',
  'lint.E3.nobody':
    '{process} is the host {hostname}, but this item binds {name}, which nobody here is called.',
  'lint.E3.why':
    'One WARNING "Error: creating connection for: {port-no=…}" (BindException or Unresolved address), and the port stays closed until the process is restarted.',
  'lint.E4': '{component} of {process} wants port {port}, which {other} of {otherProcess} has.',
  'lint.E4.why':
    'The second bind fails once with WARNING "Error: creating connection for: …" (Address already in use) and is not tried again.',
  'lint.E5': '{process} does not dial {server}, which serves the same cluster.',
  'lint.E5.why':
    '{server} has fewer connections of {domain} than the others: with none, messages end in remote-server-not-found; with another number, its rooms land on other processes.',
  'lint.E6': '{process} and {other} dial as {domain} from one address, {address}.',
  'lint.E6.why':
    'Servers sort connections by remote IP. Equal ones keep the order of arrival, so two servers may send one room to different processes.',
  'lint.E7': 'The servers choose connections of {domain} differently: {className} here, {other} there.',
  'lint.E7.why': 'One room lives on one process for users of one server and on another for the rest.',
  'lint.E8': 'There is no load balancer {className}; {used} is used.',
  'lint.E8.why':
    'WARNING "Cannot active load balancer for class: {className}, using default LB: …" at start-up.',
  'lint.E9': '{className} splits every room of {domain} by sender.',
  'lint.E9.why':
    'Each MUC process then has a room of that name with some of the occupants. A MUC needs ReceiverBareJidLB.',
  'lint.E10': 'Both sides of {domain} do the same.',
  'lint.E10.listen': 'Both sides of {domain} listen, so nobody dials.',
  'lint.E10.connect': 'Both sides of {domain} dial, so nobody accepts.',
  'lint.E10.why':
    'The server listens (listen), the component connects (connect). No link ever comes up this way.',
  'lint.E11': 'The protocol field is missing: …:accept.',
  'lint.E11.why':
    'No stream header is ever sent. The server closes the silent connection after 15 s, again and again.',
  'lint.E12': 'The protocol "connect" is not implemented; "accept" is meant.',
  'lint.E12.why':
    'UnsupportedOperationException at the first connection. XEP-0114 is called accept on both sides.',
  'lint.E13': 'The port "{port}" is not a number.',
  'lint.E13.why':
    'WARNING "Incorrect port number, can\'t parse: {port}", and 5277, the cluster port, is used instead.',
  'lint.E14': 'No component of {process} is {domain}; what it has is {served}.',
  'lint.E14.why':
    'A stanza for {domain} matches no component here and goes straight back to the server, which returns it: a loop at full speed until throttling cuts the link.',
  'lint.E15': '{process} connects as a component and has a session manager for {domain} itself.',
  'lint.E15.why':
    'Its own session manager swallows the answers to users, whom it takes for offline. Use --gen-config-comp.',
  'lint.E16': 'The first entry, {name}, is taken for the remote domain and is not dialled.',
  'lint.E16.why':
    'With several entries the first one is the virtual host of the servers; addresses follow it.',
  'lint.E17': '{name} is both the remote domain and the only address dialled.',
  'lint.E17.why': 'Fine for a single server; with more of them write domain;address1;address2.',
  'lint.E18': 'A later item for {domain} replaces this one.',
  'lint.E18.why': 'The domain is the key of the list, so only the last item for it counts.',
  'lint.E19': '{process} and {server} share a database, whose stored items override --external of both.',
  'lint.E19.why':
    'One item for {domain} added by ad-hoc command replaces these lines at the next start, and components begin to listen. --extcomp-repo-class = tigase.server.ext.CompConfigRepository prevents it.',
  'lint.E20':
    'Without --cm-ht-traffic-throttling the links of {process} are cut above 2,500 packets a minute.',
  'lint.E20.why':
    'Under load the component logs WARNING "[[ext]] XMPP Limits exceeded on connection" and all its rooms lose contact.',
  'lint.E21': 'The account {account} has the name of the component {component}.',
  'lint.E21.domain': '{domain} is a virtual host and the domain of an external component.',
  'lint.E21.domain.why':
    'The router takes a virtual host before it looks for components, so the session manager gets what is meant for the component.',
  'lint.E21.why':
    'The router looks for a component of that name first, so nothing addressed to the account reaches it.',
  'lint.E24': '{server} and {other} sort the connections of {domain} differently.',
  'lint.E24.why':
    'They see different addresses (seenAs of lab.yaml) and sort by them, so they send one room to different processes. No log line says so.',
  'lint.E25': 'Port {port} is bound to {name} only.',
  'lint.E25.why':
    'Right on this host. Copied unchanged to another one, the bind fails and is never tried again.',
  'lint.E26': '{server} does not listen on {port} for components.',
  'lint.E26.why':
    'The dial is refused and repeated every 2 s; at the usual log level nothing is written about it.',
  'lint.E27': 'There is no type "{type}"; Tigase takes it for accept.',
  'lint.E27.near': 'There is no type "{type}"; Tigase takes it for accept. Did you mean "{suggestion}"?',
  'lint.E27.why':
    'The process listens for {domain} and says nothing about it. If it was to dial, both sides listen and no link comes up.',
} as const;

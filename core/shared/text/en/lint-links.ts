/** Sentences of the linter about links: between servers (K) and with external components (E). Keys as in `lint.ts`. */
export const lintLinksEn = {
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
  'lint.K3.hash': '{node} lists {acceptor}, which does not list {node} and would have to dial.',
  'lint.K3.hash.why':
    'Up to 5.1 only the node whose name has the smaller Java hash dials, unless it has --cluster-connect-all = true. It does not know the other one, so no link comes up.',
  'lint.K5': 'No process of this topology is called {name}.',
  'lint.K5.near': 'No process of this topology is called {name}. Did you mean {suggestion}?',
  'lint.K5.why':
    'Every attempt to dial it logs WARNING "Error: creating connection for: …" (unresolved address) and is repeated.',
  'lint.K6': 'The node is called {node}, and its own list does not have that name.',
  'lint.K6.why':
    'It takes a random password for itself and dials itself under the name by which it is listed; others see it twice.',
  'lint.K6.why.5.1':
    'Under the name by which it is listed it takes itself for another node, and may dial itself; others see it twice.',
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
  'lint.K8.own': '{node} listens on {port} by its own list, and {others} will dial it on {listed}.',
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
  'lint.E10.listen':
    '{process} is the component process of {domain} and listens; it has to dial the servers.',
  'lint.E10.connect': '{process} is a server for {domain} and dials; it has to listen for the component.',
  'lint.E10.both': 'Both sides of {domain} dial, so nobody accepts.',
  'lint.E10.why':
    'The server listens (listen), the component connects (connect). No link that works comes up this way.',
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
  'lint.E26.listens': '{server} listens on {listens} for {domain}, and {process} will dial {port}.',
  'lint.E26.why':
    'The dial is refused and repeated every 2 s; at the usual log level nothing is written about it.',
  'lint.E27': 'There is no type "{type}"; Tigase takes it for accept.',
  'lint.E27.near': 'There is no type "{type}"; Tigase takes it for accept. Did you mean "{suggestion}"?',
  'lint.E27.why':
    'The process listens for {domain} and says nothing about it. If it was to dial, both sides listen and no link comes up.',
} as const;

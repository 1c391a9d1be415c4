/**
 * Sentences of the linter. `lint.CODE` says what is wrong, `lint.CODE.why` what it leads to; `lint.CODE.variant` replaces
 * the first where a finding has the parameter `variant`, `lint.CODE.why.VERSION` the second where it has `version`. Quoted log lines are Tigase's, to the letter.
 */
export const lintEn = {
  'lint.fix.add-line': 'add: {text}',
  'lint.fix.elsewhere': '{fix}, and change {files} to match',
  'lint.fix.insert': 'append "{text}"',
  'lint.fix.remove-entry': 'remove this entry',
  'lint.fix.remove-mark': 'remove the mark',
  'lint.fix.remove-item': 'take this item out of the list',
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
  'lint.X6': 'Characters outside ASCII are read in the default charset of Java.',
  'lint.X6.why':
    'Before Java 18 that is the charset of the locale: without a UTF-8 locale the server reads other characters here. Written as \\uXXXX they are the same everywhere.',
  'lint.X6.not-utf8': 'These bytes are not UTF-8; the lab takes them for Latin-1.',
  'lint.X6.not-utf8.why':
    'A Java whose default charset is UTF-8 reads "\ufffd" for each of them. Save the file as UTF-8, or write \\uXXXX.',

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
  'lint.C8.type': '{process} dials servers as a component, and its config-type is "{configType}".',
  'lint.C8.type.why':
    'That set has a session manager and no ext: nothing reads --external here. Component processes have config-type = --gen-config-comp.',
  'lint.C8.no-type': '{process} dials servers as a component, and has no config-type.',
  'lint.C8.no-type.why':
    "Without it the servers' set is loaded, which has no ext: nothing reads --external here. Component processes have config-type = --gen-config-comp.",
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
    'Tigase does not trim what stands in {key}: the blank becomes part of the name, secret or port there, which then matches nothing.',
  'lint.C15': 'The plugin {plugin} is taken away.',
  'lint.C15.login': 'Without the plugin {plugin} nobody can log in.',
  'lint.C15.login.why':
    'A client cannot authenticate or bind a resource, so every login ends before the session begins.',
  'lint.C15.presence': 'Without the plugin {plugin} no standard client can join a room.',
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
  'lint.C21.why':
    'The list starts with the plugins that are on by default; removing anything else changes nothing.',
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
  'lint.L1.comment': 'This comment switches nothing off.',
  'lint.L1.why':
    'A comment "# lint: off CODE" is for the entry below it, "# lint: off-file CODE" for the whole file, lint.off of lab.yaml for the topology.',

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
} as const;

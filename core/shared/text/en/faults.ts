/**
 * Every kind of fault: `fault.KIND` its name, `fault.KIND.why` what it does, `fault.option.NAME` what an option is
 * called, `fault.choice.KIND.VALUE` what a value of an option means.
 */
export const faultsEn = {
  // connections
  'fault.link-drop': 'Drop the link',
  'fault.link-drop.why': 'Breaks the connections that are open now, at both ends at once.',
  'fault.choice.link-drop.reset': 'RST: what is on the way is lost',
  'fault.choice.link-drop.fin': 'FIN: what is on the way still arrives',
  'fault.reset': 'Reset',
  'fault.reset.why':
    'A forged RST. The end that gets it loses the connection; the other believes in it until its next write is answered with a RST.',
  'fault.choice.reset.both': 'both ends',
  'fault.choice.reset.dialler': 'the end that has dialled',
  'fault.choice.reset.acceptor': 'the end that has accepted',
  'fault.half-open': 'Half-open',
  'fault.half-open.why':
    'A black hole: nothing arrives and nobody is told, until a system has sent its data again too often and gives up.',
  'fault.choice.half-open.retransmission': 'at the next retransmission, as TCP does',
  'fault.choice.half-open.at-once': 'at once',
  'fault.refuse': 'Refuse connections',
  'fault.refuse.why': 'New connections cannot be opened. Those that are open stay.',
  'fault.choice.refuse.reject': 'a RST answers the SYN',
  'fault.choice.refuse.drop': 'no answer at all',
  'fault.slow-close': 'Slow close',
  'fault.slow-close.why': 'FIN and RST arrive late: an end that has closed is believed alive for a while.',
  'fault.byte-limit': 'Byte limit',
  'fault.byte-limit.why':
    'Closes a connection once so many bytes have gone through, even in the middle of a stanza.',
  'fault.choice.byte-limit.fin': 'FIN to both ends',
  'fault.choice.byte-limit.reset': 'RST to both ends',

  // the line
  'fault.latency': 'Latency',
  'fault.latency.why': 'Everything takes longer, give or take the jitter. Nothing overtakes.',
  'fault.bandwidth': 'Bandwidth',
  'fault.bandwidth.why': 'A narrow line: whatever is sent waits until all before it has gone through.',
  'fault.loss': 'Packet loss',
  'fault.loss.why':
    'Lost packets as TCP shows them: nothing is missing, but all stalls for the retransmission time, which doubles while the loss repeats.',
  'fault.slicer': 'Slicer',
  'fault.slicer.why': 'Frames arrive in small pieces with pauses between them.',
  'fault.profile': 'Ready-made line',
  'fault.profile.why': 'Latency, jitter, bandwidth and loss of a known kind of line, from published figures.',
  'fault.choice.profile.wifi-good': 'Wi-Fi, good',
  'fault.choice.profile.wifi-bad': 'Wi-Fi, bad',
  'fault.choice.profile.lte': '4G (LTE)',
  'fault.choice.profile.3g': '3G, lossy',
  'fault.choice.profile.edge': 'EDGE, lossy',
  'fault.choice.profile.gprs': 'GPRS',
  'fault.choice.profile.dsl': 'DSL',
  'fault.choice.profile.satellite': 'Satellite (geostationary)',

  // frames
  'fault.frame-drop': 'Drop frames',
  'fault.frame-drop.why': 'Takes whole frames away, as a faulty gateway would. TCP itself never loses one.',
  'fault.duplicate': 'Duplicate frames',
  'fault.duplicate.why': 'A frame arrives twice, the copy right behind the original.',
  'fault.corrupt': 'Corrupt frames',
  'fault.corrupt.why': 'Some characters of a frame arrive as others, so that a parser may stumble over it.',
  'fault.choice.corrupt.anywhere': 'anywhere',
  'fault.choice.corrupt.markup': 'only in the markup (< > / = and quotes)',

  // interfaces
  'fault.wifi-off': 'Wi-Fi off',
  'fault.wifi-off.why':
    'The address of the process goes away: live sockets hang or die, dials and binds fail until it is back.',
  'fault.choice.wifi-off.hang': 'live sockets hang (Linux)',
  'fault.choice.wifi-off.die': 'live sockets die (Windows)',

  // options
  'fault.option.how': 'How',
  'fault.option.at': 'Towards',
  'fault.option.delay': 'Delay',
  'fault.option.jitter': 'Jitter',
  'fault.option.timeout': 'Time-out',
  'fault.option.giveUp': 'A system gives up after (0: never)',
  'fault.option.resume': 'Once healed, what waits goes on',
  'fault.option.rate': 'Rate',
  'fault.option.ratio': 'Share of packets lost',
  'fault.option.burst': 'Packets lost in a row, on average',
  'fault.option.size': 'Size of a piece',
  'fault.option.pause': 'Pause between pieces',
  'fault.option.bytes': 'Bytes let through',
  'fault.option.characters': 'Characters changed',
  'fault.option.where': 'Where',
  'fault.option.line': 'Line',
} as const;

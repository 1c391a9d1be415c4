/** From any event of a stanza to the event that its journey began with. */
import type { TraceRow } from '../trace-schema.js';

/** Events that a stanza's journey is made of; those in between only hand the cause on. */
const STANZA = /^\s*<(message|presence|iq|cluster|route)[\s/>]/;
/** No stanza makes these happen: what follows them is another story. */
const OTHER_STORY = /^(link|listener|port|timer|lab|scenario|fault|rooms)\./;

/** Whether a frame carries a stanza; headers, handshakes and the like are no part of a journey. */
export function carriesStanza(text: string): boolean {
  return STANZA.test(text);
}

/** Whether the causes of a journey are not followed through an event of this kind. */
export function isOtherStory(kind: string): boolean {
  return OTHER_STORY.test(kind);
}

/** What a client or somebody outside sends begins a journey, whatever made it send. */
export function isSentByClient(node: string): boolean {
  return node === '' || node.startsWith('client:');
}

/**
 * The first event of the journey that `seq` is part of.
 * @param here from the leg that `seq` is part of, not from what led to it
 * @returns `seq` of a `frame.sent` or `packet.hop`; undefined: the event is no part of any stanza's way
 */
export function journeyStart(
  rowAt: (seq: number) => TraceRow | undefined,
  seq: number,
  here = false,
): number | undefined {
  let found: number | undefined;
  for (let row = rowAt(seq); row; row = rowAt(row[3])) {
    const [at, , node, cause, kind, values] = row;
    if (isOtherStory(kind)) break;
    if (kind === 'frame.sent') {
      if (!carriesStanza(values[3])) break;
      found = at;
      if (isSentByClient(node)) break;
    } else if (kind === 'packet.hop') found = at;
    if (cause === 0 || (here && found !== undefined)) break;
  }
  return found;
}

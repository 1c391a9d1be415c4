/** What an arrow of a diagram says, and which sort it is of: all that is drawn of a frame's text. */
import { describeStanza } from '../describe-stanza.js';
import type { Message } from './diagram.js';

/** Frames that open or close a stream, or prove who one is. */
const STREAM = /^<(\?xml|\/?stream:|handshake|auth\b|challenge|response|success|proceed|starttls|compress)/;

/** Without the addresses: between which lifelines it goes can be seen. */
export function frameLabel(text: string): string {
  return describeStanza(text)
    .split(' · ')
    .filter((part) => !part.includes('→'))
    .join(' · ');
}

export function frameSort(text: string): Message['sort'] {
  if (STREAM.test(text)) return 'stream';
  return text.startsWith('<cluster') ? 'cluster' : 'stanza';
}

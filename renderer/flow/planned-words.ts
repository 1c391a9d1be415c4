import type { PlannedLink } from '#core/shared/config/preview/planned-links.js';
import type { Say } from '../faults/fault-words.js';
import type { Change } from './planned-model.js';

/** What would become of a link, as a sentence. */
export function plannedWords(change: Change, { id, connections, listening }: PlannedLink, text: Say): string {
  const what = text(`ui.files.map.link.${change}`, { route: id, count: connections });
  // One that goes needs no listener.
  const isAnswered = listening || change === 'removed';
  return isAnswered ? what : `${what}. ${text('ui.files.map.link.unanswered')}`;
}

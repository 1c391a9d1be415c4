/** A run as a diagram: who there is, what goes between them, and what becomes of each. Plain data, drawn in several ways. */

export interface Lifeline {
  /** Process, `client:NAME`, or `outside`. */
  name: string;
  kind: 'process' | 'client' | 'outside';
}

/** A frame from one lifeline to another. */
export interface Message {
  kind: 'message';
  /** `seq` of its `frame.sent`. */
  seq: number;
  /** Lab time in ms. */
  time: number;
  from: string;
  to: string;
  link: string;
  text: string;
  /** `stream` headers and handshakes, `stanza` what users and components say, `cluster` what servers tell one another. */
  sort: 'stanza' | 'cluster' | 'stream';
  /** How it ended; undefined: it is on its way. */
  end?: { seq: number; time: number; how: 'delivered' | 'dropped'; reason: string };
}

/** Something at one lifeline. */
export interface Note {
  kind: 'note';
  seq: number;
  time: number;
  at: string;
  text: string;
  sort: 'state' | 'link' | 'fault' | 'timer';
}

export type DiagramItem = Message | Note;

export interface Diagram {
  lifelines: readonly Lifeline[];
  /** In the order of their events. */
  items: readonly DiagramItem[];
}

/** What of a diagram is shown. */
export interface DiagramFilter {
  sorts: ReadonlySet<Message['sort'] | Note['sort']>;
  /** Lifelines that are left out, with all that touches them. */
  hidden: ReadonlySet<string>;
  /** Part of the text; empty: all. */
  contains: string;
}

export const ALL_SORTS = ['stanza', 'cluster', 'stream', 'state', 'link', 'fault', 'timer'] as const;

export function isShown(item: DiagramItem, { sorts, hidden, contains }: DiagramFilter): boolean {
  if (!sorts.has(item.sort)) return false;
  const ends = item.kind === 'message' ? [item.from, item.to] : [item.at];
  if (ends.some((end) => hidden.has(end))) return false;
  return contains === '' || item.text.toLowerCase().includes(contains.toLowerCase());
}

/** The part of a diagram that is to be seen. */
export function filtered({ lifelines, items }: Diagram, filter: DiagramFilter): Diagram {
  return {
    lifelines: lifelines.filter(({ name }) => !filter.hidden.has(name)),
    items: items.filter((item) => isShown(item, filter)),
  };
}

/** A run as a diagram: who there is, what goes between them, and what becomes of each. Plain data, drawn in several ways. */

export interface Lifeline {
  /** Process, `client:NAME`, `outside`, `PROCESS/COMPONENT`, or the group of all clients. */
  name: string;
  kind: 'process' | 'client' | 'outside' | 'component' | 'clients';
  /** Process of a component. */
  of?: string;
}

/** Name of the lifeline on which a process or client, or a component of a process, is drawn. */
export type Place = (name: string, part?: string) => string;

/** A frame from one lifeline to another. */
export interface Message {
  kind: 'message';
  /** `seq` of its `frame.sent`. */
  seq: number;
  /** Lab time in ms. */
  time: number;
  from: string;
  to: string;
  /** Components of the two processes, as far as they are known. */
  fromPart?: string;
  toPart?: string;
  /** Empty inside a process. */
  link: string;
  text: string;
  /**
   * `stream` headers and handshakes, `stanza` what users and components say, `cluster` what servers tell one another,
   * `hop` a packet from one component of a process to the next.
   */
  sort: 'stanza' | 'cluster' | 'stream' | 'hop';
  /** How it ended; undefined: it is on its way. */
  end?: { seq: number; time: number; how: 'delivered' | 'dropped'; reason: string };
}

/** Something at one lifeline. */
export interface Note {
  kind: 'note';
  seq: number;
  time: number;
  at: string;
  part?: string;
  text: string;
  sort: 'state' | 'link' | 'fault' | 'timer';
}

export type DiagramItem = Message | Note;

export interface Diagram {
  lifelines: readonly Lifeline[];
  /** In the order of their events. */
  items: readonly DiagramItem[];
  /** Default: each name is that of its lifeline. */
  place?: Place;
}

/** What of a diagram is shown. */
export interface DiagramFilter {
  sorts: ReadonlySet<Message['sort'] | Note['sort']>;
  /** Lifelines that are left out, with all that touches them. */
  hidden: ReadonlySet<string>;
  /** Part of the text; empty: all. */
  contains: string;
}

export const ALL_SORTS = ['stanza', 'cluster', 'stream', 'hop', 'state', 'link', 'fault', 'timer'] as const;

const EACH_ITS_OWN: Place = (name) => name;

/** The question whether an item is to be seen, to be asked of many. */
export function shownBy(
  { sorts, hidden, contains }: DiagramFilter,
  place: Place = EACH_ITS_OWN,
): (item: DiagramItem) => boolean {
  const wanted = contains.toLowerCase();
  const isHidden = (name: string, part?: string): boolean =>
    hidden.has(name) || hidden.has(place(name, part));
  return (item) => {
    if (!sorts.has(item.sort)) return false;
    if (item.kind === 'message') {
      const { from, fromPart, to, toPart } = item;
      if (isHidden(from, fromPart) || isHidden(to, toPart)) return false;
      // What goes on inside one lifeline is not seen.
      if ((from !== to || item.sort === 'hop') && place(from, fromPart) === place(to, toPart)) return false;
    } else if (isHidden(item.at, item.part)) return false;
    return wanted === '' || item.text.toLowerCase().includes(wanted);
  };
}

/** The part of a diagram that is to be seen. */
export function filtered({ lifelines, items }: Diagram, filter: DiagramFilter): Diagram {
  return {
    lifelines: lifelines.filter(({ name }) => !filter.hidden.has(name)),
    items: items.filter(shownBy(filter)),
  };
}

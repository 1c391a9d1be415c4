/** What a comparison of two traces answers. */
import type { TraceKind } from '../trace-schema.js';
import type { SubjectKind } from './subject-of.js';

/** An event of one of the two. */
export interface ComparedEvent {
  seq: number;
  /** Lab time in ms. */
  time: number;
  node: string;
  kind: TraceKind;
  /** What it tells, without ids and stamps. */
  text: string;
}

export interface SubjectDifference {
  kind: SubjectKind;
  subject: string;
  /** `order`: the same sentences, in another order. `left`, `right`: that side goes on where the other has ended. */
  how: 'changed' | 'order' | 'left' | 'right';
  /** First event that is not the same; absent on the side whose story had ended. */
  left?: ComparedEvent;
  right?: ComparedEvent;
  /** Sentences of its story. */
  count: { left: number; right: number };
}

/** Something that is not the same at the end. An empty text: it is not there. */
export interface EndDifference {
  what: 'received' | 'lost' | 'rooms' | 'machine' | 'link' | 'fault';
  subject: string;
  left: string;
  right: string;
}

export interface Headline {
  /** Code of a text (`compare.headline.…`). */
  code: string;
  params: Record<string, string | number>;
  left?: ComparedEvent;
  right?: ComparedEvent;
}

export interface Comparison {
  /** `identical` to the letter; `same-story`: every subject had the same story, in another order or at other times. */
  verdict: 'identical' | 'same-story' | 'different';
  events: { left: number; right: number };
  /** The first event that is not the same to the letter. */
  firstEvent?: { seq: number; left?: ComparedEvent; right?: ComparedEvent };
  headline: Headline;
  /** By lab time of the first difference. */
  differences: SubjectDifference[];
  /** Subjects that differ: `differences` has the first of them only. */
  differing: number;
  ends: EndDifference[];
}

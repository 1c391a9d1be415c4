/**
 * Events on their way from the lab to a diagram: only what is drawn of them, a column for each field, every word once.
 * A hundred thousand of them are read in a fraction of the time that an object for each would take.
 */
import type { TraceEvent } from '../trace-event.js';
import { TRACE_FIELDS, type TraceRow } from '../trace-schema.js';
import { COMPONENT_KINDS, DIAGRAM_FIELDS, DIAGRAM_KINDS, type DiagramKind } from './diagram-kinds.js';
import { frameLabel, frameSort } from './diagram-words.js';

/** Columns of one length, but for `words` and `values`. */
export interface DiagramColumns {
  /** Texts; the other columns name them by their places. */
  words: string[];
  seq: number[];
  /** Lab time in µs. */
  time: number[];
  /** Place in `words`. */
  node: number[];
  /** As in the trace; empty when nothing inside the processes is drawn. */
  cause: number[];
  /** Place in `COMPONENT_KINDS`. */
  kind: number[];
  /** For each event as many as `DIAGRAM_FIELDS` has for its kind: the number of a `frame`, else a place in `words`. */
  values: number[];
}

/** @param components whether what goes on inside the processes is drawn */
export function diagramColumns(rows: Iterable<TraceRow>, components: boolean): DiagramColumns {
  const writer = new ColumnWriter(components);
  for (const row of rows) writer.add(row);
  return writer.columns;
}

/** The events again, as far as a diagram draws them. */
export function* diagramEvents(columns: DiagramColumns): Generator<TraceEvent> {
  const { words, seq, time, node, cause, kind, values } = columns;
  let at = 0;
  for (let index = 0; index < seq.length; index += 1) {
    const named = COMPONENT_KINDS[kind[index] ?? 0] as DiagramKind;
    const data: TraceEvent['data'] = {};
    for (const field of DIAGRAM_FIELDS[named]) {
      const value = values[at] ?? 0;
      at += 1;
      data[field] = field === 'frame' ? value : (words[value] ?? '');
    }
    yield {
      seq: seq[index] ?? 0,
      time: (time[index] ?? 0) / 1000,
      node: words[node[index] ?? 0] ?? '',
      cause: cause[index] ?? 0,
      kind: named,
      data,
    };
  }
}

/** Where the fields of a kind stand in its row; -1: it is made of the text. */
interface Plan {
  kind: number;
  fields: { name: string; place: number }[];
  text: number;
}

const PLANS = new Map<string, Plan>(
  COMPONENT_KINDS.map((kind, index) => {
    const names: readonly string[] = TRACE_FIELDS[kind];
    const made = names.includes('text');
    const fields = DIAGRAM_FIELDS[kind].map((name) => ({ name, place: names.indexOf(name) }));
    return [kind, { kind: index, fields, text: made ? names.indexOf('text') : -1 }];
  }),
);
const ALL: ReadonlySet<string> = new Set(COMPONENT_KINDS);
const OUTSIDE: ReadonlySet<string> = new Set(DIAGRAM_KINDS);

class ColumnWriter {
  readonly columns: DiagramColumns = {
    words: [],
    seq: [],
    time: [],
    node: [],
    cause: [],
    kind: [],
    values: [],
  };
  private readonly components: boolean;
  private readonly kinds: ReadonlySet<string>;
  private readonly places = new Map<string, number>();

  constructor(components: boolean) {
    this.components = components;
    this.kinds = components ? ALL : OUTSIDE;
  }

  add([seq, time, node, cause, kind, values]: TraceRow): void {
    const plan = this.kinds.has(kind) ? PLANS.get(kind) : undefined;
    if (!plan) return;
    const { columns } = this;
    columns.seq.push(seq);
    columns.time.push(time);
    columns.node.push(this.place(node));
    if (this.components) columns.cause.push(cause);
    columns.kind.push(plan.kind);
    for (const { name, place } of plan.fields) {
      const value = place < 0 ? madeOf(name, String(values[plan.text])) : values[place];
      columns.values.push(name === 'frame' ? Number(value) : this.place(String(value)));
    }
  }

  private place(word: string): number {
    const known = this.places.get(word);
    if (known !== undefined) return known;
    const place = this.columns.words.push(word) - 1;
    this.places.set(word, place);
    return place;
  }
}

function madeOf(field: string, text: string): string {
  return field === 'sort' ? frameSort(text) : frameLabel(text);
}

/**
 * What occurs in each batch of a trace: a Bloom filter of nodes, links, machines, instances, states, kinds and stanza
 * addresses, and the lab times of its ends. Four bytes an event. It may say that a value occurs where it does not, never
 * the other way round.
 */
import { INDEXED_FIELDS, type KnownRows } from '#core/shared/trace/query/may-match.js';
import { stanzaHead } from '#core/shared/trace/query/stanza-head.js';
import { TRACE_FIELDS, TRACE_KINDS, type TraceRow } from '#core/shared/trace/trace-schema.js';

/** Bits of one batch's filter, a power of two: with 3000 values one in forty guesses is wrong. */
const BITS = 1 << 15;
const WORDS = BITS / 32;
const HASHES = 3;

const STANZA_PARTS = ['id', 'from', 'to'] as const;

/** kind → places of the fields that are indexed, and the place of the frame's text, -1: none. */
const PLACES = new Map(
  TRACE_KINDS.map((kind) => {
    const names = TRACE_FIELDS[kind] as readonly string[];
    const places = names.flatMap((name, place) => (INDEXED_FIELDS.has(name) ? [{ name, place }] : []));
    const carriesStanza = kind === 'frame.sent' || kind === 'frame.changed';
    return [kind, { places, text: carriesStanza ? names.indexOf('text') : -1 }];
  }),
);

/** Fields whose values are few, and kept, so that patterns can use the index, too; of more than `MOST_VALUES` none is. */
const LISTED = ['node', 'link', 'machine', 'instance', 'state'];
const MOST_VALUES = 5000;

export class TraceIndex {
  private readonly listed = new Map<string, Set<string>>(LISTED.map((field) => [field, new Set()]));
  private readonly batch: number;
  private readonly blooms: Uint32Array[] = [];
  /** Lab time of each batch's first and last row, µs. */
  private readonly times: number[] = [];
  /** Values that the batch being added has been seen to have. */
  private readonly seen = new Map<string, Set<string>>();

  /** @param batch rows in every batch */
  constructor(batch: number) {
    this.batch = batch;
    for (const field of INDEXED_FIELDS) this.seen.set(field, new Set());
  }

  /** Batches that are indexed. */
  get batches(): number {
    return this.blooms.length;
  }

  /** Takes in the next batch: the rows from `start` on. */
  add(rows: readonly TraceRow[], start: number): void {
    const bloom = new Uint32Array(WORDS);
    for (const values of this.seen.values()) values.clear();
    for (let index = start; index < rows.length; index += 1) {
      const row = rows[index];
      if (row) this.addRow(bloom, row);
    }
    this.blooms.push(bloom);
    this.times.push(rows[start]?.[1] ?? 0, rows.at(-1)?.[1] ?? 0);
  }

  /** All values of a field in all batches that are indexed; undefined: not known, or too many. */
  valuesOf(field: string): ReadonlySet<string> | undefined {
    const values = this.listed.get(field);
    return values && values.size < MOST_VALUES ? values : undefined;
  }

  /** What is known of batch `number`; the caller asks for those that are indexed. */
  known(number: number): KnownRows {
    const bloom = this.blooms[number];
    return {
      firstSeq: number * this.batch + 1,
      lastSeq: (number + 1) * this.batch,
      firstTime: this.times[2 * number],
      lastTime: this.times[2 * number + 1],
      mayHave: (field, value) => !bloom || has(bloom, field, value),
    };
  }

  private addRow(bloom: Uint32Array, [, , node, , kind, values]: TraceRow): void {
    this.put(bloom, 'kind', kind);
    this.put(bloom, 'node', node);
    const found = PLACES.get(kind);
    if (!found) return;
    for (const { name, place } of found.places) {
      const value = String(values[place]);
      this.put(bloom, name, value);
      // A state inside another one is meant by the outer one's name, too.
      for (
        let dot = value.lastIndexOf('.');
        name === 'state' && dot > 0;
        dot = value.lastIndexOf('.', dot - 1)
      ) {
        this.put(bloom, name, value.slice(0, dot));
      }
    }
    if (found.text < 0) return;
    const head = stanzaHead(String(values[found.text]));
    if (!head) return;
    for (const part of STANZA_PARTS) {
      const value = head[part];
      if (value !== undefined) this.put(bloom, `stanza.${part}`, value);
    }
  }

  private put(bloom: Uint32Array, field: string, value: string): void {
    const values = this.seen.get(field);
    if (!values || values.has(value)) return;
    values.add(value);
    const listed = this.listed.get(field);
    if (listed && listed.size < MOST_VALUES) listed.add(value);
    const [first, second] = hashes(field, value);
    for (let round = 0; round < HASHES; round += 1) {
      const bit = (first + round * second) & (BITS - 1);
      bloom[bit >>> 5] = (bloom[bit >>> 5] ?? 0) | (1 << (bit & 31));
    }
  }
}

function has(bloom: Uint32Array, field: string, value: string): boolean {
  const [first, second] = hashes(field, value);
  for (let round = 0; round < HASHES; round += 1) {
    const bit = (first + round * second) & (BITS - 1);
    if (((bloom[bit >>> 5] ?? 0) & (1 << (bit & 31))) === 0) return false;
  }
  return true;
}

/** FNV-1a over field and value; the second one is odd, so that all rounds differ. */
function hashes(field: string, value: string): [number, number] {
  let hash = 0x811c9dc5;
  for (let index = 0; index < field.length; index += 1)
    hash = Math.imul(hash ^ field.charCodeAt(index), 0x01000193);
  for (let index = 0; index < value.length; index += 1)
    hash = Math.imul(hash ^ value.charCodeAt(index), 0x01000193);
  hash ^= hash >>> 15;
  const second = Math.imul(hash, 0x85ebca6b) ^ (hash >>> 13);
  return [hash >>> 0, (second >>> 0) | 1];
}

/**
 * What occurs in each batch of a trace: a Bloom filter of nodes, links, machines, instances, states, kinds and stanza
 * addresses, and the lab times of its ends. Four bytes an event. It may say that a value occurs where it does not, never
 * the other way round.
 */
import { INDEXED_FIELDS, type KnownRows } from '#core/shared/trace/query/may-match.js';
import { stanzaHead } from '#core/shared/trace/query/stanza-head.js';
import { TRACE_FIELDS, TRACE_KINDS, type TraceKind, type TraceRow } from '#core/shared/trace/trace-schema.js';

/** Bits of one batch's filter, a power of two: with 3000 values one in forty guesses is wrong. */
const BITS = 1 << 15;
const WORDS = BITS / 32;
const HASHES = 3;

const STANZA_PARTS = ['id', 'from', 'to'] as const;

/** A field while a batch is added: what the batch has been seen to have, and all values, where they are kept. */
interface Slot {
  hash: number;
  seen: Set<string>;
  all: Set<string> | undefined;
}

/** Where a kind's row has fields that are indexed, and the text of a stanza (-1: none). */
interface KindPlan {
  fields: { place: number; slot: Slot; nested: boolean }[];
  text: number;
}

/** Fields whose values are few, and kept, so that patterns can use the index, too; of more than `MOST_VALUES` none is. */
const LISTED = ['node', 'link', 'machine', 'instance', 'state'];
const MOST_VALUES = 5000;

export class TraceIndex {
  private readonly slots = new Map<string, Slot>();
  private readonly plans = new Map<string, KindPlan>();
  private readonly stanza: Slot[];
  private readonly kind: Slot;
  private readonly node: Slot;
  private readonly batch: number;
  private readonly blooms: Uint32Array[] = [];
  /** Lab time of each batch's first and last row, µs. */
  private readonly times: number[] = [];
  /** @param batch rows in every batch */
  constructor(batch: number) {
    this.batch = batch;
    this.kind = this.slot('kind');
    this.node = this.slot('node');
    this.stanza = STANZA_PARTS.map((part) => this.slot(`stanza.${part}`));
    for (const kind of TRACE_KINDS) this.plans.set(kind, this.plan(kind));
  }

  /** Batches that are indexed. */
  get batches(): number {
    return this.blooms.length;
  }

  /** Takes in the next batch: the rows from `start` on. */
  add(rows: readonly TraceRow[], start: number): void {
    const bloom = new Uint32Array(WORDS);
    for (const { seen } of this.slots.values()) seen.clear();
    for (let index = start; index < rows.length; index += 1) {
      const row = rows[index];
      if (row) this.addRow(bloom, row);
    }
    this.blooms.push(bloom);
    this.times.push(rows[start]?.[1] ?? 0, rows.at(-1)?.[1] ?? 0);
  }

  /** All values of a field in all batches that are indexed; undefined: not known, or too many. */
  valuesOf(field: string): ReadonlySet<string> | undefined {
    const values = this.slots.get(field)?.all;
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

  private slot(field: string): Slot {
    const all = LISTED.includes(field) ? new Set<string>() : undefined;
    const slot = this.slots.get(field) ?? { hash: hashed(0x811c9dc5, field), seen: new Set(), all };
    this.slots.set(field, slot);
    return slot;
  }

  private plan(kind: TraceKind): KindPlan {
    const names = TRACE_FIELDS[kind] as readonly string[];
    const fields = names.flatMap((name, place) =>
      INDEXED_FIELDS.has(name) ? [{ place, slot: this.slot(name), nested: name === 'state' }] : [],
    );
    const carriesStanza = kind === 'frame.sent' || kind === 'frame.changed';
    return { fields, text: carriesStanza ? names.indexOf('text') : -1 };
  }

  private addRow(bloom: Uint32Array, [, , node, , kind, values]: TraceRow): void {
    put(bloom, this.kind, kind);
    put(bloom, this.node, node);
    const plan = this.plans.get(kind);
    if (!plan) return;
    for (const { place, slot, nested } of plan.fields) {
      const value = String(values[place]);
      put(bloom, slot, value);
      // A state inside another one is meant by the outer one's name, too.
      for (let dot = nested ? value.lastIndexOf('.') : -1; dot > 0; dot = value.lastIndexOf('.', dot - 1)) {
        put(bloom, slot, value.slice(0, dot));
      }
    }
    const head = plan.text < 0 ? undefined : stanzaHead(String(values[plan.text]));
    if (!head) return;
    STANZA_PARTS.forEach((part, index) => {
      const [value, slot] = [head[part], this.stanza[index]];
      if (value !== undefined && slot) put(bloom, slot, value);
    });
  }
}

function put(bloom: Uint32Array, slot: Slot, value: string): void {
  if (slot.seen.has(value)) return;
  slot.seen.add(value);
  if (slot.all && slot.all.size < MOST_VALUES) slot.all.add(value);
  const first = hashed(slot.hash, value);
  const second = secondHash(first);
  for (let round = 0; round < HASHES; round += 1) {
    const bit = (first + round * second) & (BITS - 1);
    bloom[bit >>> 5] = (bloom[bit >>> 5] ?? 0) | (1 << (bit & 31));
  }
}

function has(bloom: Uint32Array, field: string, value: string): boolean {
  const first = hashed(hashed(0x811c9dc5, field), value);
  const second = secondHash(first);
  for (let round = 0; round < HASHES; round += 1) {
    const bit = (first + round * second) & (BITS - 1);
    if (((bloom[bit >>> 5] ?? 0) & (1 << (bit & 31))) === 0) return false;
  }
  return true;
}

/** FNV-1a, going on from `seed`. */
function hashed(seed: number, value: string): number {
  let hash = seed;
  for (let index = 0; index < value.length; index += 1)
    hash = Math.imul(hash ^ value.charCodeAt(index), 0x01000193);
  return hash >>> 0;
}

/** Odd, so that all rounds differ. */
function secondHash(first: number): number {
  return ((Math.imul(first ^ (first >>> 15), 0x85ebca6b) >>> 13) & (BITS - 1)) | 1;
}

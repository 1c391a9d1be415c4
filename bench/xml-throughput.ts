/**
 * Our strict parser beside bare ltx, in one run, taking turns: `npx tsx --conditions=source bench/xml-throughput.ts`.
 * Both get the same bytes and build the same elements; ltx decodes each chunk as its users do (`toString`). The ratio
 * of a round is taken between neighbours in time; the table shows the median of the rounds.
 */
import type { EventEmitter } from 'node:events';
import { createRequire } from 'node:module';
import { Element } from 'ltx';
import { CLUSTER_LIMITS } from '#core/xml/limits.js';
import { XmlStreamParser, type XmlSink } from '#core/xml/stream-parser.js';

// ltx's SAX parser is not among its exports; its typings of the file itself are of another module format.
const SaxLtx: new () => EventEmitter & { write(data: string): void } = createRequire(import.meta.url)(
  'ltx/lib/parsers/ltx.js',
);

const ROUNDS = 11;
const BYTES_PER_TURN = 4 * 1024 * 1024;
const HEADER = Buffer.from(
  `<stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams'>`,
);

interface Workload {
  readonly name: string;
  readonly chunks: readonly Buffer[];
  readonly stanzas: number;
}

/** Reads the chunks once and returns the stanzas seen. */
type Reader = (chunks: readonly Buffer[]) => number;

function chat(bytes: number, text = 'All work and no play makes a dull cluster. '): string {
  const before = `<message from='juliet@example.com/balcony' to='romeo@example.net/orchard' type='chat' id='m17' xml:lang='en'><body>`;
  const after = `</body><active xmlns='http://jabber.org/protocol/chatstates'/><request xmlns='urn:xmpp:receipts'/></message>`;
  const room = Math.max(0, bytes - before.length - after.length);
  return before + text.repeat(Math.ceil(room / text.length)).slice(0, room) + after;
}

function cut(bytes: Buffer, size: number): Buffer[] {
  return Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) =>
    bytes.subarray(i * size, (i + 1) * size),
  );
}

function whole(name: string, stanza: string): Workload {
  const bytes = Buffer.from(stanza);
  const stanzas = Math.max(1, Math.round(BYTES_PER_TURN / bytes.length));
  return { name, chunks: Array.from({ length: stanzas }, () => bytes), stanzas };
}

function chunked(name: string, stanza: string, size: number): Workload {
  const stanzas = Math.max(1, Math.round(BYTES_PER_TURN / Buffer.byteLength(stanza)));
  return { name, chunks: cut(Buffer.from(stanza.repeat(stanzas)), size), stanzas };
}

const readOurs: Reader = (chunks) => {
  let stanzas = 0;
  const fail = (): never => {
    throw new Error('our parser refused the workload');
  };
  const sink: XmlSink = { header: () => undefined, stanza: () => (stanzas += 1), footer: fail, error: fail };
  const parser = new XmlStreamParser(CLUSTER_LIMITS);
  parser.push(HEADER, sink);
  for (const chunk of chunks) parser.push(chunk, sink);
  return stanzas;
};

/** ltx's own SAX parser with the tree building that @xmpp/xml does on top of it. */
const readLtx: Reader = (chunks) => {
  let stanzas = 0;
  let current: Element | null = null;
  let depth = 0;
  const sax = new SaxLtx();
  sax.on('startElement', (name: string, attrs: Record<string, string>) => {
    const el = new Element(name, attrs);
    depth += 1;
    if (depth === 1) return;
    if (current !== null) current.cnode(el);
    current = el;
  });
  sax.on('endElement', () => {
    depth -= 1;
    if (depth === 1) stanzas += 1;
    current = current?.parent ?? null;
  });
  sax.on('text', (text: string) => current?.t(text));
  sax.write(HEADER.toString());
  for (const chunk of chunks) sax.write(chunk.toString());
  return stanzas;
};

/** MB/s of one turn. */
function speed(read: Reader, work: Workload, bytes: number): number {
  const start = process.hrtime.bigint();
  const seen = read(work.chunks);
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  if (seen !== work.stanzas) throw new Error(`${work.name}: ${seen} stanzas instead of ${work.stanzas}`);
  return bytes / 1e6 / seconds;
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
}

function measure(work: Workload): string {
  const bytes = work.chunks.reduce((sum, chunk) => sum + chunk.length, 0);
  const rounds = Array.from({ length: ROUNDS + 2 }, (_, round) => {
    const oursFirst = round % 2 === 0;
    const first = speed(oursFirst ? readOurs : readLtx, work, bytes);
    const second = speed(oursFirst ? readLtx : readOurs, work, bytes);
    return oursFirst ? { ours: first, ltx: second } : { ours: second, ltx: first };
  }).slice(2);
  const columns = [
    work.name.padEnd(34),
    median(rounds.map((r) => r.ours))
      .toFixed(0)
      .padStart(7),
    median(rounds.map((r) => r.ltx))
      .toFixed(0)
      .padStart(7),
    median(rounds.map((r) => r.ours / r.ltx))
      .toFixed(2)
      .padStart(7),
  ];
  return columns.join(' ');
}

const workloads = [
  whole('500-byte chat, whole', chat(500)),
  chunked('500-byte chat, 16 kB chunks', chat(500), 16 * 1024),
  whole('1 MB body, whole', chat(1_000_000)),
  chunked('1 MB body, 16 kB chunks', chat(1_000_000), 16 * 1024),
  chunked('Chinese chat, 16 kB chunks', chat(300, '集群里的每一条消息都要走过这条链路。'), 16 * 1024),
  whole('500-byte chat, many entities', chat(500, '&lt;').replace(/&[a-z]*(?=<)/, '')),
];

console.log(`${'workload'.padEnd(34)}    ours     ltx   ratio   (MB/s, median of ${ROUNDS})`);
for (const work of workloads) console.log(measure(work));

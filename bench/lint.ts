/**
 * The linter on big topologies, and after one keystroke: `npx tsx --conditions=source bench/lint.ts`.
 * A topology is a cluster of servers, each with a MUC process that dials them all; every file has as many lines as the
 * table says, components' settings for the most part. What is timed is everything that happens between texts and findings:
 * once with nothing kept, as the command line does it, and once as the window does it, which keeps what has not been edited.
 */
import { buildTopology, type TopologySource } from '#core/shared/config/build-topology.js';
import { lintTopology } from '#core/shared/config/lint/lint.js';
import { previewer } from '#core/shared/config/preview/previewer.js';

const ROUNDS = 9;
const SIZES = [
  { files: 4, lines: 20 },
  { files: 10, lines: 200 },
  { files: 100, lines: 200 },
];

function sourcesOf(files: number, lines: number): TopologySource[] {
  const servers = Array.from({ length: Math.ceil(files / 2) }, (_, index) => `server${index + 1}`);
  return Array.from({ length: files }, (_, index) => {
    const server = servers[index];
    const own = server === undefined ? mucLines(servers) : serverLines(server, servers);
    const name = server ?? `muc${index - servers.length + 1}`;
    const filler = Array.from({ length: Math.max(0, lines - own.length) }, (_, line) => setting(line));
    return { path: `${name}.properties`, processName: name, text: [...own, ...filler].join('\n') };
  });
}

function serverLines(own: string, servers: readonly string[]): string[] {
  return [
    'config-type = --gen-config-def',
    '--virt-hosts = example.org',
    '--user-db = mysql',
    '--user-db-uri = jdbc:mysql://db/tigase?user=u&password=p',
    '--admins = admin@example.org',
    '--cluster-mode = true',
    `--cluster-nodes = ${servers.map((name) => `${name}:secret:5277`).join(',')}`,
    '--sm-plugins = -pep,+urn:xmpp:ping,-vcard-temp',
    '--comp-name-1 = ext',
    '--comp-class-1 = tigase.server.ext.ComponentProtocol',
    `--external = muc.example.org:secret:listen:5270:${own}:accept:ReceiverBareJidLB`,
    '--cm-ht-traffic-throttling = xmpp:250k:0:disc,bin:1024m:0:disc',
  ];
}

function mucLines(servers: readonly string[]): string[] {
  return [
    'config-type = --gen-config-comp',
    '--virt-hosts = example.org',
    '--comp-name-1 = muc',
    '--comp-class-1 = tigase.muc.MUCComponent',
    `--external = muc.example.org:secret:connect:5270:${['example.org', ...servers].join(';')}:accept`,
  ];
}

function setting(line: number): string {
  return [
    `# what the next line is there for, ${line}`,
    `sess-man/plugins-conf/plugin-${line}/key-${line}[I]=${line}`,
    `c2s/connections/${6000 + line}/socket=plain`,
    `muc/setting-${line}[S]=some text, \\\n    and its continuation`,
  ][line % 4]!;
}

function findingsOf(sources: readonly TopologySource[]): number {
  return lintTopology(buildTopology('bench', sources)).length;
}

/** One more character at the end of one file's first list. */
function edited(sources: readonly TopologySource[]): TopologySource[] {
  return sources.map((source, index) =>
    index === 0 ? { ...source, text: source.text.replace('-vcard-temp', '-vcard-tem') } : source,
  );
}

/** A window in which the same letter goes and comes again. */
function keyTimes(sources: readonly TopologySource[], change: readonly TopologySource[]): number[] {
  const again = previewer();
  const key = (index: number) => again({ name: 'bench', files: fresh(index % 2 === 0 ? change : sources) });
  key(1);
  return Array.from({ length: ROUNDS }, (_, index) => timed(() => void key(index)));
}

/** Other objects each time: with them nothing is kept. */
function fresh(sources: readonly TopologySource[]): TopologySource[] {
  return sources.map((source) => ({ ...source }));
}

function median(values: readonly number[]): number {
  return [...values].sort((left, right) => left - right)[values.length >> 1] ?? 0;
}

function timed(work: () => void): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}

const rows = SIZES.map(({ files, lines }) => {
  const sources = sourcesOf(files, lines);
  const change = edited(sources);
  const first = timed(() => findingsOf(sources));
  const times = Array.from({ length: ROUNDS }, () => timed(() => findingsOf(fresh(change))));
  return {
    files,
    lines: sources.reduce((sum, { text }) => sum + text.split('\n').length, 0),
    findings: findingsOf(sources),
    'first, ms': first.toFixed(1),
    'again after an edit, ms (median)': median(times).toFixed(1),
    'a key in the window, ms (median)': median(keyTimes(sources, change)).toFixed(1),
    'µs a line': (
      (median(times) * 1000) /
      sources.reduce((sum, { text }) => sum + text.split('\n').length, 0)
    ).toFixed(2),
  };
});
console.table(rows);

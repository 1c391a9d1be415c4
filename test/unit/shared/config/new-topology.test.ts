import { describe, expect, it } from 'vitest';
import { buildTopology } from '#core/shared/config/build-topology.js';
import { lintTopology } from '#core/shared/config/lint/lint.js';
import { newTopology, type NamedText } from '#core/shared/config/new-topology/new-topology.js';
import { wishProblems, type TopologyWish } from '#core/shared/config/new-topology/wish.js';

const half = (): number => 0.5;

function built(files: readonly NamedText[]) {
  const sources = files
    .filter(({ name }) => name !== 'lab.yaml')
    .map(({ name, text }) => ({ path: name, processName: name.replace('.properties', ''), text }));
  const yaml = files.find(({ name }) => name === 'lab.yaml');
  return buildTopology('new', sources, yaml && { path: yaml.name, text: yaml.text });
}

function worries(files: readonly NamedText[]): string[] {
  return lintTopology(built(files))
    .filter(({ severity }) => severity !== 'info')
    .map(({ code, range }) => `${code} ${range.file}:${range.line}`);
}

const COUNTS = Array.from({ length: 8 }, (_, servers) =>
  Array.from({ length: 9 }, (__, mucs) => ({ servers: servers + 1, mucs })),
).flat();

/** A server by itself is called like its process. */
function usual(name: string, processes: number): string {
  return processes === 1 ? name : `${name}.chat.example`;
}

describe('a new topology', () => {
  it.each(COUNTS)('of $servers servers and $mucs MUCs has neither errors nor warnings', (counts) => {
    const hosts = Array.from({ length: counts.servers }, (_, index) => `host-${index}.example`);
    for (const hostNames of [[], hosts, ['short', ...hosts.slice(2)]]) {
      const files = newTopology({ ...counts, domain: 'chat.example', hostNames }, half);
      expect(worries(files)).toEqual([]);
      const { processes } = built(files).plan;
      expect(processes.filter(({ name }) => name.startsWith('muc'))).toHaveLength(counts.mucs);
      const servers = processes.filter(({ name }) => name.startsWith('server'));
      expect(servers.map(({ hostname }) => hostname)).toEqual(
        servers.map(({ name }, index) => hostNames[index] ?? usual(name, processes.length)),
      );
      expect(new Set(processes.map(({ address }) => address)).size).toBe(processes.length);
    }
  });

  it('has the secrets it was given, and else two of its own', () => {
    const given = { servers: 2, mucs: 1, domain: 'd.example', clusterSecret: 'c1', componentSecret: 'c2' };
    const { processes } = built(newTopology(given, half)).plan;
    expect(processes.flatMap(({ clusterNodes }) => clusterNodes.map(({ password }) => password))).toEqual(
      Array.from({ length: 4 }, () => 'c1'),
    );
    expect(processes.flatMap(({ externals }) => externals.map(({ secret }) => secret))).toEqual([
      'c2',
      'c2',
      'c2',
    ]);
    let drawn = 0;
    const random = (): number => (drawn++ % 31) / 31;
    const text = newTopology({ servers: 2, mucs: 1, domain: 'd.example' }, random)[0]?.text ?? '';
    const secrets = [/server1\.d\.example:(\w{20}):5277/, /muc\.d\.example:(\w{20}):/].map(
      (part) => part.exec(text)?.[1],
    );
    expect(new Set(secrets).size).toBe(2);
    expect(secrets).not.toContain(undefined);
  });

  it('keeps its processes in the order of their numbers', () => {
    const names = newTopology({ servers: 12, mucs: 0, domain: 'd.example' }, half).map(({ name }) => name);
    expect(names.toSorted()).toEqual(names);
  });
});

describe('a wish that cannot be written', () => {
  const good: TopologyWish = { servers: 2, mucs: 2, domain: 'chat.example' };

  it.each([
    [{ servers: 0 }, 'servers count 0'],
    [{ mucs: 1.5 }, 'mucs count 1.5'],
    [{ servers: 100 }, 'servers count 100'],
    [{ domain: 'a b' }, 'domain domain a b'],
    [{ domain: '10.0.0.1' }, 'domain domain 10.0.0.1'],
    [{ hostNames: ['a', 'a'] }, 'hostNames host-name-twice a'],
    [{ hostNames: ['a:b'] }, 'hostNames host-name a:b'],
    [{ clusterSecret: 'a,b' }, 'clusterSecret secret a,b'],
    [{ componentSecret: '' }, 'componentSecret secret '],
    [{ databaseUri: 'a\nb' }, 'databaseUri database a\nb'],
  ])('%o', (part, problem) => {
    const problems = wishProblems({ ...good, ...part });
    expect(problems.map(({ field, reason, given }) => `${field} ${reason} ${given}`)).toEqual([problem]);
  });

  it('is told from one that can', () => {
    expect(wishProblems({ ...good, hostNames: ['a', 'b'], clusterSecret: 'x', databaseUri: 'y' })).toEqual(
      [],
    );
  });
});

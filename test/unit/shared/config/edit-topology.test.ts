import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMuc } from '#core/shared/config/edit-topology/add-muc.js';
import { addServer, type Added } from '#core/shared/config/edit-topology/add-server.js';
import { nextName } from '#core/shared/config/edit-topology/process-name.js';
import { removeProcess } from '#core/shared/config/edit-topology/remove-process.js';
import { readFiles, type TopologyFile } from '#core/shared/config/edit-topology/topology-file.js';
import { lintTopology } from '#core/shared/config/lint/lint.js';
import { newTopology } from '#core/shared/config/new-topology/new-topology.js';
import { plannedLinks } from '#core/shared/config/preview/planned-links.js';
import { example } from './topology-support.js';

const random = (): number => 0.4;

function fresh(servers: number, mucs: number, hostNames: string[] = []): TopologyFile[] {
  const wish = { servers, mucs, domain: 'chat.example', hostNames };
  return newTopology(wish, random).map(({ name, text }) =>
    name === 'lab.yaml' ? { name, text } : { name, text, process: name.replace('.properties', '') },
  );
}

function seed(): TopologyFile[] {
  return Object.entries(example('seed-standard-muc')).map(([process, text]) => ({
    name: `${process}.properties`,
    path: `/somewhere/${process}.properties`,
    text,
    process,
  }));
}

function need(added: Added | undefined): Added {
  if (!added) throw new Error('nothing was added');
  return added;
}

/** Errors and warnings by code, with how often. */
function worries(files: readonly TopologyFile[]): string[] {
  return lintTopology(readFiles(files))
    .filter(({ severity }) => severity !== 'info')
    .map(({ code, range }) => `${code} ${range.file}`)
    .sort();
}

function routes(files: readonly TopologyFile[]): string[] {
  return plannedLinks(readFiles(files).plan, '5.2')
    .filter(({ listening }) => listening)
    .map(({ id }) => id);
}

function hosts(files: readonly TopologyFile[]): Record<string, string> {
  return Object.fromEntries(readFiles(files).plan.processes.map(({ name, hostname }) => [name, hostname]));
}

function texts(files: readonly TopologyFile[]): Record<string, string> {
  return Object.fromEntries(files.map(({ name, text }) => [name, text]));
}

/** The same meaning in another hand: line ends, comments, continuations, no last line end, folders. */
const anyHand = fc.record({
  newline: fc.constantFrom('\n', '\r\n'),
  comment: fc.constantFrom('', '# Ours\n', '! §\n\n'),
  lastEnd: fc.boolean(),
  continued: fc.boolean(),
  nested: fc.boolean(),
  yaml: fc.constantFrom(
    '',
    '# Ours\nquirks: { fin-unnoticed: off } # why\n',
    'processes:\n  muc1:\n    clockAhead: 0 # none\n',
  ),
});

type Hand = typeof anyHand extends fc.Arbitrary<infer Kind> ? Kind : never;

function inHand(files: readonly TopologyFile[], hand: Hand): TopologyFile[] {
  const written = files.map((file): TopologyFile => {
    if (file.process === undefined) return file;
    const continued = hand.continued ? file.text.replaceAll(',server', ',\\\n   server') : file.text;
    const whole = (hand.comment + continued).replaceAll('\n', hand.newline);
    const name = hand.nested ? `${file.process}/etc/init.properties` : file.name;
    return { ...file, name, text: hand.lastEnd ? whole : whole.trimEnd() };
  });
  const has = written.some(({ process }) => process === undefined);
  const known = !hand.yaml.includes('muc1') || written.some(({ process }) => process === 'muc1');
  return has || hand.yaml === '' || !known ? written : [...written, { name: 'lab.yaml', text: hand.yaml }];
}

const counts = { servers: fc.integer({ min: 2, max: 8 }), mucs: fc.integer({ min: 1, max: 8 }) };

describe('one more server', () => {
  it('is linked with all others, brings no worry, and is gone again without a trace', () => {
    fc.assert(
      fc.property(fc.record(counts), anyHand, ({ servers, mucs }, hand) => {
        const before = inHand(fresh(servers, mucs), hand);
        const { files, process } = need(addServer(before, {}, random));
        expect(worries(files)).toEqual(worries(before));
        const host = hosts(files)[process];
        expect(host).toBe(`server${servers + 1}.chat.example`);
        const more = new Set(routes(files));
        for (const route of routes(before)) expect(more).toContain(route);
        for (let other = 1; other <= servers; other += 1) {
          expect(more).toContain(`server${other}>${process}:5277`);
          expect(more).toContain(`${process}>server${other}:5277`);
        }
        for (let muc = 1; muc <= mucs; muc += 1) expect(more).toContain(`muc${muc}>${process}:5270`);
        expect(texts(removeProcess(files, process))).toEqual(texts(before));
      }),
      { numRuns: 25 },
    );
  });

  it('changes no line that it need not', () => {
    const before = seed();
    const { files, process } = need(addServer(before, {}, random));
    expect(process).toBe('server3');
    expect(files.at(-1)).toMatchObject({ name: 'server3.properties', process: 'server3' });
    expect(files.at(-1)?.path).toBeUndefined();
    expect(hosts(files)).toMatchObject({
      server1: 'vm-128-157',
      server2: 'vm-128-158',
      server3: 'vm-128-159',
    });
    const changed = before.flatMap(({ name, text }) => {
      const after = texts(files)[name]?.split('\n') ?? [];
      return text
        .split('\n')
        .flatMap((line, index) => (after[index] === line ? [] : [`${name} ${after[index] ?? ''}`]));
    });
    const list = '--cluster-nodes=vm-128-157:yangguo:5277,vm-128-158:yangguo:5277,vm-128-159:yangguo:5277';
    const dial =
      '--external = muc.xmpp.dev.pajkdc.com:yangguo:connect:5270:xmpp.dev.pajkdc.com;vm-128-157;vm-128-158;vm-128-159:accept';
    expect(changed).toEqual([
      `server1.properties ${list}`,
      `server2.properties ${list}`,
      `muc1.properties ${dial}`,
      `muc2.properties ${dial}`,
    ]);
    expect(texts(files)['server3.properties']).toContain(':listen:5270:vm-128-159:accept:');
    expect(worries(files).filter((worry) => !worry.includes('server3'))).toEqual(worries(before));
    expect(texts(removeProcess(files, process))).toEqual(texts(before));
  });

  it('makes a cluster of a server by itself', () => {
    for (const mucs of [0, 2]) {
      const before = fresh(1, mucs);
      const { files } = need(addServer(before, { hostName: 'second.example' }, random));
      expect(worries(files)).toEqual([]);
      expect(routes(files)).toEqual(expect.arrayContaining(['server1>server2:5277', 'server2>server1:5277']));
      expect(hosts(files)['server2']).toBe('second.example');
      // The list of one that is left means the same as none.
      const alone = removeProcess(files, 'server2');
      expect(worries(alone)).toEqual([]);
      expect(routes(alone)).toEqual(routes(before));
    }
  });

  it('has the host name that was wished for, by lab.yaml where no file says it', () => {
    const table = fresh(2, 0).map((file) => ({
      ...file,
      text: file.text.replace(/--cluster-nodes.*\n/, ''),
    }));
    for (const yaml of [
      '',
      '# Ours\nprocesses:\n  server1:\n    clockAhead: 1 # fast\n\n# End\nquirks: {}\n',
    ]) {
      const before = yaml === '' ? table : [...table, { name: 'lab.yaml', text: yaml }];
      const { files, process } = need(addServer(before, { hostName: 'third.example' }, random));
      expect(hosts(files)).toMatchObject({ ...hosts(before), [process]: 'third.example' });
      const written = texts(files)['lab.yaml'] ?? '';
      expect(yaml.split('\n').every((line) => written.includes(line))).toBe(true);
      expect(texts(removeProcess(files, process))).toEqual(texts(before));
    }
  });

  it('is not there twice, and needs one that it can be like', () => {
    const files = fresh(2, 1);
    expect(addServer(files, { process: 'muc1' }, random)).toBeUndefined();
    expect(addServer(files, { hostName: 'server1.chat.example' }, random)).toBeUndefined();
    expect(addServer(files, { hostName: 'a:b' }, random)).toBeUndefined();
    expect(addServer(files, { process: '../x' }, random)).toBeUndefined();
    expect(
      addServer(
        files.filter(({ process }) => process === 'muc1'),
        {},
        random,
      ),
    ).toBeUndefined();
    expect(addServer([], {}, random)).toBeUndefined();
  });
});

describe('one more MUC process', () => {
  it('is linked with every server, brings no worry, and is gone again without a trace', () => {
    fc.assert(
      fc.property(fc.record(counts), anyHand, ({ servers, mucs }, hand) => {
        const before = inHand(fresh(servers, mucs), hand);
        const { files, process } = need(addMuc(before, {}, random));
        expect(process).toBe(`muc${mucs + 1}`);
        expect(worries(files)).toEqual(worries(before));
        expect(hosts(files)).toMatchObject(hosts(before));
        for (let server = 1; server <= servers; server += 1)
          expect(routes(files)).toContain(`${process}>server${server}:5270`);
        expect(texts(removeProcess(files, process))).toEqual(texts(before));
      }),
      { numRuns: 25 },
    );
  });

  it.each([1, 2, 5])('may be the first one of %i servers', (servers) => {
    const before = fresh(servers, 0);
    const { files, process } = need(addMuc(before, {}, random));
    expect(process).toBe('muc1');
    expect(worries(files)).toEqual([]);
    expect(hosts(files)).toMatchObject(hosts(before));
    expect(routes(files).filter((route) => route.startsWith('muc1>'))).toHaveLength(servers);
    const two = need(addMuc(files, {}, random)).files;
    expect(worries(two)).toEqual([]);
    expect(routes(two).filter((route) => route.startsWith('muc2>'))).toHaveLength(servers);
  });

  it('needs a server', () => {
    expect(addMuc([], {}, random)).toBeUndefined();
    expect(addMuc(fresh(2, 1), { process: 'server1' }, random)).toBeUndefined();
  });
});

describe('one process less', () => {
  it('is named nowhere any more, whichever it is', () => {
    for (const process of ['server1', 'server2', 'server3', 'muc1', 'muc2']) {
      const files = removeProcess(fresh(3, 2), process);
      expect(files).toHaveLength(4);
      expect(worries(files)).toEqual([]);
      if (process.startsWith('server')) expect(JSON.stringify(files)).not.toContain(`${process}.`);
    }
  });

  it('takes what lab.yaml says of it along, and nothing else', () => {
    const yaml = {
      name: 'lab.yaml',
      text: [
        '# Ours',
        'processes:',
        '  muc1: # NAT',
        '    seenAs:',
        '      server1: 10.0.0.1',
        '      server2: 10.0.0.2',
        '  server2:',
        '    clockAhead: 3',
        'canvas:',
        '  server2: { x: 1, y: 2 }',
        '  muc1: { x: 3, y: 4 } # here',
        '',
      ].join('\n'),
    };
    const files = removeProcess([...fresh(2, 1), yaml], 'server2');
    expect(texts(files)['lab.yaml']).toBe(
      [
        '# Ours',
        'processes:',
        '  muc1: # NAT',
        '    seenAs:',
        '      server1: 10.0.0.1',
        'canvas:',
        '  muc1: { x: 3, y: 4 } # here',
        '',
      ].join('\n'),
    );
    const flow = {
      name: 'lab.yaml',
      text: 'processes: { server2: { clockAhead: 1 }, muc1: { clockAhead: 2 } }\n',
    };
    expect(texts(removeProcess([...fresh(2, 1), flow], 'server2'))['lab.yaml']).not.toContain('server2');
  });

  it('changes nothing when it is not there, and never throws', () => {
    const files = fresh(2, 1);
    expect(removeProcess(files, 'nobody')).toEqual(files);
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (properties, yaml) => {
        const odd: TopologyFile[] = [
          { name: 'a.properties', process: 'a', text: properties },
          {
            name: 'b.properties',
            process: 'b',
            text: `${properties}\n--cluster-mode=true\n--cluster-nodes=a,,b:`,
          },
          { name: 'lab.yaml', text: yaml },
        ];
        addServer(odd, {}, random);
        addMuc(odd, {}, random);
        removeProcess(odd, 'a');
      }),
      { numRuns: 60 },
    );
  });
});

describe('the next name', () => {
  it.each([
    ['server2', ['server3'], 'server4'],
    ['vm-128-158', [], 'vm-128-159'],
    ['server09', [], 'server10'],
    ['server2.chat.example', [], 'server3.chat.example'],
    ['chat.example', [], 'chat2.example'],
    ['main', ['main2'], 'main3'],
  ])('after %s', (last, taken, next) => {
    expect(nextName(last, new Set(taken))).toBe(next);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseScenario } from '#core/shared/scenario/parse-scenario.js';
import { hasText } from '#core/shared/text/render.js';

const HEAD = 'scenario: t\ntopology: ../seed\nsteps:\n  - start\n';

function problems(text: string): string[] {
  const result = parseScenario('s.yaml', text);
  if (result.ok) return [];
  return result.problems.map(({ code, range, params }) => {
    expect(hasText(code), code).toBe(true);
    return `${code} ${range.line}:${range.column} ${params['key'] ?? params['command'] ?? ''}`.trim();
  });
}

function steps(text: string) {
  const result = parseScenario('s.yaml', HEAD + text);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.scenario.steps.slice(1);
}

describe('parseScenario', () => {
  it('reads a file with everything at the top', () => {
    const text = `format: 1
scenario: Wi-Fi off
about: What happens.
topology: ../seed
seed: 7
profile: 7.1
quirks: {fin-unnoticed: off, lab-scram: true}
steps:
  - start: {profile: '5.2'}
    note: boots
  - wait: 10 s
`;
    const result = parseScenario('s.yaml', text);
    expect(result).toMatchObject({
      ok: true,
      lines: [9, 11],
      scenario: {
        file: 's.yaml',
        title: 'Wi-Fi off',
        about: 'What happens.',
        topology: { path: '../seed' },
        seed: 7,
        profile: '7.1',
        quirks: { 'fin-unnoticed': false, 'lab-scram': true },
        steps: [
          { kind: 'start', options: { profile: '5.2' }, note: 'boots' },
          { kind: 'wait', ms: 10_000 },
        ],
      },
    });
  });

  it('has defaults, and takes files by their process names', () => {
    const text = 'scenario: t\nfiles:\n  a: |\n    --x = y\n  lab.yaml: ""\nsteps: [start]';
    expect(parseScenario('s.yaml', text)).toMatchObject({
      scenario: {
        about: '',
        seed: 1,
        profile: '5.2',
        quirks: {},
        topology: { files: [{ name: 'a.properties', text: '--x = y\n' }, { name: 'lab.yaml' }] },
      },
    });
  });

  it('reads commands with and without arguments', () => {
    expect(
      steps(`  - client.add: {name: alice, node: server1}
  - fault.healAll
  - fault.healAll:
    note: again
  - node.stop: {node: nobody}
    fails: unknown-node
`),
    ).toEqual([
      { kind: 'command', command: 'client.add', args: { name: 'alice', node: 'server1' } },
      { kind: 'command', command: 'fault.healAll', args: {} },
      { kind: 'command', command: 'fault.healAll', args: {}, note: 'again' },
      { kind: 'command', command: 'node.stop', args: { node: 'nobody' }, fails: 'unknown-node' },
    ]);
  });

  it('reads every kind of condition', () => {
    const read =
      steps(`  - expect: {trace: {kinds: [node.log], node: s, data: {level: INFO}}, count: 1, within: 500 ms}
  - expect: {frame: {name: presence, child: [x, {name: status, attrs: {code: '201'}}]}, how: dropped, since: start}
  - expect: {client: bob, receives: {name: message, from: a@b}, atLeast: 2}
  - expect: {machine: component-dialler, state: bound, count: 0}
  - expect: {listener: {node: s, port: 5270, open: false}}
  - expect: {links: {service: ext, held: true, open: 4}, within: 2 min}
  - expect: {client: bob, state: online}
  - never: {links: {open: 0}, for: 1 h}
  - never: {client: bob, receives: {}}
`);
    expect(read).toMatchObject([
      { expectation: { subject: 'trace', count: 1, within: 500 } },
      { expectation: { subject: 'frame', how: 'dropped', since: 'start', within: 10_000 } },
      { expectation: { subject: 'receives', client: 'bob', atLeast: 2 } },
      { expectation: { subject: 'machine', count: 0 } },
      { expectation: { subject: 'listener' } },
      { expectation: { subject: 'links', within: 120_000 } },
      { expectation: { subject: 'client', state: 'online' } },
      { prohibition: { subject: 'links', for: 3_600_000 } },
      { prohibition: { subject: 'receives' } },
    ]);
    expect(read.at(-1)).not.toHaveProperty('prohibition.for');
  });

  it.each([
    ['', 'scenario.missing 1:1 scenario'],
    ['just text', 'scenario.bad-value 1:1'],
    ['a: [', 'scenario.not-yaml 1:5'],
    ['scenario: t\nscenario: u', 'scenario.not-yaml 2:1'],
    ['scenario: t\nsteps: [start]', 'scenario.no-topology 1:1'],
    ['scenario: t\ntopology: x\nfiles: {}\nsteps: [start]', 'scenario.two-topologies 3:1'],
    ['scenario: t\ntopology: x\nsteps: []', 'scenario.bad-value 3:8 steps'],
    ['scenario: t\ntopology: x\nsteps:\n  - wait: 1 s', 'scenario.start-first 4:5'],
    [`${HEAD}  - start`, 'scenario.start-once 5:5'],
    [`seeds: 3\n${HEAD}`, 'scenario.unknown-key 1:1 seeds'],
    [`seed: many\n${HEAD}`, 'scenario.bad-value 1:7 seed'],
    [`profile: 6\n${HEAD}`, 'scenario.bad-value 1:10 profile'],
    [`quirks:\n  finn: on\n${HEAD}`, 'scenario.unknown-quirk 2:3 finn'],
    [`quirks: {lab-scram: maybe}\n${HEAD}`, 'scenario.bad-value 1:21 lab-scram'],
    [`${HEAD}  - wait: 10`, 'scenario.duration 5:11 wait'],
    [`${HEAD}  - wait`, 'scenario.duration 5:5 wait'],
    [`${HEAD}  - wait: 10 days`, 'scenario.duration 5:11 wait'],
    [`${HEAD}  - client.ad: {name: a}`, 'scenario.unknown-command 5:5 client.ad'],
    [`${HEAD}  - trace.hash`, 'scenario.not-for-scenarios 5:5 trace.hash'],
    [`${HEAD}  - client.list: {}`, 'scenario.not-for-scenarios 5:5 client.list'],
    [`${HEAD}  - client.add: {name: a}`, 'scenario.missing 5:5 node'],
    [`${HEAD}  - client.add: {name: a, node: 3}`, 'scenario.bad-value 5:33 node'],
    [
      `${HEAD}  - client.add:\n      name: a\n      node: s\n      pasword: x`,
      'scenario.unknown-key 8:7 pasword',
    ],
    [`${HEAD}  - link.drop: {link: a, how: gently}`, 'scenario.bad-value 5:31 how'],
    [`${HEAD}  - {}`, 'scenario.step-shape 5:5'],
    [`${HEAD}  - 7`, 'scenario.step-shape 5:5'],
    [`${HEAD}  - wait: 1 s\n    fault.healAll: {}`, 'scenario.step-shape 5:5'],
    [`${HEAD}  - wait: 1 s\n    note: [x]`, 'scenario.bad-value 6:11 note'],
    [`${HEAD}  - wait: 1 s\n    fails: x`, 'scenario.unknown-key 6:5 fails'],
    [`${HEAD}  - expect: {}`, 'scenario.no-condition 5:13'],
    [`${HEAD}  - expect: {nodes: 1}`, 'scenario.no-condition 5:13'],
    [`${HEAD}  - expect: {trace: {kinds: [node.lock]}}`, 'scenario.bad-value 5:30 kinds'],
    [
      `${HEAD}  - expect: {trace: {kinds: [node.log], data: {levle: INFO}}}`,
      'scenario.unknown-key 5:48 levle',
    ],
    [`${HEAD}  - expect: {trace: {causedBy: 3}}`, 'scenario.unknown-key 5:22 causedBy'],
    [`${HEAD}  - expect: {links: {open: four}}`, 'scenario.bad-value 5:28 open'],
    [`${HEAD}  - expect: {links: {open: 4}, count: 2}`, 'scenario.unknown-key 5:32 count'],
    [`${HEAD}  - expect: {client: bob}`, 'scenario.missing 5:5 state'],
    [`${HEAD}  - expect: {machine: m, state: s, within: 3}`, 'scenario.duration 5:44 within'],
    [`${HEAD}  - expect: {frame: {child: {nam: x}}}`, 'scenario.unknown-key 5:30 nam'],
    [`${HEAD}  - never: {trace: {}, within: 3 s}`, 'scenario.unknown-key 5:24 within'],
  ])('%j', (text, problem) => expect(problems(text)).toContain(problem));

  it('names every mistake of a file at once', () => {
    expect(problems(`${HEAD}  - wait: x\n  - nothing\n  - expect: {}\n`)).toEqual([
      'scenario.duration 5:11 wait',
      'scenario.unknown-command 6:5 nothing',
      'scenario.no-condition 7:13',
    ]);
  });

  it('is not impressed by bombs', () => {
    expect(problems('['.repeat(20_000))[0]).toMatch(/^scenario\.not-yaml/);
    const names = [...'bcdefghij'];
    const bomb = names.map((name, i) => `${name}: &${name} [${`*${'abcdefghi'[i]},`.repeat(9)}]`).join('\n');
    expect(problems(`a: &a [x,x,x,x,x,x,x,x,x]\n${bomb}`)).toHaveLength(1);
    expect(problems(`scenario: ${'x'.repeat(1_000_001)}`)).toEqual(['scenario.not-yaml 1:1']);
  });
});

describe('no text makes it throw', () => {
  const unit = fc.oneof(fc.integer({ min: 0, max: 0x7f }), fc.integer({ min: 0, max: 0xffff }));
  const anyText = fc.array(unit, { maxLength: 60 }).map((units) => String.fromCharCode(...units));
  const word = fc.constantFrom(
    ...['- ', '  ', '\n', ': ', '{', '}', '[', ']', ', ', '&a ', '*a', '!!', '"', "'", '|', '? ', '<<', '#'],
    ...[
      'scenario',
      'topology',
      'files',
      'seed',
      'steps',
      'start',
      'wait',
      '10 s',
      'expect',
      'never',
      'trace',
    ],
    ...[
      'kinds',
      'node.log',
      'client.add',
      'name',
      'node',
      'frame',
      'child',
      'links',
      'open',
      '4',
      'note',
      'null',
    ],
    ...['__proto__', 'constructor', 'toString', 'data', 'count', 'within', 'fails'],
  );
  const almostYaml = fc.array(word, { maxLength: 60 }).map((words) => words.join(''));

  it.each([
    ['any', anyText],
    ['almost YAML', almostYaml],
    ['after a good head', almostYaml.map((text) => HEAD + text)],
  ])('%s', (_, texts) => {
    fc.assert(
      fc.property(texts, (text) => {
        const result = parseScenario('s.yaml', text);
        if (!result.ok) {
          expect(result.problems.length).toBeGreaterThan(0);
          for (const { range } of result.problems) expect(range.line).toBeGreaterThan(0);
        }
      }),
      { numRuns: 500 },
    );
  });

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])('a step named %s', (name) => {
    expect(problems(`${HEAD}  - ${name}: {}`)).toEqual([`scenario.unknown-command 5:5 ${name}`]);
    expect(problems(`${HEAD}  - expect: {${name}: {}}`)).toEqual(['scenario.no-condition 5:13']);
  });
});

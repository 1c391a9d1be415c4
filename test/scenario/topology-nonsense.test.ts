/** What a caller of the host API may give as the texts of a topology: each is applied, or refused with a reason. */
import { afterEach, describe, expect, it } from 'vitest';
import type { LabHost } from '#core/lab/lab-host.js';
import type { CommandArgs } from '#core/shared/api/commands.js';
import { AttackLab, FILES, ROOMS } from '#test/support/attack-lab.js';

type Files = CommandArgs<'topology.apply'>['files'];

let attack: AttackLab | undefined;

afterEach(async () => {
  const opened = attack;
  attack = undefined;
  expect(opened?.errors() ?? []).toEqual([]);
  await opened?.close();
});

async function opened(mode: 'live' | 'paused' = 'paused'): Promise<LabHost> {
  attack = await AttackLab.open({ mode, speed: 100 }, { transport: 'memory' });
  return attack.host;
}

async function codeOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'done',
    (error: unknown) => (error as { code?: string }).code ?? String(error),
  );
}

function apply(host: LabHost, files: unknown): Promise<string> {
  return codeOf(host.call('topology.apply', { files: files as Files }));
}

function withOne(name: string, text = ''): Files {
  return [...FILES, { name, text }];
}

async function textsOf(host: LabHost): Promise<Record<string, string>> {
  const { files } = await host.call('topology.get', {});
  return Object.fromEntries(files.map(({ name, text }) => [name, text]));
}

describe('topology.apply', () => {
  it('refuses what are no files, and names that no topology is read from', async () => {
    const host = await opened();
    const before = [await textsOf(host), await host.call('trace.hash', {})];
    for (const files of [undefined, null, 'x', 7, {}, [1], [null], [{}], [{ name: 'a.properties' }]]) {
      expect(await apply(host, files), JSON.stringify(files)).toBe('bad-arguments');
    }
    for (const more of [{ text: 1 }, { text: '', extra: 1 }, { text: '', process: '' }]) {
      expect(await apply(host, [...FILES, { name: 'a.properties', ...more }])).toBe('bad-arguments');
    }
    const names = ['', '..', '../x.properties', '/x.properties', 'a/../x.properties', 'a\\b.properties'];
    names.push(
      'c:x.properties',
      './x.properties',
      'x\0.properties',
      'x',
      'x.txt',
      'lab.yaml/x',
      'config.tdsl',
    );
    names.push('.x.properties', '.x/init.properties', 'a/b/c.properties', 'init.properties', 'x/lab.yaml');
    for (const name of names) {
      expect(await apply(host, withOne(name)), JSON.stringify(name)).toBe('topology-bad-name');
    }
    expect(await apply(host, withOne('muc1.properties'))).toBe('topology-name-twice');
    expect(await apply(host, withOne('muc1/init.properties'))).toBe('topology-process-twice');
    expect(await apply(host, [])).toBe('topology-without-process');
    expect([await textsOf(host), await host.call('trace.hash', {})]).toEqual(before);
  });

  it('bounds texts as files of a folder are bounded, before the journal keeps them', async () => {
    const host = await opened();
    const entries = host.lab?.journal.length;
    const many = Array.from({ length: 10_000 }, (_, index) => ({ name: `n${index}.properties`, text: '' }));
    const large = 'x'.repeat(4 * 1024 * 1024 + 1);
    const together = [0, 1, 2, 3, 4].map((index) => ({ name: `n${index}.properties`, text: large.slice(1) }));
    for (const [files, code] of [
      [many, 'topology-too-many'],
      [withOne('a.properties', large), 'topology-too-large'],
      [withOne('lab.yaml', 'x'.repeat(65_537)), 'topology-too-large'],
      [together, 'topology-too-large-together'],
    ] as const) {
      for (const command of ['topology.apply', 'topology.save', 'topology.open', 'lint.run'] as const) {
        expect(await codeOf(host.call(command, { files: [...files] })), command).toBe(code);
      }
    }
    expect(host.lab?.journal.length).toBe(entries);
    expect(Object.keys(await textsOf(host))).toHaveLength(3);
  });

  it('keeps every text as it was given', async () => {
    const host = await opened();
    const odd = {
      'crlf.properties': 'config-type = --gen-config-comp\r\n# Zeilenende\r\n',
      'mark.properties': '\uFEFF--virt-hosts = lab.example\n',
      'latin.properties': '--admins = j\xfcrgen@lab.example\n',
      'nul.properties': '# \0\n',
      'half.properties': '# \uD800\n',
      'empty.properties': '',
      '__proto__.properties': '',
      'constructor.properties': '',
    };
    const files = [...FILES, ...Object.entries(odd).map(([name, text]) => ({ name, text }))];
    expect(await apply(host, files)).toBe('done');
    await host.call('clock.runUntil', { forMs: 5000 });
    expect(await textsOf(host)).toMatchObject(odd);
    expect((await host.call('node.list', {})).nodes).toHaveLength(files.length);
    expect(await apply(host, FILES)).toBe('done');
    expect((await host.call('node.list', {})).nodes).toHaveLength(FILES.length);
  });

  it('bears processes of any name', async () => {
    const host = await opened();
    const names = [
      'client:a',
      'a>b:5222',
      'a>b:5222#1',
      'toString',
      '__proto__',
      ' ',
      '茶',
      'x'.repeat(5000),
      '-1',
      '*',
    ];
    const text = FILES[0]?.text ?? '';
    const files = names.map((process, index) => ({ name: `n${index}.properties`, process, text }));
    expect(await apply(host, files)).toBe('done');
    await host.call('clock.runUntil', { forMs: 3000 });
    expect((await host.call('node.list', {})).nodes.map(({ name }) => name)).toEqual(names.toSorted());
    expect(await apply(host, FILES)).toBe('done');
  });

  it('takes two at once one after the other, in the middle of a run', async () => {
    const host = await opened('live');
    const run = host.call('clock.runUntil', { forMs: 20_000 });
    const renamed = FILES.map((file) => ({ ...file, name: file.name.replace('server2', 'server9') }));
    const answers = await Promise.all([
      apply(host, FILES.slice(0, 2)),
      apply(host, renamed),
      host.call('topology.get', {}).then(({ files }) => files.length),
      apply(host, withOne('late.properties')),
    ]);
    await run;
    expect(answers).toEqual(['done', 'done', expect.any(Number), 'done']);
    expect(Object.keys(await textsOf(host))).toEqual([...FILES.map(({ name }) => name), 'late.properties']);
  });

  it('takes a server away with those who are logged in there and in rooms, and lets them come back', async () => {
    const host = await opened();
    await host.call('clock.runUntil', { forMs: 20_000 });
    for (const [name, node] of [
      ['a', 'server1'],
      ['b', 'server2'],
    ] as const) {
      await host.call('client.add', { name, node, jid: `${name}@lab.example` });
      await host.call('clock.runUntil', { forMs: 2000 });
      const stanza = `<presence to="tea@${ROOMS}/${name}"><x xmlns="http://jabber.org/protocol/muc"/></presence>`;
      await host.call('client.send', { client: name, stanza });
      await host.call('clock.runUntil', { forMs: 2000 });
    }
    const only = FILES.filter(({ name }) => name !== 'server2.properties');
    expect(await apply(host, only)).toBe('done');
    await host.call('clock.runUntil', { forMs: 10_000 });
    const { clients } = await host.call('client.list', {});
    expect(clients.find(({ name }) => name === 'a')?.state).toMatch(/^online/);
    expect(clients.find(({ name }) => name === 'b')?.state ?? '').not.toMatch(/^online/);
    expect(await codeOf(host.call('client.send', { client: 'b', stanza: '<presence/>' }))).not.toBe(
      'internal',
    );
    await host.call('client.remove', { client: 'b' });
    // Under another name it is another process.
    const renamed = FILES.map((file) => ({ ...file, name: file.name.replace('server2', 'server9') }));
    expect(await apply(host, renamed)).toBe('done');
    await host.call('clock.runUntil', { forMs: 20_000 });
    await host.call('client.add', { name: 'b', node: 'server9', jid: 'b@lab.example' });
    await host.call('clock.runUntil', { forMs: 5000 });
    expect((await host.call('client.list', {})).clients.map(({ state }) => state.split('.')[0])).toEqual([
      'online',
      'online',
    ]);
    expect((await host.call('topology.get', {})).files.map(({ process }) => process)).toContain('server9');
  });

  it('does not disturb who looks back, and is refused while a run is played again', async () => {
    const host = await opened();
    await host.call('clock.runUntil', { forMs: 10_000 });
    const { seq } = await host.call('clock.get', {});
    const before = await host.call('state.at', { seq });
    const fork = host.call('branch.fork', { seq });
    expect(await apply(host, FILES.slice(0, 2))).toBe('replaying');
    await fork;
    expect(await apply(host, FILES.slice(0, 2))).toBe('done');
    expect(await host.call('state.at', { seq, branch: 'branch-1' })).toEqual(before);
    expect((await host.call('node.list', {})).nodes).toHaveLength(2);
  });
});

it('lets a file come back that has a name of its own, in a branch as well', async () => {
  attack = new AttackLab({ transport: 'memory' });
  const { host } = attack;
  const odd = { name: 'pasted', text: 'config-type = --gen-config-comp\n' };
  await host.call('topology.open', { files: [...FILES, odd], mode: 'paused' });
  expect(await apply(host, FILES)).toBe('done');
  expect(await apply(host, [...FILES, odd])).toBe('done');
  const { branch } = await host.call('branch.fork', { seq: (await host.call('clock.get', {})).seq });
  expect(branch.differsAt).toBeUndefined();
  expect(Object.keys(await textsOf(host))).toContain('pasted');
});

describe('topology.open', () => {
  it('refuses two files of one name, and the open topology goes on', async () => {
    const host = await opened();
    for (const command of ['topology.open', 'lint.run'] as const) {
      expect(await codeOf(host.call(command, { files: [...FILES, ...FILES] }))).toBe('topology-name-twice');
    }
    expect((await host.call('node.list', {})).nodes).toHaveLength(3);
  });
});

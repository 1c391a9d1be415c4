import { afterEach, describe, expect, it } from 'vitest';
import type { LabHost } from '#core/lab/lab-host.js';
import type { CommandArgs } from '#core/shared/api/commands.js';
import type { HostError } from '#core/shared/api/host-error.js';
import type { TraceRow } from '#core/shared/trace/trace-schema.js';
import { AttackLab, FILES, SECRET } from '#test/support/attack-lab.js';

type Files = CommandArgs<'topology.apply'>['files'];

let attack: AttackLab | undefined;

afterEach(async () => {
  const opened = attack;
  attack = undefined;
  expect(opened?.errors() ?? []).toEqual([]);
  await opened?.close();
});

async function open(...args: Parameters<typeof AttackLab.open>): Promise<LabHost> {
  attack = await AttackLab.open(...args);
  return attack.host;
}

/** Opened in memory, and every link up. */
async function meshed(): Promise<LabHost> {
  const host = await open({ mode: 'paused' }, { transport: 'memory' });
  await host.call('clock.runUntil', { forMs: 20_000 });
  return host;
}

function changed(name: string, change: (text: string) => string, files: Files = FILES): Files {
  return files.map((file) => (file.name === name ? { ...file, text: change(file.text) } : file));
}

/** A third server that everybody knows. */
function withThird(secret = SECRET): Files {
  const list = (text: string): string =>
    text
      .replace(`vm-2:${SECRET}:5277`, `vm-2:${SECRET}:5277,vm-3:${secret}:5277`)
      .replace('vm-1;vm-2', 'vm-1;vm-2;vm-3');
  const all: Files = FILES.map((file) => ({ ...file, text: list(file.text) }));
  const third = all.find(({ name }) => name === 'server2.properties')?.text ?? '';
  return [...all, { name: 'server3.properties', text: third.replace('5270:vm-2', '5270:vm-3') }];
}

async function openLinks(host: LabHost): Promise<string[]> {
  const { links } = await host.call('link.list', {});
  return links
    .filter(({ open: isOpen }) => isOpen)
    .map(({ id }) => id)
    .sort();
}

function rowsFrom(host: LabHost, seq: number): TraceRow[] {
  return host.lab?.trace.range(seq, Infinity) ?? [];
}

function ends(rows: readonly TraceRow[]): string[] {
  return rows
    .filter(([, , , , kind]) => /^link\.(fin|reset|closed|timedOut)$/.test(kind))
    .map((row) => String(row[5][0]));
}

function processStates(rows: readonly TraceRow[]): string[] {
  return rows.flatMap((row) =>
    row[4] === 'machine.transition' && row[5][0] === 'node' ? [`${row[2]} ${row[5][3]}`] : [],
  );
}

describe('topology.apply', () => {
  it('starts only the touched process anew; what the others share goes on', async () => {
    const host = await meshed();
    const before = await openLinks(host);
    const { seq } = await host.call('clock.get', {});
    const files = changed('muc1.properties', (text) => `${text}--debug = muc\n`);
    const { difference, nodes } = await host.call('topology.apply', { files });
    expect(difference).toEqual({
      added: [],
      removed: [],
      changed: [{ name: 'muc1', because: ['--debug'] }],
      unchanged: ['server1', 'server2'],
    });
    expect(nodes.map(({ name, state }) => `${name} ${state}`)).toEqual([
      'muc1 running',
      'server1 running',
      'server2 running',
    ]);
    await host.call('clock.runUntil', { forMs: 20_000 });
    const rows = rowsFrom(host, seq + 1);
    const applied = rows.filter((row) => row[4] === 'topology.applied');
    expect(applied.map((row) => row[5])).toEqual([['', '', 'muc1']]);
    expect(processStates(rows)).toEqual(['muc1 stopping', 'muc1 down', 'muc1 starting', 'muc1 running']);
    expect(ends(rows).every((link) => link.startsWith('muc1>'))).toBe(true);
    const cluster = before.filter((link) => link.includes(':5277'));
    expect(cluster).toHaveLength(4);
    const after = await openLinks(host);
    expect(after.filter((link) => link.includes(':5277'))).toEqual(cluster);
    expect(after).toHaveLength(before.length);
    expect(host.lab?.process('muc1')?.plan.debugLoggers).toEqual(['tigase.muc']);
  });

  it('touches nobody when nothing that runs has changed', async () => {
    const host = await meshed();
    const { seq } = await host.call('clock.get', {});
    const files = changed('server1.properties', (text) => `# A word about it\n\n${text}`);
    const { difference } = await host.call('topology.apply', { files });
    expect(difference.unchanged).toEqual(['muc1', 'server1', 'server2']);
    expect(rowsFrom(host, seq + 1).map((row) => row[4])).toEqual(['topology.applied']);
    const get = await host.call('topology.get', {});
    expect(get.files.find(({ process }) => process === 'server1')?.text).toMatch(/^# A word/);
    expect(host.lab?.process('server1')?.plan.clusterNodes[0]?.source.line).toBe(7);
  });

  it('adds a third server, which joins the cluster and gets the MUC', async () => {
    const host = await meshed();
    const { difference } = await host.call('topology.apply', { files: withThird() });
    expect(difference.added).toEqual(['server3']);
    await host.call('clock.runUntil', { forMs: 40_000 });
    const links = (await openLinks(host)).map((link) => link.replace(/#\d+$/, ''));
    const pairs = ['1>server2', '1>server3', '2>server1', '2>server3', '3>server1', '3>server2'];
    for (const pair of pairs) {
      expect(
        links.filter((link) => link === `server${pair}:5277`),
        pair,
      ).toHaveLength(2);
    }
    expect(links).toContain('muc1>server3:5270');
    const verdicts = (await host.call('rooms.get', {})).domains.map(({ verdict, servers }) => [
      verdict,
      servers.length,
    ]);
    expect(verdicts).toEqual([['agreed', 3]]);
  });

  it('lets a new one come by the table that all share, and nobody else is touched', async () => {
    const host = await meshed();
    const before = await openLinks(host);
    const { seq } = await host.call('clock.get', {});
    const third = withThird().find(({ name }) => name === 'server3.properties');
    // Its name comes first: the others must not move to other addresses for that.
    const files = [...FILES, { name: 'a-server.properties', text: third?.text ?? '' }];
    const { difference } = await host.call('topology.apply', { files });
    expect(difference).toMatchObject({ added: ['a-server'], changed: [], removed: [] });
    await host.call('clock.runUntil', { forMs: 60_000 });
    // It dials before the others have heard of it, and then again.
    const ended = ends(rowsFrom(host, seq + 1));
    expect(ended.filter((link) => !link.startsWith('a-server>'))).toEqual([]);
    const after = await openLinks(host);
    expect(after).toEqual(expect.arrayContaining(before));
    const routes = new Set(after.map((link) => link.replace(/#\d+$/, '')));
    for (const route of ['a-server>server1', 'a-server>server2', 'server1>a-server', 'server2>a-server']) {
      expect(routes).toContain(`${route}:5277`);
    }
  });

  it('stops what is removed for good, whatever a fault or the boot had in mind', async () => {
    const host = await meshed();
    const { fault } = await host.call('fault.apply', { kind: 'stop', target: 'muc1' });
    await host.call('fault.apply', { kind: 'wifi-off', target: 'muc1' });
    const files = FILES.filter(({ name }) => name !== 'muc1.properties');
    const { difference, nodes } = await host.call('topology.apply', { files });
    expect(difference.removed).toEqual(['muc1']);
    expect(nodes.map(({ name }) => name)).toEqual(['server1', 'server2']);
    expect(await host.call('fault.list', {})).toEqual({ faults: [] });
    expect(await host.call('fault.heal', { fault })).toEqual({ healed: false });
    await host.call('clock.runUntil', { forMs: 30_000 });
    expect((await openLinks(host)).filter((link) => link.includes('muc1'))).toEqual([]);
    const { machines } = await host.call('machine.list', {});
    expect(machines.filter(({ node }) => node === 'muc1')).toEqual([]);
    await expect(host.call('node.start', { node: 'muc1' })).rejects.toMatchObject({ code: 'unknown-node' });
    // And comes back when somebody wants it again.
    await host.call('topology.apply', { files: FILES });
    await host.call('clock.runUntil', { forMs: 30_000 });
    expect((await openLinks(host)).filter((link) => link.includes('muc1'))).toHaveLength(2);
  });

  it('lets a rolling restart pass over what has left', async () => {
    const host = await meshed();
    const options = { down: 1000, gap: 1000 };
    await host.call('fault.apply', { kind: 'rolling-restart', target: 'server1,muc1,server2', options });
    const files = FILES.filter(({ name }) => name !== 'muc1.properties');
    await host.call('topology.apply', { files });
    const { seq } = await host.call('clock.get', {});
    await host.call('clock.runUntil', { forMs: 30_000 });
    expect(processStates(rowsFrom(host, seq + 1))).toEqual([
      'server1 starting',
      'server1 running',
      'server2 stopping',
      'server2 down',
      'server2 starting',
      'server2 running',
    ]);
  });

  it('leaves down what is down, with the new file for its next start', async () => {
    const host = await meshed();
    await host.call('node.crash', { node: 'server2' });
    const files = changed('server2.properties', (text) =>
      text.replace('--virt-hosts = ', '--virt-hosts = more.example,'),
    );
    const { difference, nodes } = await host.call('topology.apply', { files });
    expect(difference.changed.map(({ name }) => name)).toEqual(['server2']);
    expect(nodes.find(({ name }) => name === 'server2')?.state).toBe('crashed');
    await host.call('node.start', { node: 'server2' });
    await host.call('clock.runUntil', { forMs: 10_000 });
    await host.call('client.add', { name: 'a', node: 'server2', jid: 'a@more.example' });
    await host.call('clock.runUntil', { forMs: 5_000 });
    expect((await host.call('client.list', {})).clients[0]?.state).toMatch(/^online/);
  });

  it('applies what lab.yaml says of names, users and quirks', async () => {
    const host = await meshed();
    const yaml = {
      name: 'lab.yaml',
      text: 'users:\n  strict: true\n  accounts:\n    - { jid: a@lab.example, password: p }\nquirks:\n  fin-unnoticed: off\n',
    };
    const { difference } = await host.call('topology.apply', { files: [...FILES, yaml] });
    expect(difference.unchanged).toHaveLength(3);
    const { quirks } = await host.call('quirk.list', {});
    expect(quirks.find(({ name }) => name === 'fin-unnoticed')?.on).toBe(false);
    await host.call('client.add', { name: 'a', node: 'server1', jid: 'a@lab.example', password: 'p' });
    await host.call('client.add', { name: 'b', node: 'server1', jid: 'b@lab.example', password: 'p' });
    await host.call('clock.runUntil', { forMs: 5000 });
    const { clients } = await host.call('client.list', {});
    expect(clients.map(({ name, state }) => `${name} ${state.split('.')[0]}`)).toEqual([
      'a online',
      'b authFailed',
    ]);
  });

  it('takes what is only wrong, and says so', async () => {
    const host = await meshed();
    const files = changed('server1.properties', (text) => text.replace('5270:vm-1', '5270:vm-2'));
    const { findings } = await host.call('topology.apply', { files });
    expect(findings.some(({ severity }) => severity === 'error')).toBe(true);
    expect((await host.call('topology.get', {})).findings).toEqual(findings);
  });

  it.each<[string, Files, string]>([
    ['a lab.yaml with a mistake', [...FILES, { name: 'lab.yaml', text: 'quirkz: 1' }], 'topology-unreadable'],
    [
      'two files of one process',
      [...FILES, { name: 'muc1/init.properties', text: '' }],
      'topology-process-twice',
    ],
    ['a broken escape', changed('muc1.properties', (text) => `${text}a=\\uZZZZ\n`), 'topology-unreadable'],
    ['no process', [{ name: 'lab.yaml', text: '' }], 'topology-without-process'],
    ['a way out', [...FILES, { name: '../x.properties', text: '' }], 'topology-bad-name'],
    ['an absolute path', [...FILES, { name: '/x.properties', text: '' }], 'topology-bad-name'],
    ['one name twice', [...FILES, ...FILES], 'topology-name-twice'],
  ])('refuses %s, and the lab goes on as it was', async (_what, files, code) => {
    const host = await meshed();
    const before = { trace: await host.call('trace.hash', {}), open: await host.call('topology.get', {}) };
    await expect(host.call('topology.apply', { files })).rejects.toMatchObject({
      code,
    } satisfies Partial<HostError>);
    expect({ trace: await host.call('trace.hash', {}), open: await host.call('topology.get', {}) }).toEqual(
      before,
    );
  });

  it.each(['memory', 'loopback'] as const)(
    'is played again in a branch and from a session file, on %s',
    { timeout: 60_000 },
    async (transport) => {
      const host = await open({ mode: 'live', speed: 50 }, { transport });
      await host.call('clock.runUntil', { forMs: 10_000 });
      const beforeApply = await host.call('clock.get', {});
      // A secret that only the edited files have.
      await host.call('topology.apply', { files: withThird('lately') });
      await host.call('clock.runUntil', { forMs: 20_000 });
      await host.call('topology.apply', {
        files: withThird('lately').filter(({ name }) => name !== 'muc1.properties'),
      });
      await host.call('clock.runUntil', { forMs: 5_000 });
      await host.call('clock.pause', {});
      const whole = await host.call('trace.hash', {});
      const rows = rowsFrom(host, 1);
      const nodesNow = (await host.call('node.list', {})).nodes.map(({ name }) => name);
      expect(nodesNow).toEqual(['server1', 'server2', 'server3']);

      const { branch } = await host.call('branch.fork', { seq: whole.events });
      expect(branch.differsAt).toBeUndefined();
      expect(rowsFrom(host, 1).slice(0, rows.length)).toEqual(rows);
      expect((await host.call('topology.get', {})).files.map(({ process }) => process)).toEqual([
        'server1',
        'server2',
        'server3',
      ]);

      const early = await host.call('branch.fork', { seq: beforeApply.seq, branch: 'branch-1' });
      expect(early.branch.differsAt).toBeUndefined();
      const names = (nodes: readonly { name: string }[]): string[] => nodes.map(({ name }) => name);
      expect(names((await host.call('node.list', {})).nodes)).toEqual(['muc1', 'server1', 'server2']);
      expect((await host.call('topology.get', {})).files.map(({ text }) => text)).toEqual(
        FILES.map(({ text }) => text),
      );
      // Looking back knows who was there.
      const then = await host.call('state.at', { seq: beforeApply.seq, branch: 'branch-1' });
      expect(names(then.nodes)).toEqual(['muc1', 'server1', 'server2']);
      expect(names(then.plan?.processes ?? [])).toEqual(['muc1', 'server1', 'server2']);
      const newest = await host.call('state.at', { seq: whole.events, branch: 'branch-1' });
      expect(names(newest.nodes)).toEqual(nodesNow);
      expect(newest.plan).toBeUndefined();

      await host.call('branch.switch', { branch: 'branch-1' });
      expect(await host.call('trace.hash', {})).toEqual(whole);
      for (const redact of [false, true]) {
        const { base64 = '' } = await host.call('session.save', { redact });
        const opened = await host.call('session.open', { base64 });
        if (!redact) expect(opened.branches.map(({ same }) => same)).toEqual([true, true, true]);
        expect(names((await host.call('node.list', {})).nodes)).toEqual(nodesNow);
        const texts = (await host.call('topology.get', {})).files.map(({ text }) => text).join('');
        for (const secret of [SECRET, 'lately']) expect(texts.includes(secret)).toBe(!redact);
      }
    },
  );
});

import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildTopology } from '#core/shared/config/build-topology.js';
import { TOPOLOGY_LIMITS } from '#core/shared/config/topology-limits.js';
import { readTopology, readTopologyFiles } from '#main/topology/read-topology.js';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'read-topology-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function put(name: string, content: string | Buffer = 'config-type = --gen-config-def\n'): string {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, content);
  return file;
}

/** Process names and, of what went wrong, path and sentence. */
async function read(
  given = folder,
  limits = TOPOLOGY_LIMITS,
): Promise<{ processes: string[]; problems: string[] }> {
  const { files, problems } = await readTopology(given, limits);
  const relative = (file: string) => path.relative(folder, file);
  return {
    processes: files.map(({ path: file, processName }) => `${processName}: ${relative(file)}`),
    problems: problems.map(
      ({ range, params }) => `${relative(range.file)}: ${params['variant'] ?? params['reason']}`,
    ),
  };
}

describe('readTopology', () => {
  it('reads the seed', async () => {
    const source = await readTopology('examples/seed/');
    expect(source.name).toBe('seed');
    expect(source.files.map(({ processName }) => processName)).toEqual([
      'muc1',
      'muc2',
      'server1',
      'server2',
    ]);
    expect(source.files[0]?.path).toBe(path.join('examples/seed', 'muc1.properties'));
    expect(source.problems).toEqual([]);
  });

  it('knows the three places of a file, and lab.yaml', async () => {
    put('b.properties');
    put('a/init.properties');
    put('c/etc/init.properties');
    put('lab.yaml', 'users: strict\n');
    put('notes.txt');
    put('d/e/init.properties');
    put('.hidden/init.properties');
    expect(await read()).toEqual({
      processes: ['a: a/init.properties', 'b: b.properties', 'c: c/etc/init.properties'],
      problems: [],
    });
    expect((await readTopology(folder)).labYaml?.text).toBe('users: strict\n');
  });

  it('takes the folder of an installation for one process', async () => {
    put('tigase/etc/init.properties');
    const { name, files } = await readTopology(path.join(folder, 'tigase'));
    expect([name, files[0]?.processName]).toEqual(['tigase', 'tigase']);
  });

  it('reads one file by itself, under its own name or that of its folder', async () => {
    expect((await read(put('x.properties'))).processes).toEqual(['x: x.properties']);
    expect((await read(put('y/init.properties'))).processes).toEqual(['y: y/init.properties']);
    expect((await read(put('z/etc/init.properties'))).processes).toEqual(['z: z/etc/init.properties']);
    expect((await read(put('cluster.conf'))).processes).toEqual(['cluster: cluster.conf']);
  });

  it('reads several files as one topology', async () => {
    const files = [put('a.properties'), put('b/init.properties'), put('lab.yaml', '')];
    const source = await readTopologyFiles(files);
    expect(source.files.map(({ processName }) => processName)).toEqual(['a', 'b']);
    expect(source.labYaml?.path).toBe(files[2]);
  });

  it('hands a config.tdsl on, so that it is named', async () => {
    put('config.tdsl', 'anything');
    put('n/etc/config.tdsl');
    const { name, files } = await readTopology(folder);
    const { plan, problems } = buildTopology(name, files);
    expect(plan.processes).toEqual([]);
    expect(problems.map(({ code }) => code)).toEqual(['X4', 'X4']);
  });

  it('decodes UTF-8 with its mark, and Latin-1', async () => {
    put('a.properties', Buffer.from('\uFEFF--virt-hosts = ü'));
    put('b.properties', Buffer.from('--virt-hosts = ü', 'latin1'));
    const { files } = await readTopology(folder);
    expect(files.map(({ text }) => text)).toEqual(['\uFEFF--virt-hosts = ü', '--virt-hosts = ü']);
    const { problems } = buildTopology('t', files);
    expect(problems.map(({ code, severity }) => `${severity} ${code}`)).toEqual([
      'warning X3',
      'info X6',
      'warning X6',
    ]);
  });

  it('says what cannot be read, and reads the rest', async () => {
    put('a.properties');
    put('binary.properties', Buffer.from([1, 0, 2]));
    put('wide.properties', Buffer.from('--x = y', 'utf16le'));
    put('large.properties', 'x'.repeat(2000));
    mkdirSync(path.join(folder, 'folder.properties'));
    mkdirSync(path.join(folder, 'n/init.properties'), { recursive: true });
    symlinkSync('round.properties', path.join(folder, 'round.properties'));
    symlinkSync('nowhere', path.join(folder, 'broken.properties'));
    symlinkSync(folder, path.join(folder, 'cycle'));
    execFileSync('mkfifo', [path.join(folder, 'pipe.properties')]);
    const { processes, problems } = await read(folder, { ...TOPOLOGY_LIMITS, fileBytes: 1000 });
    expect(processes).toEqual(['a: a.properties']);
    expect(problems.toSorted()).toEqual([
      'binary.properties: binary',
      'broken.properties: missing',
      'folder.properties: folder',
      'large.properties: too-large',
      'n/init.properties: folder',
      'pipe.properties: special',
      'round.properties: loop',
      'wide.properties: binary',
    ]);
  });

  it('bounds the number of files and their size together', async () => {
    for (let index = 10; index < 20; index += 1) put(`n${index}.properties`, 'x'.repeat(100));
    const few = await read(folder, { ...TOPOLOGY_LIMITS, files: 3 });
    expect(few.processes).toHaveLength(3);
    expect(few.problems).toEqual(['n13.properties: too-many']);
    const small = await read(folder, { ...TOPOLOGY_LIMITS, totalBytes: 250 });
    expect(small.processes).toHaveLength(2);
    expect(small.problems[0]).toBe('n12.properties: too-large');
  });

  it('says that there is nothing at a path', async () => {
    expect(await read(path.join(folder, 'none'))).toEqual({ processes: [], problems: ['none: missing'] });
    expect((await read(path.join(put('a.properties'), 'b'))).problems).toEqual(['a.properties/b: missing']);
    expect((await read('\0')).problems).toHaveLength(1);
    expect(await read()).toMatchObject({ problems: [] });
  });

  it('says that a file may not be read', async (context) => {
    if (process.getuid?.() === 0) return context.skip('root may read every file');
    execFileSync('chmod', ['000', put('secret.properties')]);
    expect((await read()).problems).toEqual(['secret.properties: forbidden']);
  });
});

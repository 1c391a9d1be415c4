import { mkdtemp, readFile, readdir, realpath, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LabHost } from '#core/lab/lab-host.js';
import { readTopology } from '#main/topology/read-topology.js';
import { savePositions } from '#main/topology/save-positions.js';
import { writeNewTopology } from '#main/topology/write-new.js';
import { writeTexts } from '#main/topology/write-texts.js';
import { newTopology } from '#core/shared/config/new-topology/new-topology.js';

let folder = '';
let host: LabHost;
const WISH = { servers: 2, mucs: 1, domain: 'd.example', clusterSecret: 'c', componentSecret: 'p' };

beforeEach(async () => {
  folder = await realpath(await mkdtemp(path.join(os.tmpdir(), 'topology-save-')));
  await writeNewTopology(
    folder,
    newTopology(WISH, () => 0),
  );
  host = new LabHost({
    transport: 'memory',
    readTopology,
    savePositions: (given, positions) => savePositions(given, positions),
    writeTexts: (given, changes, overwrite) => writeTexts(given, changes, overwrite),
  });
  await host.call('topology.open', { path: folder, mode: 'paused' });
});

afterEach(async () => {
  await host.close();
  await rm(folder, { recursive: true, force: true });
});

async function texts(): Promise<{ name: string; text: string }[]> {
  return (await host.call('topology.get', {})).files.map(({ name, text }) => ({ name, text }));
}

async function states(): Promise<string[]> {
  const { files, removed } = await host.call('topology.get', {});
  return [...files.map(({ name, state }) => `${name} ${state}`), ...removed.map((name) => `${name} removed`)];
}

const ALL_SAVED = ['muc1.properties saved', 'server1.properties saved', 'server2.properties saved'];

it('tells what is edited from what is saved, and writes only that', async () => {
  expect(await states()).toEqual(ALL_SAVED);
  const [muc1, server1, server2] = await texts();
  if (!muc1 || !server1 || !server2) throw new Error('three files');
  const edited = { ...server1, text: `# Mine\n${server1.text}` };
  const server3 = { name: 'server3.properties', text: server2.text };
  await host.call('topology.apply', { files: [edited, server2, server3] });
  expect(await states()).toEqual([
    'server1.properties edited',
    'server2.properties saved',
    'server3.properties new',
    'muc1.properties removed',
  ]);
  expect((await host.call('topology.get', {})).files[0]?.saved).toBe(server1.text);
  expect(await host.call('topology.save', {})).toEqual({
    folder,
    written: ['server1.properties', 'server3.properties'],
    removed: ['muc1.properties'],
  });
  expect(await states()).toEqual([
    'server1.properties saved',
    'server2.properties saved',
    'server3.properties saved',
  ]);
  expect((await readdir(folder)).sort()).toEqual([
    'server1.properties',
    'server2.properties',
    'server3.properties',
  ]);
  expect(await readFile(path.join(folder, 'server1.properties'), 'utf8')).toBe(edited.text);
  expect((await host.call('topology.save', {})).written).toEqual([]);
});

it('writes what a window has without making it run', async () => {
  const files = (await texts()).map((file) => ({ ...file, text: `${file.text}# later\n` }));
  expect((await host.call('topology.save', { files })).written).toHaveLength(3);
  expect(await states()).toEqual(ALL_SAVED.map((line) => line.replace('saved', 'edited')));
});

it('does not write over what somebody else has changed', async () => {
  const theirs = '# theirs\n';
  await writeFile(path.join(folder, 'server1.properties'), theirs);
  const files = (await texts()).map((file) => ({ ...file, text: `${file.text}# mine\n` }));
  await expect(host.call('topology.save', { files })).rejects.toMatchObject({ code: 'topology-changed' });
  expect(await readFile(path.join(folder, 'server1.properties'), 'utf8')).toBe(theirs);
  await host.call('topology.save', { files, overwrite: true });
  expect(await readFile(path.join(folder, 'server1.properties'), 'utf8')).toContain('# mine');
});

it.each([
  ['no file', []],
  ['no process', [{ name: 'lab.yaml', text: '' }]],
])('does not empty the folder for the sake of %s', async (_, files) => {
  await expect(host.call('topology.save', { files })).rejects.toMatchObject({
    code: 'topology-without-process',
  });
  expect(await readdir(folder)).toHaveLength(3);
});

it('saves into another folder, and goes on there', async () => {
  const other = path.join(folder, 'other');
  expect((await host.call('topology.save', { folder: other })).written).toHaveLength(3);
  expect((await host.call('topology.get', {})).folder).toBe(other);
  await host.call('topology.place', { positions: { server1: { x: 1, y: 1 } } });
  expect(await readdir(other)).toContain('lab.yaml');
  await expect(host.call('topology.save', { folder })).rejects.toMatchObject({ code: 'topology-changed' });
});

it('finds the files again as they were saved', async () => {
  const files = (await texts()).map((file) =>
    file.name === 'muc1.properties' ? { ...file, text: `${file.text}--debug = muc\n` } : file,
  );
  await host.call('topology.apply', { files });
  await host.call('topology.save', {});
  const { plan } = await host.call('topology.get', {});
  await host.call('topology.open', { path: folder, mode: 'paused' });
  expect((await host.call('topology.get', {})).plan).toEqual({ ...plan, positions: {} });
  expect(await states()).toEqual(ALL_SAVED);
});

it('has nowhere to write what came from no folder', async () => {
  await host.call('topology.open', { files: newTopology(WISH, () => 0), name: 'chat', mode: 'paused' });
  expect((await host.call('topology.get', {})).plan.name).toBe('chat');
  expect((await states()).every((line) => line.endsWith(' new'))).toBe(true);
  await expect(host.call('topology.save', {})).rejects.toMatchObject({ code: 'topology-no-folder' });
  const other = path.join(folder, 'other');
  await host.call('topology.save', { folder: other });
  expect(await readdir(other)).toHaveLength(3);
});

it('calls the files of one process as its folder would', async () => {
  const { written } = await host.call('topology.save', {
    folder: path.join(folder, 'nest'),
    files: [{ name: 'one/etc/init.properties', text: '--virt-hosts = a\n' }],
  });
  expect(written).toEqual(['one/etc/init.properties']);
  for (const given of ['nest', 'nest/one/etc/init.properties']) {
    await host.call('topology.open', { path: path.join(folder, given), mode: 'paused' });
    const { files, folder: root } = await host.call('topology.get', {});
    expect(files.map(({ name, process }) => [name, process])).toEqual([['one/etc/init.properties', 'one']]);
    expect(root).toBe(path.join(folder, 'nest'));
  }
});

it('writes one after the other what comes at once: texts, other texts, places of cards', async () => {
  const opened = await texts();
  const edited = (mark: string) =>
    [...opened, { name: 'lab.yaml', text: 'quirks: { fin-unnoticed: off }\n' }].map((file) => ({
      ...file,
      text: `${file.text}# ${mark}\n`,
    }));
  await Promise.all([
    host.call('topology.save', { files: edited('first') }),
    host.call('topology.place', { positions: { muc1: { x: 1, y: 2 } } }),
    host.call('topology.save', { files: edited('second') }),
    host.call('topology.place', { positions: { muc1: { x: 3, y: 4 } } }),
  ]);
  const [muc1 = '', yaml = ''] = await Promise.all(
    ['muc1.properties', 'lab.yaml'].map((name) => readFile(path.join(folder, name), 'utf8')),
  );
  expect(muc1).toMatch(/# second\n$/);
  expect(yaml).toMatch(/fin-unnoticed: off[^]*# second/);
  expect(yaml).toMatch(/muc1: \{ x: 3, y: 4 \}/);
});

describe('a file that is no UTF-8', () => {
  const NAME = 'muc1.properties';
  const LATIN_1 = Buffer.from('# Tee\n--admins = j\xfcrgen@d.example\n', 'latin1');

  beforeEach(async () => {
    await writeFile(path.join(folder, NAME), LATIN_1);
    await host.call('topology.open', { path: folder, mode: 'paused' });
  });

  /** What is said of characters outside ASCII (X6). */
  async function said(): Promise<string[]> {
    const { findings } = await host.call('topology.get', {});
    return findings.flatMap(({ code, severity, params }) =>
      code === 'X6' ? [`${severity} ${String(params['variant'])}`] : [],
    );
  }

  async function applyEdited(add: string): Promise<void> {
    const files = (await texts()).map((file) =>
      file.name === NAME ? { ...file, text: `${file.text}${add}\n` } : file,
    );
    await host.call('topology.apply', { files });
  }

  it('is called so after an edit as well, and stays what it is on disk', async () => {
    expect(await said()).toEqual(['warning not-utf8']);
    await applyEdited('# more');
    expect(await said()).toEqual(['warning not-utf8']);
    const { files } = await host.call('topology.get', {});
    expect(files.flatMap(({ name, isUtf8 }) => (isUtf8 === false ? [name] : []))).toEqual([NAME]);
    await host.call('topology.save', {});
    expect(await readFile(path.join(folder, NAME))).toEqual(
      Buffer.concat([LATIN_1, Buffer.from('# more\n')]),
    );
  });

  it('is UTF-8 once it has a letter that Latin-1 has not, or lies in another folder', async () => {
    await host.call('topology.save', { folder: path.join(folder, 'other') });
    expect(await said()).toEqual(['info undefined']);
    await host.call('topology.open', { path: folder, mode: 'paused' });
    await applyEdited('# \u8336');
    expect(await said()).toEqual(['info undefined']);
  });
});

import {
  chmod,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  realpath,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TextChange } from '#core/lab/texts/topology-writer.js';
import { savePositions } from '#main/topology/save-positions.js';
import { writeTexts } from '#main/topology/write-texts.js';

let folder = '';
const isRoot = process.getuid?.() === 0;

beforeEach(async () => {
  folder = await realpath(await mkdtemp(path.join(os.tmpdir(), 'write-texts-')));
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

function change(name: string, text: string | undefined, expected?: string): TextChange {
  return { name, text, expected };
}

function at(name: string): string {
  return path.join(folder, name);
}

async function inFolder(): Promise<string[]> {
  return (await readdir(folder, { recursive: true })).sort();
}

describe('writeTexts', () => {
  it('writes what is new and what has changed, and takes away what is gone', async () => {
    await writeFile(at('a.properties'), 'old\n', { mode: 0o640 });
    await chmod(at('a.properties'), 0o640);
    await writeFile(at('b.properties'), 'gone\n');
    await writeFile(at('notes.txt'), 'mine');
    const changes = [
      change('a.properties', 'new\n', 'old\n'),
      change('c/etc/init.properties', 'c\n'),
      change('b.properties', undefined, 'gone\n'),
    ];
    expect(await writeTexts(folder, changes, false)).toBe(folder);
    expect(await inFolder()).toEqual(['a.properties', 'c', 'c/etc', 'c/etc/init.properties', 'notes.txt']);
    expect(await readFile(at('a.properties'), 'utf8')).toBe('new\n');
    expect((await stat(at('a.properties'))).mode & 0o777).toBe(0o640);
    expect((await stat(at('c/etc/init.properties'))).mode & 0o077).toBe(0);
  });

  it('makes the folder when there is none', async () => {
    const fresh = at('deep/er');
    expect(await writeTexts(fresh, [change('a.properties', 'a')], false)).toBe(fresh);
    expect(await readFile(path.join(fresh, 'a.properties'), 'utf8')).toBe('a');
  });

  it.each([
    ['changed', change('a.properties', 'mine', 'as it was')],
    ['there already', change('a.properties', 'mine')],
    ['changed and to be taken away', change('a.properties', undefined, 'as it was')],
    ['gone', change('b.properties', 'mine', 'as it was')],
  ])('writes nothing at all when a file is %s, unless it is told to', async (_what, given) => {
    await writeFile(at('a.properties'), 'theirs');
    const changes = [change('first.properties', 'first'), given];
    await expect(writeTexts(folder, changes, false)).rejects.toMatchObject({
      code: 'topology-changed',
      params: { file: given.name },
    });
    expect(await inFolder()).toEqual(['a.properties']);
    expect(await readFile(at('a.properties'), 'utf8')).toBe('theirs');
    await writeTexts(folder, changes, true);
    expect(await inFolder()).toContain('first.properties');
    if (given.text !== undefined) expect(await readFile(at(given.name), 'utf8')).toBe('mine');
  });

  it('keeps Latin-1 what was Latin-1, as long as it has the letters', async () => {
    await writeFile(at('a.properties'), Buffer.from('# caf\xe9\n--debug = a\n', 'latin1'));
    await writeTexts(
      folder,
      [change('a.properties', '# café\n--debug = ü\n', '# café\n--debug = a\n')],
      false,
    );
    expect(await readFile(at('a.properties'), 'latin1')).toBe('# caf\xe9\n--debug = \xfc\n');
    await writeTexts(folder, [change('a.properties', '# 咖啡\n', '# café\n--debug = ü\n')], false);
    expect(await readFile(at('a.properties'), 'utf8')).toBe('# 咖啡\n');
  });

  it.each(['a\0b', 'half \ud800 pair'])(
    'refuses a text that would come back as another one: %j',
    async (text) => {
      await expect(writeTexts(folder, [change('a.properties', text)], false)).rejects.toMatchObject({
        code: 'topology-not-text',
      });
      expect(await inFolder()).toEqual([]);
    },
  );

  it('never leaves the folder', async () => {
    const outside = `${folder}-outside`;
    await mkdir(outside);
    try {
      await writeFile(path.join(outside, 'theirs.properties'), 'theirs');
      await symlink(path.join(outside, 'theirs.properties'), at('link.properties'));
      await symlink(outside, at('way-out'));
      await symlink(path.join(outside, 'nothing'), at('dangling.properties'));
      for (const [name, code] of [
        ['link.properties', 'topology-outside'],
        ['way-out/init.properties', 'topology-outside'],
        ['dangling.properties', 'topology-outside'],
        ['../sibling.properties', 'topology-bad-name'],
        ['a/../../sibling.properties', 'topology-bad-name'],
        ['.', 'topology-bad-name'],
        ['.profile', 'topology-bad-name'],
        // Whoever reads the folder passes over hidden files.
        ['.hidden.properties', 'topology-bad-name'],
        ['.hidden/init.properties', 'topology-bad-name'],
        ['a/b/c/init.properties', 'topology-bad-name'],
      ] as const) {
        await expect(writeTexts(folder, [change(name, 'x')], true), name).rejects.toMatchObject({ code });
      }
      expect(await readdir(outside)).toEqual(['theirs.properties']);
      expect(await readFile(path.join(outside, 'theirs.properties'), 'utf8')).toBe('theirs');
    } finally {
      await rm(outside, { recursive: true });
    }
  });

  it('writes through a link that stays inside, and keeps it', async () => {
    await writeFile(at('real.txt'), 'old');
    await symlink('real.txt', at('a.properties'));
    await writeTexts(folder, [change('a.properties', 'new', 'old')], false);
    expect(await readFile(at('real.txt'), 'utf8')).toBe('new');
    expect(await realpath(at('a.properties'))).toBe(at('real.txt'));
  });

  it('leaves the examples as they are', async () => {
    await mkdir(at('examples/one'), { recursive: true });
    const examples = at('examples');
    const tried = writeTexts(at('examples/one'), [change('a.properties', 'x')], true, examples);
    await expect(tried).rejects.toMatchObject({ code: 'topology-is-example' });
    await expect(writeTexts('examples/seed', [], true)).rejects.toMatchObject({
      code: 'topology-is-example',
    });
    expect(await readdir(at('examples/one'))).toEqual([]);
  });

  it('names what cannot be written, and the reason', async () => {
    await writeFile(at('file'), '');
    const under = writeTexts(at('file/folder'), [], false);
    await expect(under).rejects.toMatchObject({ code: 'topology-unwritable', params: { reason: 'ENOTDIR' } });
    await mkdir(at('a.properties'));
    const folderThere = writeTexts(folder, [change('a.properties', 'x')], true);
    await expect(folderThere).rejects.toMatchObject({
      code: 'topology-unwritable',
      params: { reason: 'EISDIR' },
    });
  });

  // Node's own mkdir with `recursive` tries again for ever there.
  it.skipIf(process.platform !== 'linux')(
    'comes back from a place where nobody can make a folder',
    async () => {
      await expect(writeTexts('/proc/nothing/here', [], false)).rejects.toMatchObject({
        code: 'topology-unwritable',
        params: { reason: 'ENOENT' },
      });
    },
  );

  it('does not write over what is read-only', async (context) => {
    if (isRoot) return context.skip('root may write every file');
    await writeFile(at('a.properties'), 'old', { mode: 0o444 });
    const tried = writeTexts(folder, [change('a.properties', 'new', 'old')], true);
    await expect(tried).rejects.toMatchObject({ code: 'topology-unwritable', params: { reason: 'EACCES' } });
  });

  it('does not take moved cards for a change of somebody else’s, and keeps their places', async () => {
    const old = '# Mine\nquirks: {}\n';
    await writeFile(at('lab.yaml'), old);
    expect(await savePositions(folder, { server1: { x: 1, y: 2 } })).toBe('saved');
    const edited = '# Mine\nquirks: { fin-unnoticed: off }\n';
    await writeTexts(folder, [change('lab.yaml', edited, old)], false);
    const now = await readFile(at('lab.yaml'), 'utf8');
    expect(now).toContain(edited);
    expect(now).toContain('server1: { x: 1, y: 2 }');
    const moved = 'canvas:\n  server1: { x: 9, y: 9 }\n';
    await writeTexts(folder, [change('lab.yaml', moved, edited)], false);
    expect(await readFile(at('lab.yaml'), 'utf8')).toBe(moved);
    await writeFile(at('lab.yaml'), 'quirks: { other: on }\n');
    const tried = writeTexts(folder, [change('lab.yaml', edited, moved)], false);
    await expect(tried).rejects.toMatchObject({ code: 'topology-changed' });
  });
});

import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LabHost } from '#core/lab/lab-host.js';
import { parseLabYaml } from '#core/shared/config/lab-yaml.js';
import { readTopology } from '#main/topology/read-topology.js';
import { savePositions, withPositions } from '#main/topology/save-positions.js';

const NOBODY = 65534;
const PLACES = { server1: { x: 10, y: -20 }, 'db:jdbc:mysql://db/t': { x: 0.5, y: 7 } };

let folder = '';
let file = '';

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'save-positions-'));
  file = path.join(folder, 'lab.yaml');
});

afterEach(() => {
  chmodSync(folder, 0o755);
  rmSync(folder, { recursive: true, force: true });
});

const COMMENTED = `# Ours, do not touch
users:   strict   # why

canvas: # the map
  # to the left
  server1: { x: 1, y: 2 } # here

  gone:
    x: 3
    y: 4
# names
hosts:
    db.example:    127.0.1.9
quirks: {"fin-unnoticed":  off}
`;

function canvasOf(text: string): unknown {
  const read = parseLabYaml('lab.yaml', text);
  return read.ok ? read.value.canvas : read.problems;
}

describe('withPositions', () => {
  it('changes its own lines only, and keeps the comments in them', () => {
    const text = withPositions(COMMENTED, PLACES) ?? '';
    const [head = '', rest = ''] = COMMENTED.split(/canvas:[^]*(?=# names)/);
    expect(text.startsWith(head)).toBe(true);
    expect(text.endsWith(rest)).toBe(true);
    for (const comment of ['# the map', '# to the left', '# here']) {
      expect(text.split(comment)).toHaveLength(2);
    }
    expect(canvasOf(text)).toEqual(PLACES);
  });

  it.each([
    ['nothing', ''],
    ['no end of line', 'users: strict'],
    ['comments alone', '# nothing yet\n'],
    ['an empty flow map', 'canvas: {}\nusers: strict\n'],
    ['a flow map with a comment', 'canvas: { a: { x: 1, y: 1 } } # one\nusers: strict\n'],
    ['quoted keys', '"canvas":\n  "server1": { "x": 1, "y": 1 }\n'],
    ['Windows line ends', 'users: strict\r\ncanvas:\r\n  a: {x: 1, y: 1}\r\nquirks: {}\r\n'],
    ['a flow map as a whole', '{ users: strict, canvas: { a: { x: 1, y: 1 } } }\n'],
    ['an indented map', '  users: strict\n'],
    ['an end mark', 'users: strict\n...\n'],
    ['an anchor', 'canvas:\n  a: &a { x: 1, y: 1 }\n  server1: *a\nusers: strict\n'],
  ])('writes into a file with %s, and takes them out again', (_what, text) => {
    const users = /strict/.test(text);
    const written = withPositions(text, PLACES) ?? '';
    expect(canvasOf(written)).toEqual(PLACES);
    expect(/strict/.test(written)).toBe(users);
    if (text.includes('\r\n')) expect(written.replaceAll('\r\n', '')).not.toContain('\n');
    expect(withPositions(written, PLACES)).toBe(written);
    const without = withPositions(written, {}) ?? '';
    expect(canvasOf(without)).toEqual({});
    expect(/strict/.test(without)).toBe(users);
  });

  it('comes back to the same text', () => {
    const text = '# a\nusers: strict # b\n\n# c\nhosts: {}\n';
    expect(withPositions(withPositions(text, PLACES) ?? '', {})).toBe(text);
  });
});

describe('savePositions', () => {
  it('makes the file, and leaves nothing beside it', async () => {
    expect(await savePositions(folder, PLACES)).toBe('saved');
    expect(readdirSync(folder)).toEqual(['lab.yaml']);
    expect(canvasOf(readFileSync(file, 'utf8'))).toEqual(PLACES);
  });

  it('keeps rights and links', async () => {
    const real = path.join(folder, 'elsewhere.yaml');
    writeFileSync(real, COMMENTED, { mode: 0o600 });
    symlinkSync('elsewhere.yaml', file);
    expect(await savePositions(folder, PLACES)).toBe('saved');
    expect(lstatSync(file).isSymbolicLink()).toBe(true);
    expect(lstatSync(real).mode & 0o777).toBe(0o600);
    expect(canvasOf(readFileSync(real, 'utf8'))).toEqual(PLACES);
  });

  it.each([
    ['not YAML', Buffer.from('users: [strict\n')],
    ['of unknown keys', Buffer.from('colour: red\n')],
    ['of a key without a value', Buffer.from('canvas:\nusers: strict\n')],
    ['not UTF-8', Buffer.from('# gr\xFC\xDFe\nusers: strict\n', 'latin1')],
  ])('does not touch a file that is %s', async (_what, content) => {
    writeFileSync(file, content);
    expect(await savePositions(folder, PLACES)).toBe('invalid');
    expect(readFileSync(file).equals(content)).toBe(true);
  });

  it('leaves a folder alone that cannot be written to', async (context) => {
    writeFileSync(file, COMMENTED);
    chmodSync(folder, 0o555);
    // Root may write everywhere.
    const root = process.getuid?.() === 0;
    if (root && !process.seteuid) return context.skip('root may write everywhere');
    if (root) process.seteuid?.(NOBODY);
    try {
      expect(await savePositions(folder, PLACES)).toBe('not-writable');
    } finally {
      if (root) process.seteuid?.(0);
    }
    expect(readFileSync(file, 'utf8')).toBe(COMMENTED);
    expect(readdirSync(folder)).toEqual(['lab.yaml']);
  });

  it('leaves the examples, single files and what is not there alone', async () => {
    const example = path.join(folder, 'examples', 'one');
    mkdirSync(example, { recursive: true });
    expect(await savePositions(example, PLACES, path.join(folder, 'examples'))).toBe('not-writable');
    expect(await savePositions('examples/seed', PLACES)).toBe('not-writable');
    expect(existsSync('examples/seed/lab.yaml')).toBe(false);
    const single = path.join(folder, 'a.properties');
    writeFileSync(single, '');
    expect(await savePositions(single, PLACES)).toBe('not-writable');
    expect(await savePositions(path.join(folder, 'none'), PLACES)).toBe('not-writable');
    expect(existsSync(file)).toBe(false);
  });
});

describe('topology.place', () => {
  const text = 'config-type = --gen-config-def\n';

  async function opened(args: { path?: string; files?: { name: string; text: string }[] }): Promise<LabHost> {
    const host = new LabHost({
      readTopology,
      savePositions: (given, positions) => savePositions(given, positions),
      transport: 'memory',
    });
    await host.call('topology.open', args);
    return host;
  }

  it('writes into the folder, and the next time they are there', async () => {
    writeFileSync(path.join(folder, 'server1.properties'), text);
    const host = await opened({ path: folder });
    expect(await host.call('topology.place', { positions: PLACES })).toEqual({ saved: 'lab.yaml' });
    expect((await host.call('topology.get', {})).plan.positions).toEqual(PLACES);
    await host.close();
    const again = await opened({ path: folder });
    expect((await again.call('topology.get', {})).plan.positions).toEqual(PLACES);
    await again.close();
  });

  it('keeps those of texts in the lab', async () => {
    const host = await opened({ files: [{ name: 'server1.properties', text }] });
    expect(await host.call('topology.place', { positions: PLACES })).toEqual({ saved: 'window' });
    expect((await host.call('topology.get', {})).plan.positions).toEqual(PLACES);
    await host.close();
  });

  it('refuses to write into a file with mistakes', async () => {
    writeFileSync(path.join(folder, 'server1.properties'), text);
    writeFileSync(file, 'colour: red\n');
    const host = await opened({ path: folder });
    const placed = host.call('topology.place', { positions: PLACES });
    await expect(placed).rejects.toMatchObject({ code: 'lab-yaml-invalid', params: { path: folder } });
    await host.close();
  });
});

import { readFileSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSession } from '#core/lab/session/read-session.js';
import { sessionText } from '#core/lab/session/write-session.js';
import { HostError } from '#core/shared/api/host-error.js';
import { hasText } from '#core/shared/text/render.js';
import { AttackLab } from '#test/support/attack-lab.js';

let attack: AttackLab;
let packed: Buffer;
let lines: string[];

beforeAll(async () => {
  attack = await AttackLab.open({ mode: 'paused' }, { transport: 'memory' });
  const { host } = attack;
  await host.call('client.add', { name: 'alice', node: 'server1' });
  await host.call('clock.runUntil', { forMs: 2000 });
  await host.call('branch.fork', { seq: 40 });
  packed = Buffer.from((await host.call('session.save', {})).base64 ?? '', 'base64');
  lines = gunzipSync(packed).toString().trimEnd().split('\n');
});

afterAll(() => attack.close());

/** What reading says; undefined: nothing. Anything but a `HostError` with a sentence fails. */
function refusal(bytes: Uint8Array, most?: number): Pick<HostError, 'code' | 'params'> | undefined {
  try {
    readSession(bytes, most);
    return undefined;
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    expect(hasText(`host.${error.code}`)).toBe(true);
    return { code: error.code, params: error.params };
  }
}

function changed(line: number, to: (value: never) => unknown): Buffer {
  const value = JSON.parse(lines[line - 1] ?? '') as never;
  return Buffer.from(lines.with(line - 1, JSON.stringify(to(value))).join('\n'));
}

describe('a session file', () => {
  it('is read as it was written, packed or not', () => {
    const file = readSession(packed);
    expect(sessionText(file).trimEnd().split('\n')).toEqual(lines);
    expect(readSession(Buffer.from(lines.join('\n')))).toEqual(file);
    expect(file.branches.map(({ meta }) => meta.branch)).toEqual(['branch-1', 'branch-2']);
  });

  it('is refused with the line and what is wrong there', () => {
    expect(refusal(Buffer.from(''))?.code).toBe('not-a-session');
    expect(refusal(Buffer.from('{"format":"another"}'))?.code).toBe('not-a-session');
    expect(refusal(Buffer.from([0xff, 0xfe, 0x00]))?.code).toBe('not-a-session');
    expect(refusal(gzipSync('[]'))?.code).toBe('not-a-session');
    expect(refusal(packed.subarray(0, packed.length - 9))?.code).toBe('session-cut-short');
    expect(refusal(Buffer.from(lines.slice(0, -1).join('\n')))?.code).toBe('session-cut-short');
    expect(refusal(Buffer.from(lines.slice(0, 1).join('\n')))?.code).toBe('session-cut-short');
    expect(refusal(packed, 1000)?.code).toBe('session-too-large');
    expect(refusal(changed(1, (head: object) => ({ ...head, version: 7 })))).toEqual({
      code: 'session-newer',
      params: { version: 7, known: 1 },
    });
    expect(refusal(Buffer.from(lines.with(4, '["step",').join('\n')))).toEqual({
      code: 'session-broken',
      params: { line: 5, reason: 'JSON' },
    });
    const shut = ['command', 1, 1, 'topology.open', { path: '/etc' }];
    expect(refusal(changed(3, () => shut))?.params).toEqual({ line: 3, reason: 'topology.open' });
    const bad = ['command', 1, 1, 'node.crash', { node: 7 }];
    expect(refusal(changed(3, () => bad))?.params).toMatchObject({
      line: 3,
      reason: expect.stringContaining('node') as string,
    });
    expect(refusal(changed(2, (meta: object) => ({ ...meta, parent: 'branch-9' })))?.code).toBe(
      'session-broken',
    );
    expect(refusal(changed(1, (head: object) => ({ ...head, speed: -1 })))?.params).toMatchObject({
      line: 1,
    });
  });

  it('never makes reading throw anything else, however it is damaged', () => {
    const byte = fc.record({ at: fc.nat(packed.length - 1), to: fc.nat(255) });
    fc.assert(
      fc.property(fc.array(byte, { minLength: 1, maxLength: 5 }), fc.nat(packed.length), (bytes, length) => {
        const copy = Buffer.from(packed);
        for (const { at, to } of bytes) copy[at] = to;
        refusal(copy.subarray(0, length));
        refusal(copy);
      }),
      { numRuns: 300 },
    );
    const line = fc.record({ at: fc.nat(lines.length - 1), to: fc.json() });
    fc.assert(
      fc.property(line, ({ at, to }) => void refusal(Buffer.from(lines.with(at, to).join('\n')))),
      { numRuns: 300 },
    );
  });
});

describe('an older session file', () => {
  it('of version 0 opens with the trace that it had', async () => {
    const bytes = readFileSync(new URL('../../fixtures/sessions/version-0.clab', import.meta.url));
    const { header, branches } = readSession(bytes);
    expect(header).toMatchObject({ version: 1, name: 'pasted', current: 'branch-1', bookmarks: [] });
    expect(branches).toEqual([
      expect.objectContaining({ meta: expect.objectContaining({ seed: 3, profile: '7.1' }) as unknown }),
    ]);
    const opened = await attack.host.call('session.open', { base64: bytes.toString('base64') });
    expect(opened.branches).toEqual([
      expect.objectContaining({ events: header.at, played: branches[0]?.lines.length }),
    ]);
    expect(attack.host.lab?.profile).toBe('7.1');
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editedPieces } from '#core/lab/session/redact/edits.js';
import { redacted } from '#core/lab/session/redact/redacted.js';
import { xmlEscaped } from '#core/lab/session/redact/secrets.js';
import { readSession } from '#core/lab/session/read-session.js';
import { packed, sessionText } from '#core/lab/session/write-session.js';
import { buildTopology } from '#core/shared/config/build-topology.js';
import type { SessionFile } from '#core/shared/session/session-schema.js';

interface Given {
  cluster: string;
  component: string;
  database: string;
  user: string;
  stranger: string;
}

/** A session in which each secret stands wherever one can. */
function sessionWith({ cluster, component, database, user, stranger }: Given, cutAt = 20): SessionFile {
  const text = `# the secret is ${cluster}
--virt-hosts = lab.example
--user-db-uri = jdbc:mysql://db.example/tigase?user=tigase&password=${database}&ssl=true
config-type = --gen-config-def
--cluster-mode = true
--cluster-nodes=vm-1:${cluster}:5277,vm-2:${cluster}
--comp-name-1 = ext
--comp-class-1 = tigase.server.ext.ComponentProtocol
--external = muc.lab.example:${component}:listen:5270:vm-1:accept:ReceiverBareJidLB
basic-conf/admin-password = ${database}
`;
  const yaml = JSON.stringify({
    users: { strict: true, accounts: [{ jid: 'eve@lab.example', password: user }] },
  });
  const plain = Buffer.from(`\0eve\0${stranger}`).toString('base64');
  const said = Buffer.from(
    `<auth mechanism='PLAIN'>${plain}</auth><iq><password>${xmlEscaped(stranger)}</password></iq><body>${xmlEscaped(user)}</body>`,
  );
  const bytes = (from: number, to?: number) => [
    ...['outside', 3, 3],
    { kind: 'bytes', link: 'link-1', base64: said.subarray(from, to).toString('base64') },
  ];
  const entries = [
    ['step', 1, 1, 't1', 1],
    ['command', 2, 2, 'client.add', { name: 'eve', node: 'server1', password: user }],
    bytes(0, cutAt),
    ['command', 3, 3, 'component.add', { node: 'server1', item: `chat.lab.example:${component}` }],
    bytes(cutAt),
    [
      'command',
      4,
      4,
      'client.send',
      { client: 'eve', stanza: `<message><body>${xmlEscaped(cluster)}</body></message>` },
    ],
    ['note', 5, 5, 'scenario.step', [1, `log in with ${user}`]],
  ];
  const meta = {
    branch: 'branch-1',
    forkSeq: 0,
    origin: 'opened',
    title: `it is ${user}`,
    leftOut: 0,
  } as const;
  return {
    header: {
      ...{
        format: 'cluster-lab-session',
        version: 1,
        name: 'lab',
        positions: {},
        current: 'branch-1',
        at: 5,
      },
      ...{ speed: 1, redacted: false, files: [{ path: 'server1.properties', processName: 'server1', text }] },
      labYaml: { path: 'lab.yaml', text: yaml },
      bookmarks: [{ branch: 'branch-1', seq: 1, title: component }],
      view: { search: [stranger] },
    } as SessionFile['header'],
    branches: [
      {
        meta: { ...meta, seed: 1, profile: '5.2', quirks: {}, entries: entries.length, events: 5, hash: 'x' },
        lines: entries.map((entry) => JSON.stringify(entry)),
      },
    ],
  };
}

/** Everything in it, bytes of strangers and their base64 laid open as well. */
function allOf(file: SessionFile): string {
  const texts: string[] = [sessionText(file)];
  const visit = (value: unknown): void => {
    if (typeof value === 'string') texts.push(value);
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(visit);
  };
  visit(file);
  let bytes = '';
  for (const line of file.branches.flatMap(({ lines }) => lines)) {
    const [kind, , , event] = JSON.parse(line) as [string, number, number, { base64?: string }];
    visit(event);
    if (kind === 'outside') bytes += Buffer.from(event.base64 ?? '', 'base64').toString();
  }
  for (const [, base64 = ''] of bytes.matchAll(/>([A-Za-z0-9+/=]+)</g)) {
    texts.push(Buffer.from(base64, 'base64').toString());
  }
  return [...texts, bytes].join('\n');
}

/** Letters that a secret can have without ending a field of its file. */
const LETTERS = 'GHIJKLMNOPQRSTUVWXYZ_ghijklmnopqrstuvwxyz0123456789~^<>"é';
const secret = fc.string({ unit: fc.constantFrom(...LETTERS), minLength: 6, maxLength: 20 });
const given = fc.record<Given>({
  cluster: secret,
  component: secret,
  database: secret,
  user: fc
    .string({ unit: 'grapheme', minLength: 6, maxLength: 20 })
    .filter((text) => !/[\0-\x1f\x7f]/.test(text)),
  stranger: secret,
});

describe('a redacted session', () => {
  it('has no secret left, wherever it stood', () => {
    fc.assert(
      fc.property(given, fc.nat(120), (secrets, cutAt) => {
        const before = sessionWith(secrets, cutAt);
        const { file } = redacted(before);
        const text = allOf(file);
        // What is a name as well stays as a name: that is looked at below.
        const names = allOf(redacted(sessionWith({ ...secrets, ...OTHERS })).file);
        for (const word of Object.values(secrets)) {
          if (!names.includes(word)) expect(text).not.toContain(word);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('still opens, and one secret is one word', () => {
    fc.assert(
      fc.property(secret, (word) => {
        const all = { cluster: word, component: word, database: word, user: word, stranger: word };
        const { file, secrets } = redacted(sessionWith(all));
        expect(secrets).toBe(1);
        const { header, branches } = readSession(packed(file));
        const { plan, problems } = buildTopology(header.name, header.files, header.labYaml);
        expect(problems).toEqual([]);
        const [server] = plan.processes;
        const invented = server?.clusterNodes.map(({ password }) => password) ?? [];
        expect(invented).toEqual([invented[0], invented[0]]);
        expect(Buffer.byteLength(invented[0] ?? '')).toBe(Buffer.byteLength(word));
        expect(server?.externals[0]?.secret).toBe(invented[0]);
        expect(server?.databaseUri).toBe(
          `jdbc:mysql://db.example/tigase?user=tigase&password=${invented[0] ?? ''}&ssl=true`,
        );
        expect(plan.users.accounts[0]?.password).toBe(invented[0]);
        expect(branches[0]?.lines[1]).toContain(`"password":"${invented[0] ?? ''}"`);
        expect(allOf(file)).toContain(`\0eve\0${invented[0] ?? ''}`);
      }),
      { numRuns: 100 },
    );
  });

  it('leaves names alone that are a secret as well', () => {
    const { file } = redacted(
      sessionWith({ ...OTHERS, cluster: 'server1', component: 'muc', user: 'password' }),
    );
    const { plan } = buildTopology('lab', file.header.files, file.header.labYaml);
    expect(plan.processes[0]).toMatchObject({ name: 'server1', externals: [{ domain: 'muc.lab.example' }] });
    expect(plan.processes[0]?.clusterNodes[0]?.password).not.toBe('server1');
    expect(plan.processes[0]?.externals[0]?.secret).not.toBe('muc');
    expect(plan.users.accounts[0]?.jid).toBe('eve@lab.example');
    expect(plan.users.accounts[0]?.password).not.toBe('password');
  });

  it.each([
    ['handshake', '<handshake>0123456789abcdef</handshake>'],
    ['digest', '<iq><query><digest>0123456789abcdef</digest></query></iq>'],
    ['digest', `<response>${Buffer.from('username="eve",response=0123').toString('base64')}</response>`],
    ['scram', `<response>${Buffer.from('c=biws,r=x,p=eHh4').toString('base64')}</response>`],
  ] as const)('ends before a %s, which cannot be invented', (reason, text) => {
    const session = sessionWith(OTHERS);
    const proof = [
      'outside',
      9,
      9,
      { kind: 'bytes', link: 'link-2', base64: Buffer.from(text).toString('base64') },
    ];
    session.branches[0]?.lines.push(JSON.stringify(proof), '["step",10,10,"f1",0]');
    const { file } = redacted(session);
    expect(file.header.cuts).toEqual([{ branch: 'branch-1', event: 9, reason }]);
    expect(file.branches[0]?.lines).toHaveLength(7);
    expect(file.branches[0]?.meta).toMatchObject({ entries: 7 });
    expect(file.branches[0]?.meta).not.toHaveProperty('hash');
  });

  it('replaces across the pieces that bytes came in', () => {
    const edits = [
      { start: 2, end: 7, text: 'XYZ' },
      { start: 8, end: 9, text: '' },
    ];
    expect(editedPieces(['abc', 'def', 'ghij'], edits)).toEqual(['abXYZ', '', 'hj']);
  });
});

const OTHERS: Given = {
  cluster: 'Quiet-One-77',
  component: 'Quiet-Two-77',
  database: 'Quiet-Three-77',
  user: 'Quiet-Four-77',
  stranger: 'Quiet-Five-77',
};

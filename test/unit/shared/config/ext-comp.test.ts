import { describe, expect, it } from 'vitest';
import { buildTopology } from '#core/shared/config/build-topology.js';
import { dataReceiver } from '#core/shared/config/data-receiver.js';
import { extCompFields } from '#core/shared/config/ext-comp.js';
import type { ProcessPlan } from '#core/shared/config/topology-plan.js';

function plan(text: string): ProcessPlan {
  const { plan: topology } = buildTopology('t', [{ path: 'p.properties', processName: 'p', text }]);
  return topology.processes[0]!;
}

/** The items without their places. */
function items(text: string) {
  return plan(text).extComps.map(({ source: _, ...item }) => item);
}

describe('--ext-comp', () => {
  it('is read field by field', () => {
    expect(items('config-type=--gen-config-cs\n--ext-comp=cm.x,sm.x,5556,secret,ssl,connect')).toEqual([
      {
        component: 'ext-comp',
        localDomain: 'cm.x',
        remoteDomain: 'sm.x',
        host: 'sm.x',
        port: 5556,
        secret: 'secret',
        type: 'connect',
        routings: ['sm\\.x', '.*@sm\\.x', '.*\\.sm\\.x'],
        packRouted: true,
      },
    ]);
  });

  it('keeps the defaults for fields that are missing', () => {
    const [sm] = items('config-type=--gen-config-sm');
    expect(sm).toMatchObject({
      localDomain: 'localhost',
      remoteDomain: 'ext-comp.localhost',
      port: 5555,
      secret: 'someSecret',
      type: 'accept',
      packRouted: true,
    });
    expect(items('config-type=--gen-config-cs')[0]).toMatchObject({ type: 'connect', host: 'localhost' });
    expect(items('config-type=--gen-config-cs\n--ext-comp=a,b')[0]).toMatchObject({
      remoteDomain: 'b',
      port: 5555,
      type: 'connect',
    });
  });

  it.each([
    ['accept', 'accept'],
    ['connect', 'connect'],
    ['listen', 'connect'],
    [' accept', 'connect'],
  ])('type %s is %s', (word, type) => {
    expect(items(`config-type=--gen-config-sm\n--ext-comp=a,b,1,s,plain,${word}`)[0]?.type).toBe(type);
  });

  it('takes a port that is no number for 5555, and keeps what was written', () => {
    expect(items('config-type=--gen-config-sm\n--ext-comp=a,b,x')[0]).toMatchObject({
      port: 5555,
      badPort: 'x',
    });
  });

  it('routes what the last field says; everything from a component process', () => {
    expect(items('--ext-comp=a,b,1,s,plain,accept,.*')[0]?.routings).toEqual(['.*']);
    expect(items('config-type=--gen-config-comp\n--ext-comp=a,b')[0]?.routings).toEqual(['.*']);
    expect(items('--ext-comp=a,b')[0]).toMatchObject({ packRouted: false, type: 'accept' });
  });

  it('makes one component a line, and listens for those that accept', () => {
    const sm = plan(
      'config-type=--gen-config-sm\n--ext-comp=a,b\n--ext-comp_1=a,c,5556\n--ext-comp_x=a,d,1,s,plain,connect',
    );
    expect(sm.extComps.map(({ component, remoteDomain }) => [component, remoteDomain])).toEqual([
      ['ext-comp', 'b'],
      ['ext-comp_1', 'c'],
      ['ext-comp_x', 'd'],
    ]);
    expect(sm.listeners.map(({ component, port }) => [component, port])).toEqual([
      ['ext-comp', 5555],
      ['ext-comp_1', 5556],
    ]);
    expect(sm.hostname).toBe('a');
  });

  it('is what an unknown component name without a class gets', () => {
    const muc = plan('--comp-name-1=muc');
    expect(muc.extComps).toMatchObject([
      { component: 'muc', remoteDomain: 'muc.localhost', port: 5555, secret: 'someSecret', type: 'accept' },
    ]);
    expect(muc.listeners).toContainEqual({ component: 'muc', port: 5555, bind: '*', socket: 'plain' });
  });

  it('knows where each field stands', () => {
    const text = '\n--ext-comp = cm,sm,5555';
    const { files } = buildTopology('t', [{ path: 'p', processName: 'p', text }]);
    const { remote, port, secret } = extCompFields(files[0]!, 'ext-comp');
    expect(remote?.range).toMatchObject({ line: 2, column: 17, endColumn: 19 });
    expect(port?.text).toBe('5555');
    expect(secret).toBeUndefined();
  });
});

describe('the data receiver of c2s', () => {
  const receiver = (text: string, host = 'a.example') => dataReceiver(plan(text), 'c2s', host);

  it('is the own session manager', () => {
    expect(receiver('')).toBe('sess-man@p');
  });

  it('is that of the remote domain for connection managers', () => {
    expect(receiver('config-type=--gen-config-cs\n--ext-comp=cm,sm')).toBe('sess-man@sm');
    // Only the line without a number counts, and only there.
    expect(receiver('config-type=--gen-config-cs\n--ext-comp_1=cm,sm')).toBe('sess-man@cm');
    expect(receiver('--ext-comp=cm,sm')).toBe('sess-man@cm');
  });

  it('may differ by virtual host; the default takes the rest', () => {
    const text = 'c2s/routings/a\\\\.example = sess-man@one\nc2s/routings/b.* = sess-man@two';
    expect(receiver(text)).toBe('sess-man@one');
    expect(receiver(text, 'b.example')).toBe('sess-man@two');
    expect(receiver(text, 'c.example')).toBe('sess-man@p');
  });

  it('is nobody when a table is set that does not have the host', () => {
    expect(receiver('c2s/routings/multi-mode[B]=true')).toBeUndefined();
    expect(receiver('c2s/routings/multi-mode[B]=true\nc2s/routings/b.*=sess-man@two')).toBeUndefined();
  });

  it('is the one there is without multi-mode', () => {
    expect(receiver('c2s/routings/multi-mode[B]=false\nc2s/routings/b=sess-man@two')).toBe('sess-man@two');
  });
});

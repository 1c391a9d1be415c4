import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildTopology } from '#core/shared/config/build-topology.js';
import { lintTopology } from '#core/shared/config/lint/lint.js';
import { addressOfProcess, isLoopbackAddress } from '#core/shared/config/loopback-address.js';
import { isTdslFile, processNameOf } from '#core/shared/config/topology-files.js';
import { build, example } from './topology-support.js';

describe('the seed', () => {
  const { plan, problems } = build(example('seed'));
  const process = (name: string) => plan.processes.find((candidate) => candidate.name === name);

  it('names and numbers its processes', () => {
    expect(problems).toEqual([]);
    expect(
      plan.processes.map(({ name, hostname, hostnameRule, address }) => [
        name,
        hostname,
        hostnameRule,
        address,
      ]),
    ).toEqual([
      ['muc1', 'muc1', 'fallback', '127.0.1.1'],
      ['muc2', 'muc2', 'fallback', '127.0.1.2'],
      ['server1', 'vm-128-157', 'listen-item', '127.0.1.3'],
      ['server2', 'vm-128-158', 'listen-item', '127.0.1.4'],
    ]);
  });

  it('opens the ports of §0.4', () => {
    expect(
      process('server1')?.listeners.map(
        ({ component, port, bind, socket }) => `${component} ${bind}:${port} ${socket}`,
      ),
    ).toEqual([
      'c2s *:5222 plain',
      'c2s *:5223 ssl',
      's2s *:5269 plain',
      'bosh *:5280 plain',
      'ws2s *:5290 plain',
      'cl-comp *:5277 plain',
      'ext vm-128-157:5270 plain',
    ]);
    expect(process('muc1')?.listeners).toEqual([]);
  });

  it('loads the components and plugins that its files say', () => {
    expect(process('muc1')?.componentSet).toBe('comp');
    expect(process('muc1')?.components.map(({ name }) => name)).toEqual([
      'message-router',
      'basic-conf',
      'vhost-man',
      'stats',
      'ext',
      'monitor',
      'amp',
      'muc',
    ]);
    expect(process('server1')?.components.at(-1)).toMatchObject({
      name: 'channelmsgextcomponent',
      origin: 'stand-in',
    });
    expect(process('server1')?.components.find(({ name }) => name === 'c2s')?.className).toBe(
      'tigase.cluster.ClientConnectionClustered',
    );
    expect(process('server1')?.pluginStandIns).toEqual([
      'urn:ietf:params:xml:ns:messageConsumeACK',
      'urn:ietf:params:xml:ns:xmpp-user',
    ]);
    expect(process('server1')?.plugins).not.toContain('presence');
    expect(process('server1')?.plugins).toContain('amp');
    expect(process('server1')?.debugLoggers).toEqual(['tigase.server', 'tigase.cluster', 'tigase.xmpp.impl']);
  });

  it('dials from the MUCs and not from the servers', () => {
    expect(process('muc2')?.externals).toMatchObject([
      {
        type: 'connect',
        port: 5270,
        remoteDomain: 'xmpp.dev.pajkdc.com',
        addresses: ['vm-128-157', 'vm-128-158'],
      },
    ]);
    expect(process('server2')?.clusterNodes).toMatchObject([
      { host: 'vm-128-157', password: 'yangguo', port: 5277 },
      { host: 'vm-128-158', password: 'yangguo', port: 5277 },
    ]);
  });
});

describe('components', () => {
  const components = (text: string, labYaml?: string) => {
    const [process] = build({ p: text }, labYaml).plan.processes;
    return Object.fromEntries(process?.components.map((component) => [component.name, component]) ?? []);
  };

  it('gives a nameless config-type the default set', () => {
    expect(Object.keys(components('config-type=oops'))).toContain('c2s');
    expect(Object.keys(components('config-type=--gen-config-sm'))).toEqual(
      expect.arrayContaining(['ext-comp', 'sess-man']),
    );
    expect(Object.keys(components('config-type=--gen-config-all'))).not.toContain('amp');
  });

  it('plays an unknown name without a class as the old connection manager on 5555', () => {
    const [process] = build({ p: '--comp-name-1=Muc' }).plan.processes;
    expect(process?.components.at(-1)).toMatchObject({
      name: 'muc',
      className: 'tigase.server.xmppcomponent.ComponentConnectionManager',
    });
    expect(process?.listeners.at(-1)).toMatchObject({ component: 'muc', port: 5555 });
  });

  it('ignores a pair whose name is there already', () => {
    expect(
      components('config-type=--gen-config-comp\n--comp-name-1=ext\n--comp-class-1=a.B').ext?.className,
    ).toBe('tigase.server.ext.ComponentProtocol');
  });

  it('plays foreign classes as stand-ins unless lab.yaml says missing', () => {
    const text =
      '--comp-name-1=x\n--comp-class-1=com.example.X\n--comp-name-2=y\n--comp-class-2=tigase.muc.MucComponent';
    expect(components(text)).toMatchObject({ x: { origin: 'stand-in' }, y: { origin: 'missing' } });
    expect(components(text, 'standIns: {com.example.X: missing}').x?.origin).toBe('missing');
  });

  it('takes names that every object inherits for plain text', () => {
    const text =
      '--comp-name-1=constructor\n--comp-class-1=toString\n--cluster-mode=true\nconfig-type=valueOf';
    expect(components(text).constructor).toMatchObject({ className: 'toString' });
  });

  it('loads the sample item when ext has no --external', () => {
    const [process] = build({ p: 'config-type=--gen-config-comp' }).plan.processes;
    expect(process?.externals).toMatchObject([{ domain: 'muc.domain.tld', port: 5277, sample: true }]);
    expect(process?.listeners).toEqual([{ component: 'ext', port: 5277, bind: '*', socket: 'plain' }]);
  });

  it('reads --c2s-ports, all of them plain', () => {
    const [process] = build({ p: '--c2s-ports=5222,x' }).plan.processes;
    expect(process?.listeners.slice(0, 2)).toEqual([
      { component: 'c2s', port: 5222, bind: '*', socket: 'plain' },
      { component: 'c2s', port: 0, bind: '*', socket: 'plain', unreadable: 'x' },
    ]);
  });

  it('reads lists as Tigase does', () => {
    const [process] = build({
      p: `--cluster-mode=yes
--cluster-nodes=a, b:s,u@c:s:x,d: :99
--comp-name-1=ext
--external=m:1:listen:5270,m:2:listen,n:3:connect:x:dom;h1;h2:client:L
--sm-plugins=+x=4,-presence,  -disco,bare`,
    }).plan.processes;
    expect(process?.clusterNodes.map(({ host, password, port }) => [host, password, port])).toEqual([
      ['a', undefined, 5277],
      [' b', 's', 5277],
      ['c', 's', 5277],
      ['d', undefined, 99],
    ]);
    expect(process?.externals).toMatchObject([
      { domain: 'm', secret: '2', port: -1, addresses: ['*'] },
      {
        domain: 'n',
        type: 'connect',
        port: 5277,
        remoteDomain: 'dom',
        addresses: ['h1', 'h2'],
        protocol: 'jabber:client',
        loadBalancer: 'L',
      },
    ]);
    expect(process?.externals[0]).not.toHaveProperty('protocol');
    expect(process?.plugins).toEqual(expect.arrayContaining(['x', 'disco', '  -disco', 'bare']));
    expect(process?.plugins).not.toContain('presence');
    expect(process?.pluginStandIns).toEqual(['x', 'bare']);
  });
});

describe('host names', () => {
  const names = (texts: Record<string, string>, labYaml?: string) =>
    build(texts, labYaml).plan.processes.map(
      ({ name, hostname, hostnameRule }) => `${name}=${hostname} (${hostnameRule})`,
    );
  const cluster = '--cluster-mode=true\n--cluster-nodes=n1:s,n2:s\n';
  const listen = (name: string) =>
    `${cluster}--comp-name-1=ext\n--external=m.d:s:listen:5270:${name}:accept\n`;

  it('follows the chain of rules', () => {
    expect(names({ a: cluster, b: cluster })).toEqual(['a=n1 (cluster-nodes)', 'b=n2 (cluster-nodes)']);
    expect(names({ a: cluster, n1: cluster })).toEqual(['a=n2 (cluster-nodes)', 'n1=n1 (process-name)']);
    expect(names({ a: '--ext-comp=cm.host,sm.host,5555' })).toEqual(['a=cm.host (ext-comp)']);
    expect(names({ a: listen('10.0.0.7') })).toEqual(['a=10.0.0.7 (listen-item)']);
    expect(names({ a: listen('*') })).toEqual(['a=n1 (cluster-nodes)']);
    expect(names({ a: listen('n1') }, 'processes: {a: {hostname: other}}')).toEqual(['a=other (lab-yaml)']);
  });

  it('claims a name once', () => {
    expect(names({ a: listen('n1'), b: listen('n1') })).toEqual([
      'a=n1 (listen-item)',
      'b=n2 (cluster-nodes)',
    ]);
    expect(names({ a: cluster, b: listen('n1') })).toEqual(['a=n2 (cluster-nodes)', 'b=n1 (listen-item)']);
    expect(names({ a: listen('b'), b: '' })).toEqual(['a=b (listen-item)', 'b=b-2 (fallback)']);
    const built = build({ a: '', b: '' }, 'processes:\n  a: {hostname: h}\n  b: {hostname: h}\n  c: {}');
    expect(built.plan.processes.map(({ hostname }) => hostname)).toEqual(['h', 'b']);
    expect(built.problems).toMatchObject([
      { code: 'Y6', range: { line: 3, column: 3 } },
      { code: 'Y5', range: { line: 4, column: 3 } },
    ]);
  });

  it('keeps how others see a process, and names those that are not there', () => {
    const built = build({ a: '', b: '' }, 'processes:\n  a:\n    seenAs: {b: 10.0.9.1, c: 10.0.9.2}');
    expect(built.plan.processes[0]?.seenAs).toMatchObject({ b: '10.0.9.1' });
    expect(built.problems).toMatchObject([
      { code: 'Y5', range: { line: 3, column: 27 }, params: { process: 'c' } },
    ]);
  });

  it('numbers addresses, and lets lab.yaml share one', () => {
    const processes = build({ a: '', b: '' }, 'processes: {b: {address: 127.0.1.1}}').plan.processes;
    expect(processes.map(({ address }) => address)).toEqual(['127.0.1.1', '127.0.1.1']);
    expect(addressOfProcess(254)).toBe('127.0.1.254');
    expect(addressOfProcess(255)).toBe('127.0.2.1');
    expect(isLoopbackAddress('127.999.0.1')).toBe(false);
  });
});

describe('files', () => {
  it.each([
    ['server1.properties', 'server1'],
    ['./server1.properties', 'server1'],
    ['server1/init.properties', 'server1'],
    ['server1\\etc\\init.properties', 'server1'],
    ['init.properties', undefined],
    ['a/b.properties', undefined],
    ['../init.properties', undefined],
    ['lab.yaml', undefined],
  ])('%s', (path, name) => expect(processNameOf(path)).toBe(name));

  it('names a Tigase 8 file and a process that comes twice', () => {
    const built = buildTopology('t', [
      { path: 'a/init.properties', processName: 'a', text: '' },
      { path: 'a.properties', processName: 'a', text: '' },
      { path: 'b/etc/config.tdsl', processName: 'b', text: '' },
    ]);
    expect(isTdslFile('x/config.tdsl')).toBe(true);
    expect(built.plan.processes.map(({ file }) => file)).toEqual(['a.properties']);
    expect(built.problems.map(({ code, range }) => `${code} ${range.file}`)).toEqual([
      'X5 a/init.properties',
      'X4 b/etc/config.tdsl',
    ]);
  });

  it('never throws, whatever the texts', () => {
    const keys = [
      '--external',
      '--cluster-nodes',
      '--sm-plugins',
      '--comp-name-1',
      '--comp-class-1',
      '--virt-hosts',
      'config-type',
      '--cluster-mode',
      '--ext-comp',
      'a/b[I]',
    ];
    const bits = [
      ':',
      ',',
      ';',
      ' ',
      '-',
      '+',
      '=',
      'ext',
      'true',
      'listen',
      'connect',
      '5270',
      'muc',
      'muc.d',
      '__proto__',
      'constructor',
      'h1',
      '*',
    ];
    const line = fc
      .tuple(fc.constantFrom(...keys), fc.array(fc.constantFrom(...bits), { maxLength: 14 }))
      .map(([key, value]) => `${key}=${value.join('')}`);
    const text = fc.array(line, { maxLength: 12 }).map((lines) => lines.join('\n'));
    fc.assert(
      fc.property(text, text, fc.string(), (one, two, yaml) => {
        lintTopology(build({ one, two }, yaml));
      }),
      { numRuns: 100 },
    );
  });
});

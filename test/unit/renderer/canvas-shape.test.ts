import { describe, expect, it } from 'vitest';
import type { LinkView } from '#core/shared/api/results.js';
import { buildTopology } from '#core/shared/config/build-topology.js';
import type { MachineView } from '#core/shared/trace/machine-fold.js';
import { canvasShape } from '#renderer/flow/canvas-shape.js';
import { DialFold } from '#renderer/flow/link-machines.js';

const TEXT = `config-type = --gen-config-comp
--virt-hosts = xmpp.example
--comp-name-1 = muc
--comp-class-1 = tigase.muc.MUCComponent
--external = muc.xmpp.example:secret:connect:5347:xmpp.example;Real;nobody:accept
`;

const { plan } = buildTopology('canvas', [{ path: 'muc1.properties', processName: 'muc1', text: TEXT }], {
  path: 'lab.yaml',
  text: 'hosts: { real: 127.0.0.1 }',
});

const link: LinkView = {
  id: 'muc1>Real:5347#1',
  service: 'ext',
  dialler: { node: 'muc1', address: '127.0.1.1', port: 40_000, external: false },
  acceptor: { node: 'outside', address: '127.0.0.1', port: 5347, external: true },
  open: true,
  waiting: { ab: 0, ba: 0 },
  held: [],
  faults: [],
};

function dialler(host: string): [string, MachineView] {
  const instance = `muc1/ext/dial muc.xmpp.example ${host}`;
  const machine = { machine: 'component-dialler', node: 'muc1', state: 'waiting', edge: '', seq: 1 };
  return [instance, { ...machine, instance }];
}

describe('a server outside the lab', () => {
  it('has one card, with a link and while it is dialled', () => {
    const machines = new Map([dialler('Real'), dialler('nobody')]);
    const lists = { plan, clients: [], machines };
    const card = { id: 'server:Real', kind: 'outsideServer', name: 'Real', near: 'muc1' };
    const unknown = { id: 'host:nobody', kind: 'unknownHost', name: 'nobody', near: 'muc1' };
    for (const links of [[], [link]]) {
      const { cards, lines } = canvasShape({ ...lists, links }, new DialFold());
      expect(cards).toContainEqual(card);
      expect(cards).toContainEqual(unknown);
      expect(cards).toHaveLength(3);
      expect(lines.map(({ source, target }) => `${source} ${target}`)).toContain('muc1 server:Real');
    }
  });
});

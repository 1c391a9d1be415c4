import { describe, expect, it } from 'vitest';
import { clusterDiallerMachine } from '#core/shared/machines/cluster-dialler.machine.js';
import { componentDiallerMachine } from '#core/shared/machines/component-dialler.machine.js';
import { machineGraph } from '#core/shared/machines/machine-graph.js';
import type { MachineView } from '#core/shared/trace/machine-fold.js';
import type { TraceEvent } from '#core/shared/trace/trace-event.js';
import type { TraceKind } from '#core/shared/trace/trace-schema.js';
import {
  acceptedLink,
  DialFold,
  diallerName,
  dialPhase,
  linkEnds,
  linkPhase,
  phaseOf,
} from '#renderer/flow/link-machines.js';

const DIALLER = 'server1/cl-comp/dial vm-128-158 2';
const LINK = {
  id: 'server1>server2:5277#4',
  service: 'cl-comp',
  dialler: { node: 'server1', address: '127.0.1.3', port: 40004, external: false },
  acceptor: { node: 'server2', address: '127.0.1.4', port: 5277, external: false },
};

describe('names of machines', () => {
  it('reads whom a dialler dials', () => {
    expect(diallerName(machine('cluster-dialler', DIALLER))).toEqual({
      node: 'server1',
      service: 'cl-comp',
      host: 'vm-128-158',
    });
    const component = machine('component-dialler', 'muc1/ext/dial muc.xmpp.dev.pajkdc.com vm-128-157');
    expect(diallerName(component)).toEqual({ node: 'muc1', service: 'ext', host: 'vm-128-157' });
    const half = machine('ext-comp-dialler', 'cm1/ext-comp/dial sm.example.org:5555');
    expect(diallerName(half)).toEqual({ node: 'cm1', service: 'ext-comp', host: 'sm.example.org' });
    expect(diallerName(machine('node', 'muc1/process'))).toBeUndefined();
  });

  it('reads which link an acceptor has accepted', () => {
    expect(acceptedLink(machine('cluster-acceptor', 'server2/cl-comp/accept server1>server2:5277#4'))).toBe(
      LINK.id,
    );
    expect(acceptedLink(machine('c2s-stream', 'server1/c2s/client:alice>server1:5222#1'))).toBe(
      'client:alice>server1:5222#1',
    );
    expect(acceptedLink(machine('ext-comp-acceptor', 'sm/ext-comp/accept cm1>sm:5555#1'))).toBe(
      'cm1>sm:5555#1',
    );
    expect(acceptedLink(machine('cluster-dialler', DIALLER))).toBeUndefined();
  });
});

describe('which dialler has which link', () => {
  it('follows the timer that made it dial', () => {
    const dials = folded(timer(10, DIALLER), dialled(11, 10, LINK.id), timer(12, 'other'));
    const machines = all(
      machine('cluster-dialler', DIALLER, 'connected.live'),
      machine('cluster-acceptor', `server2/cl-comp/accept ${LINK.id}`, 'connected.live'),
    );
    const ends = linkEnds(LINK, machines, dials);
    expect([ends.dialler?.instance, ends.acceptor?.instance]).toEqual([
      DIALLER,
      `server2/cl-comp/accept ${LINK.id}`,
    ]);
  });

  it('gives the old link up at the next dial', () => {
    const dials = folded(timer(1, DIALLER), dialled(2, 1, 'old'), timer(3, DIALLER), dialled(4, 3, 'new'));
    expect([dials.ownerOf('old'), dials.ownerOf('new'), dials.linkOf(DIALLER)]).toEqual([
      undefined,
      DIALLER,
      'new',
    ]);
  });

  it('takes no link that something else has dialled', () => {
    expect(folded(timer(1, DIALLER), dialled(3, 2, LINK.id)).ownerOf(LINK.id)).toBeUndefined();
  });

  it('remembers a refusal until a link opens or the machine is gone', () => {
    const dials = folded(timer(1, DIALLER), dialled(2, 1, 'a'), failed(3, 'a', 'ECONNREFUSED'));
    expect(dials.failureOf(DIALLER)).toBe('ECONNREFUSED');
    for (const event of [timer(4, DIALLER), dialled(5, 4, 'b'), opened(6, 'b')]) dials.take(event);
    expect(dials.failureOf(DIALLER)).toBeUndefined();
    dials.take(failed(7, 'b', 'ETIMEDOUT'));
    dials.take(event(8, 'machine.stopped', 0, { machine: 'cluster-dialler', instance: DIALLER }));
    expect([dials.failureOf(DIALLER), dials.ownerOf('b')]).toEqual([undefined, undefined]);
  });

  it('finds the newest session of a client', () => {
    const started = (seq: number, instance: string): TraceEvent =>
      event(
        seq,
        'machine.started',
        0,
        { machine: 'client-session', instance, state: 'dialling' },
        'client:alice',
      );
    const dials = folded(started(1, 'client:alice/session/1'), started(2, 'client:alice/session/2'));
    const c2s = { ...LINK, service: 'c2s', dialler: { ...LINK.dialler, node: 'client:alice' } };
    const machines = all(machine('client-session', 'client:alice/session/2', 'online'));
    expect(linkEnds(c2s, machines, dials).dialler?.state).toBe('online');
  });
});

describe('what a line says', () => {
  const ends = (dialler: string, acceptor?: string) => ({
    dialler: machine('cluster-dialler', DIALLER, dialler),
    acceptor: acceptor === undefined ? undefined : machine('cluster-acceptor', 'x', acceptor),
  });
  const up = { open: true, held: [] };

  it('takes the worse end, and a fault before both', () => {
    expect(linkPhase(up, ends('connected.live', 'connected.live'))).toBe('connected');
    expect(linkPhase(up, ends('connected.live', 'negotiating.opened'))).toBe('connecting');
    expect(linkPhase(up, ends('connected.live', 'connected.socketGone'))).toBe('gone');
    expect(linkPhase(up, ends('connected.live'))).toBe('connected');
    expect(linkPhase({ ...up, open: false }, ends('connecting'))).toBe('connecting');
    expect(linkPhase({ ...up, held: ['wifi-off server1'] }, ends('connected.socketGone'))).toBe('held');
  });

  it('knows the states of the real machines', () => {
    for (const definition of [clusterDiallerMachine, componentDiallerMachine]) {
      const ids = machineGraph(definition).states.map(({ id }) => id.replace(`${definition.id}.`, ''));
      expect(ids.filter((id) => phaseOf(id) === 'connected')).toHaveLength(1);
      expect(ids.filter((id) => phaseOf(id) === 'gone')).toHaveLength(2);
    }
    expect(['open.bound', 'online'].map(phaseOf)).toEqual(['connected', 'connected']);
  });

  it('draws a line for a dialler without a socket', () => {
    expect(dialPhase('waiting', undefined)).toBe('waiting');
    expect(dialPhase('connecting', 'ECONNREFUSED')).toBe('refused');
    expect(dialPhase('bound.socketGone', undefined)).toBe('gone');
    expect(dialPhase('connected.live', undefined)).toBeUndefined();
    expect(dialPhase('unlisted', undefined)).toBeUndefined();
  });
});

function machine(id: string, instance: string, state = ''): MachineView {
  return { machine: id, instance, node: instance.split('/')[0] ?? '', state, edge: '', seq: 1 };
}

function all(...views: MachineView[]): ReadonlyMap<string, MachineView> {
  return new Map(views.map((view) => [view.instance, view]));
}

function folded(...events: TraceEvent[]): DialFold {
  const dials = new DialFold();
  events.forEach((one) => dials.take(one));
  return dials;
}

function event(
  seq: number,
  kind: TraceKind,
  cause: number,
  data: TraceEvent['data'],
  node = 'server1',
): TraceEvent {
  return { seq, time: seq, node, cause, kind, data };
}

function timer(seq: number, label: string): TraceEvent {
  return event(seq, 'timer.fired', 0, { label });
}

function dialled(seq: number, cause: number, link: string): TraceEvent {
  return event(seq, 'link.dialled', cause, {
    link,
    service: 'cl-comp',
    from: 'server1',
    to: 'vm',
    port: 5277,
  });
}

function opened(seq: number, link: string): TraceEvent {
  return event(seq, 'link.opened', 0, { link, acceptor: 'server2' });
}

function failed(seq: number, link: string, error: string): TraceEvent {
  return event(seq, 'link.failed', 0, { link, error });
}

import { HostError } from '#core/shared/api/host-error.js';
import type { LabProcess } from '../lab-process.js';
import type { LabSession } from '../lab-session.js';
import { nodeDetails, nodeView } from '../views.js';
import type { Area } from './handlers.js';

export function nodeCommands(session: LabSession): Area<'node'> & Area<'machine'> & Area<'rooms'> {
  const find = (node: string): LabProcess => {
    const process = session.lab.process(node);
    if (!process) throw new HostError('unknown-node', { node });
    return process;
  };
  const act = (node: string, work: (process: LabProcess) => void): { state: string } => {
    const process = find(node);
    session.act(`command ${node}`, () => work(process));
    return { state: process.state };
  };
  return {
    'node.list': () => ({ nodes: session.lab.processes.map((process) => nodeView(session.lab, process)) }),
    'machine.list': ({ node }) => ({
      machines: session.lab.machines.all().filter((machine) => node === undefined || machine.node === node),
    }),
    'rooms.get': () => ({ domains: session.lab.rooms.views() }),
    'node.get': ({ node }) => ({ node: nodeDetails(session.lab, find(node)) }),
    'node.start': ({ node }) => {
      if (find(node).running) throw new HostError('node-runs-already', { node });
      return act(node, (process) => process.start());
    },
    'node.stop': ({ node }) => {
      if (!find(node).running) throw new HostError('node-is-down', { node });
      return act(node, (process) => process.stop());
    },
    'node.crash': ({ node }) => {
      if (!find(node).running) throw new HostError('node-is-down', { node });
      return act(node, (process) => process.crash());
    },
    'node.restart': ({ node }) => {
      const process = find(node);
      session.lab.restart(process);
      return { state: process.state };
    },
  };
}

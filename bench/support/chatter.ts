/** Clients that never stop talking: each answers whatever it gets, so that there is always something to deliver. */
import type { Lab } from '#core/lab/lab.js';

/** Adds `perNode` clients to each server and waits in lab time until all are online. Returns their names. */
export async function addClients(lab: Lab, perNode: number): Promise<string[]> {
  const names: string[] = [];
  for (const process of lab.processes) {
    for (let index = 0; index < perNode; index += 1) {
      const name = `u${names.length + 1}`;
      lab.kernel.enter(0, 'bench', () => lab.clients.add({ name, node: process.name }));
      names.push(name);
    }
  }
  const online = (): boolean =>
    lab.clients.list().every((client) => client.view().state.startsWith('online'));
  const end = await lab.stepper.run({ until: lab.clock.now() + 600_000_000, met: online });
  if (end !== 'met') throw new Error(`clients did not come online: ${end}`);
  return names;
}

/** Each client sends `inFlight` chats to a client of another node. */
export function startTalking(lab: Lab, names: readonly string[], inFlight: number): void {
  const domain = lab.topology.processes[0]?.virtualHosts[0] ?? '';
  names.forEach((name, index) => {
    const other = names[(index + Math.floor(names.length / 2)) % names.length] ?? name;
    for (let number = 0; number < inFlight; number += 1) {
      const stanza = `<message to="${other}@${domain}/${other}" type="chat" id="${name}-${number}"><body>${'x'.repeat(200)}</body></message>`;
      lab.kernel.enter(0, 'bench', () => lab.clients.get(name)?.send(stanza));
    }
  });
}

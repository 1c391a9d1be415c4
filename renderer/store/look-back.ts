/** Looking back: the lists of the store are those of an earlier event until it ends. The lab itself goes on. */
import type { WindowHost } from '../host/lab-host.js';
import { labStore } from './lab-store.js';

export class LookBack {
  private readonly host: WindowHost;
  private readonly present: () => void;
  /** Asked for last; a slider asks faster than anybody answers. */
  private wanted: number | undefined;
  private asking = false;

  /** @param present shows the present again */
  constructor(host: WindowHost, present: () => void) {
    this.host = host;
    this.present = present;
  }

  /** Shows the moment after event `seq`; the newest one that was asked for wins. */
  async to(seq: number): Promise<void> {
    this.wanted = seq;
    if (this.asking) return;
    this.asking = true;
    try {
      for (let next = this.wanted; next !== undefined; next = this.wanted) {
        await this.show(next);
        if (this.wanted === next) break;
      }
    } catch {
      // Another topology or branch was opened meanwhile.
    } finally {
      this.asking = false;
    }
  }

  /** Another run is shown: what was asked for of the one before is not wanted any more. */
  forget(): void {
    this.wanted = undefined;
  }

  end(): void {
    this.forget();
    if (!labStore.getState().past) return;
    labStore.setState({ past: undefined });
    this.present();
  }

  private async show(seq: number): Promise<void> {
    const { plan } = labStore.getState();
    const then = await this.host.call('state.at', { seq });
    // Called off, or another lab is open.
    if (this.wanted === undefined || labStore.getState().plan !== plan) return;
    const { nodes, links, faults, rooms, pending } = then;
    labStore.setState(({ clients }) => ({
      past: { seq, time: then.time },
      nodes,
      links,
      faults,
      rooms,
      pending,
      // The trace does not say which JID a client has: who is still there has the same one.
      clients: then.clients.map((client) => ({
        ...client,
        jid: clients.find(({ name }) => name === client.name)?.jid ?? client.jid,
      })),
      machines: new Map(then.machines.map((machine) => [machine.instance, machine])),
    }));
  }
}

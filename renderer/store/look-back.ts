/** Looking back: the lists of the store are those of an earlier event until it ends. The lab itself goes on. */
import type { CommandResult } from '#core/shared/api/results.js';
import type { WindowHost } from '../host/lab-host.js';
import { labStore, type LabState } from './lab-store.js';

export class LookBack {
  private readonly host: WindowHost;
  private readonly present: () => void;
  private asking = false;

  /** @param present shows the present again */
  constructor(host: WindowHost, present: () => void) {
    this.host = host;
    this.present = present;
  }

  /** Shows the moment after event `seq`; the newest one that was asked for wins. */
  async to(seq: number): Promise<void> {
    labStore.setState({ wantedPast: seq });
    if (this.asking) return;
    this.asking = true;
    try {
      for (let next = wanted(); next !== undefined; next = wanted()) {
        await this.show(next);
        if (wanted() === next) break;
      }
    } catch {
      // Another topology or branch was opened meanwhile.
      labStore.setState(({ past }) => ({ wantedPast: past?.seq }));
    } finally {
      this.asking = false;
    }
  }

  /** One step back from the moment that is shown: to the one before the frame or timer that led to it. */
  async stepBack(): Promise<void> {
    const from = wanted();
    try {
      const { seq } = await this.host.call('trace.stepBefore', from === undefined ? {} : { seq: from });
      // Somebody has gone elsewhere meanwhile.
      if (wanted() === from) await this.to(Math.max(1, seq));
    } catch {
      // As in `to`.
    }
  }

  /** Another run is shown: what was asked for of the one before is not wanted any more. */
  forget(): void {
    labStore.setState({ wantedPast: undefined });
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
    if (wanted() === undefined || labStore.getState().plan !== plan) return;
    const { nodes, links, faults, rooms, pending } = then;
    labStore.setState(({ clients }) => ({
      past: { seq, time: then.time, ...planOf(then, labStore.getState().past) },
      nodes,
      links,
      faults,
      rooms,
      pending,
      // The trace does not say which JID a client wants: one that is still there has said so.
      clients: then.clients.map((client) => ({
        ...client,
        jid: client.jid || (clients.find(({ link }) => link === client.link)?.jid ?? ''),
      })),
      machines: new Map(then.machines.map((machine) => [machine.instance, machine])),
    }));
  }
}

/** The same object as long as it is the same plan: cards that stay are not drawn again. */
function planOf(
  { plan }: CommandResult<'state.at'>,
  before: LabState['past'],
): Pick<NonNullable<LabState['past']>, 'plan'> {
  if (!plan) return {};
  return { plan: before?.plan && JSON.stringify(before.plan) === JSON.stringify(plan) ? before.plan : plan };
}

function wanted(): number | undefined {
  return labStore.getState().wantedPast;
}

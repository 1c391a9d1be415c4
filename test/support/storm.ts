/** A cluster under traffic and a storm of faults, all of it from one seed. */
import { Lab } from '#core/lab/lab.js';
import { SeededRandom } from '#core/lab/random.js';
import { HostError } from '#core/shared/api/host-error.js';
import { randomFault } from './random-fault.js';
import { DOMAIN, ROOMS, SERVER_NODES, stormTopology } from './storm-topology.js';

/** ms of lab time between two words of each client. */
const TALK_MS = 2000;
const STORM_MS = 60_000;
const MOST_FAULTS = 14;
/** States in which a built-in client has come to its end. */
const OVER = new Set([
  'offline',
  'refused',
  'authFailed',
  'bindFailed',
  'conflict',
  'streamError',
  'connectionLost',
]);

export interface StormOptions {
  seed: number;
  finUnnoticed: boolean;
  transport?: 'memory' | 'loopback';
  /** Kinds that are left out. */
  not?: readonly string[];
}

export class Storm {
  readonly lab: Lab;
  /** What was put on, as text, for whoever looks into a failure. */
  readonly faults: string[] = [];
  /** Exceptions, which only a bug of the lab can cause. */
  readonly bugs: readonly unknown[];
  private readonly random: SeededRandom;
  private readonly not: readonly string[];

  private constructor(lab: Lab, bugs: unknown[], { seed, not = [] }: StormOptions) {
    this.lab = lab;
    this.bugs = bugs;
    this.random = new SeededRandom(seed * 31 + 5);
    this.not = not;
  }

  static async open(options: StormOptions): Promise<Storm> {
    const { seed, finUnnoticed, transport = 'memory' } = options;
    const bugs: unknown[] = [];
    const lab = await Lab.open({
      topology: stormTopology(),
      seed,
      transport,
      quirks: { 'fin-unnoticed': finUnnoticed },
      onBug: (error) => bugs.push(error),
    });
    const storm = new Storm(lab, bugs, options);
    await lab.boot();
    storm.talk();
    await storm.wait(20_000);
    return storm;
  }

  /** Faults by chance at times by chance. */
  async rage(): Promise<void> {
    const clock = this.lab.clock.forNode('');
    const count = 4 + this.random.below(MOST_FAULTS - 3);
    for (let number = 0; number < count; number += 1)
      clock.after(this.random.below(STORM_MS), 'storm', () => this.strike());
    await this.wait(STORM_MS + this.random.below(10_000));
  }

  wait(ms: number, met?: () => boolean): Promise<string> {
    const { clock, stepper } = this.lab;
    return stepper.run({ until: clock.now() + ms * 1000, ...(met ? { met } : {}) });
  }

  close(): Promise<void> {
    return this.lab.close();
  }

  private strike(): void {
    const request = randomFault(this.random, this.not);
    try {
      this.lab.faults.apply(request);
      this.faults.push(`${(this.lab.clock.now() / 1e6).toFixed(1)} s ${JSON.stringify(request)}`);
    } catch (error) {
      // Twice the same on one node.
      if (!(error instanceof HostError && error.code === 'fault-already-on')) throw error;
    }
  }

  /** A user at each server: in a room of each MUC process, talking there and to the next user; comes back when thrown out. */
  private talk(): void {
    const { clients, clock } = this.lab;
    SERVER_NODES.forEach((node, index) => {
      const name = `u${index + 1}`;
      const next = `u${((index + 1) % SERVER_NODES.length) + 1}`;
      let seen = '';
      const speak = (): void => {
        clock.forNode('').after(TALK_MS, `talk ${name}`, speak);
        const client = clients.get(name);
        const { state = 'gone', jid = '' } = client?.view() ?? {};
        if (!client || OVER.has(state)) {
          clients.remove(name, 'reset');
          clients.add({ name, node });
          return;
        }
        if (!state.startsWith('online')) return;
        const joined = seen === client.link;
        seen = client.link;
        client.send(`<message type="chat" to="${next}@${DOMAIN}"><body>hello</body></message>`);
        for (const number of [1, 2, 3]) {
          const room = `room${number}@${ROOMS}`;
          if (joined)
            client.send(`<message type="groupchat" to="${room}"><body>from ${jid}</body></message>`);
          else
            client.send(
              `<presence to="${room}/${name}"><x xmlns="http://jabber.org/protocol/muc"/></presence>`,
            );
        }
      };
      speak();
    });
  }
}

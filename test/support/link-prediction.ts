/** What has become of each dialled link, told from the trace alone: who has heard what of its end. */
import type { TraceRow } from '#core/shared/trace/trace-schema.js';

/** `live`; `finOnly`: its peer has said FIN and nothing else; `silent`: its peer is gone without a word. */
export type LinkFate = 'live' | 'finOnly' | 'silent';

interface Dialled {
  link: string;
  from: string;
  /** The handshake was accepted. */
  bound: boolean;
  fin: boolean;
  silent: boolean;
  over: boolean;
}

const SERVICES = new Set(['ext', 'cl-comp']);

export class LinkPrediction {
  /** Instance of the dialler's machine → its newest link. */
  private readonly newest = new Map<string, Dialled>();
  private readonly byLink = new Map<string, Dialled>();
  /** `seq` → the machine whose delay was over: it dials then. */
  private readonly timers = new Map<number, string>();
  private readonly handshakes = new Set<number>();
  private readonly targets = new Map<string, string>();
  /** node → lab time at which its plug was pulled. */
  private readonly pulled = new Map<string, number>();
  /** node → lab time at which its process was killed. */
  private readonly killed = new Map<string, number>();

  take(row: TraceRow): void {
    const [seq, time, node, cause, kind, values] = row;
    switch (kind) {
      case 'timer.fired':
        return void this.timers.set(seq, values[0]);
      case 'link.dialled':
        return this.dialled(values, this.timers.get(cause) ?? '');
      case 'frame.sent':
        if (values[3] === '<handshake/>') this.handshakes.add(values[2]);
        return;
      case 'frame.delivered':
        if (this.handshakes.has(values[2])) this.set(values[0], node, { bound: true });
        return;
      case 'link.fin':
        return this.set(values[0], node, { fin: true });
      case 'link.reset':
        return this.reset(values[0], node, values[1]);
      case 'link.timedOut':
        return this.reset(values[0], node, '');
      case 'link.failed':
      case 'link.closed':
        return this.ended(values[0]);
      case 'fault.applied':
        if (values[1] === 'power-off') this.targets.set(values[0], values[2]);
        return;
      case 'machine.transition':
        return this.transition(time, node, values);
    }
  }

  /** Of each dialler's newest link; links that are over or were never bound are to be dialled again: they will live. */
  fates(): Map<string, LinkFate> {
    return new Map([...this.newest].map(([dialler, link]) => [dialler, fateOf(link)]));
  }

  linkOf(dialler: string): string {
    return this.newest.get(dialler)?.link ?? '';
  }

  private dialled(
    [link, service, from]: readonly [string, string, string, string, number],
    dialler: string,
  ): void {
    if (!SERVICES.has(service)) return;
    const dialled = { link, from, bound: false, fin: false, silent: false, over: false };
    this.newest.set(dialler, dialled);
    this.byLink.set(link, dialled);
  }

  /** @param node undefined, or whoever must have dialled for it to count */
  private set(link: string, node: string | undefined, change: Partial<Dialled>): void {
    const dialled = this.byLink.get(link);
    if (dialled && (node === undefined || node === dialled.from)) Object.assign(dialled, change);
  }

  /**
   * A RST at both ends has no node; one that only the accepting end has got (or its system has given up) leaves the
   * dialler in its belief.
   */
  private reset(link: string, node: string, by: string): void {
    const dialled = this.byLink.get(link);
    if (!dialled || node === '' || node === dialled.from || by === dialled.from) this.ended(link);
    else dialled.silent = true;
  }

  /** After a FIN the socket is closed below the dialler (§10.4): what becomes of it then, nobody tells it. */
  private ended(link: string): void {
    const dialled = this.byLink.get(link);
    if (dialled && !(dialled.fin && dialled.bound)) dialled.over = true;
  }

  private transition(time: number, node: string, [machine, instance, , state]: readonly string[]): void {
    if (machine === 'fault' && state?.startsWith('on')) {
      const target = this.targets.get(instance ?? '');
      if (target === undefined) return;
      this.pulled.set(target, time);
      this.silence(target);
    } else if (machine === 'node' && (state === 'crashed' || state === 'down')) {
      this.killed.set(node, time);
      this.silence(node);
      for (const [dialler, { from }] of this.newest) if (from === node) this.newest.delete(dialler);
    }
  }

  /** Killed and pulled at the same moment: nobody has been told. */
  private silence(node: string): void {
    if (this.pulled.get(node) === undefined || this.pulled.get(node) !== this.killed.get(node)) return;
    for (const dialled of this.newest.values())
      if (dialled.link.includes(`>${node}:`) && !dialled.over) dialled.silent = true;
  }
}

function fateOf({ bound, fin, silent, over }: Dialled): LinkFate {
  if (over || !bound) return 'live';
  if (fin) return 'finOnly';
  return silent ? 'silent' : 'live';
}

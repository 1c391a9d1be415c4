/** Keeps the lab's process: starts it when a window asks for a port, and says when it has ended. */
import { fileURLToPath } from 'node:url';
import { MessageChannelMain, utilityProcess, type MessagePortMain, type UtilityProcess } from 'electron';
import type { Language } from '#core/shared/text/render.js';
import { forgetKept } from '#main/sessions/autosave.js';
import type { FromLab, ToLab } from './lab-messages.js';

const SCRIPT = fileURLToPath(new URL('./lab-process.js', import.meta.url));

export interface LabKeeperOptions {
  lang: Language;
  /** Topology to open when the lab starts for the first time. */
  open: string | undefined;
  onGone(): void;
  onNotOpened(path: string, reason: string): void;
}

export class LabKeeper {
  private readonly options: LabKeeperOptions;
  private lab: UtilityProcess | undefined;
  /** Only once: what made the lab crash is not opened again by itself. */
  private toOpen: string | undefined;

  constructor(options: LabKeeperOptions) {
    this.options = options;
    this.toOpen = options.open;
  }

  /** A port to the lab, which is started if it is not running. */
  port(): MessagePortMain {
    const { port1, port2 } = new MessageChannelMain();
    this.lab ??= this.start();
    this.say({ kind: 'port' }, [port1]);
    return port2;
  }

  /** The end that the user wanted: what was kept of the session in case of another one goes. */
  stop(): void {
    const pid = this.lab?.pid;
    this.lab?.kill();
    if (pid !== undefined) forgetKept(pid);
  }

  private start(): UtilityProcess {
    const lab = utilityProcess.fork(SCRIPT, [], {
      serviceName: 'cluster-lab',
      env: { ...process.env, CLUSTER_LAB_LANG: this.options.lang },
    });
    this.lab = lab;
    lab.on('message', ({ path, reason }: FromLab) => this.options.onNotOpened(path, reason));
    lab.once('exit', () => {
      this.lab = undefined;
      this.options.onGone();
    });
    if (this.toOpen !== undefined) this.say({ kind: 'open', path: this.toOpen });
    this.toOpen = undefined;
    return lab;
  }

  private say(message: ToLab, ports: MessagePortMain[] = []): void {
    this.lab?.postMessage(message, ports);
  }
}

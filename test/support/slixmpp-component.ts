/** An external component of slixmpp's, as a process that says what happens to its connections. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { eventually } from './eventually.js';
import { PYTHON, scriptPath } from './slixmpp.js';

export interface SlixmppComponent {
  /** `0 session_start`: number of the connection, and slixmpp's event. */
  readonly events: string[];
  /** Waits until an event has come so many times. */
  saw(event: string, times?: number): Promise<void>;
  /** Connects connection `number` again. */
  connect(number: number): void;
  stop(): Promise<void>;
}

export interface ComponentSettings {
  domain: string;
  secret: string;
  servers: [address: string, port: number][];
}

/** Starts it; it connects to every server at once. */
export function startSlixmppComponent(settings: ComponentSettings): SlixmppComponent {
  const args = ['-B', scriptPath('slixmpp_component.py'), JSON.stringify(settings)];
  const child = spawn(PYTHON, args, { stdio: ['pipe', 'pipe', 'pipe'] });
  // A test that breaks off must not leave it behind.
  const kill = (): void => void child.kill('SIGKILL');
  process.once('exit', kill);
  child.once('exit', () => process.off('exit', kill));
  const events: string[] = [];
  let complaints = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complaints += text));
  createInterface({ input: child.stdout }).on('line', (line) => {
    const { connection, event } = JSON.parse(line) as { connection: number; event: string };
    events.push(`${connection} ${event}`);
  });
  return {
    events,
    saw: async (event, times = 1) => {
      const seen = (): boolean => events.filter((one) => one === event).length >= times;
      await eventually(`slixmpp’s event ${event}`, seen, () => [events, complaints.slice(-2000)], 30_000);
    },
    connect: (number) => void child.stdin.write(`connect ${number}\n`),
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const exit = once(child, 'exit');
      child.kill('SIGKILL');
      await exit;
    },
  };
}

/** `cluster-lab up` as a process of its own, the way a user starts it. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export interface ReadyNode {
  name: string;
  hostname: string;
  address: string;
  /** Ports that are really listening. */
  ports: Record<string, number>;
}

export interface RunningLab {
  nodes: ReadyNode[];
  /** The node by that name; throws when the lab has none. */
  node(name: string): ReadyNode;
  /** `ws://127.0.0.1:PORT/?token=…` */
  control: string;
  /** SIGTERM; rejects unless the process then leaves with exit code 0. */
  stop(): Promise<void>;
}

interface ReadyLine {
  event: 'ready';
  nodes: ReadyNode[];
  control: string;
}

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const READY_MS = 60_000;
const EXIT_MS = 30_000;

/**
 * Starts a topology and waits for the ready line.
 * @param topology path from the repository's root
 */
export async function startLab(topology: string, ...options: string[]): Promise<RunningLab> {
  const args = ['bin/cluster-lab.mjs', 'up', topology, ...options];
  const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
  // A test that breaks off must not leave a lab behind.
  const kill = (): void => void child.kill('SIGKILL');
  process.once('exit', kill);
  child.once('exit', () => process.off('exit', kill));
  const errors: string[] = [];
  child.stderr.setEncoding('utf8').on('data', (text: string) => errors.push(text));
  const ready = await readyLine(child, () => errors.join(''));
  return {
    nodes: ready.nodes,
    node(name) {
      const node = ready.nodes.find((candidate) => candidate.name === name);
      if (!node) throw new Error(`no node ${name} in ${JSON.stringify(ready.nodes)}`);
      return node;
    },
    control: ready.control,
    stop: () => stop(child, () => errors.join('')),
  };
}

function readyLine(child: ChildProcess, errors: () => string): Promise<ReadyLine> {
  return new Promise((resolve, reject) => {
    const fail = (why: string): void => {
      child.kill('SIGKILL');
      reject(new Error(`cluster-lab up: ${why}\n${errors()}`));
    };
    const timer = setTimeout(() => fail(`not ready within ${READY_MS} ms`), READY_MS);
    const left = (code: number | null, signal: string | null): void => {
      clearTimeout(timer);
      fail(`left with ${code ?? signal} before it was ready`);
    };
    child.once('exit', left);
    const { stdout } = child;
    if (!stdout) return fail('has no standard output');
    const lines = createInterface({ input: stdout });
    lines.once('line', (line) => {
      clearTimeout(timer);
      child.off('exit', left);
      // The rest (`--events`) is read and thrown away, or the pipe would fill up.
      lines.on('line', () => undefined);
      const ready = parsed(line);
      if (ready?.event === 'ready') resolve(ready);
      else fail(`the first line is no ready event: ${line}`);
    });
  });
}

function parsed(line: string): ReadyLine | undefined {
  try {
    return JSON.parse(line) as ReadyLine;
  } catch {
    return undefined;
  }
}

async function stop(child: ChildProcess, errors: () => string): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) {
    const exit = once(child, 'exit');
    child.kill('SIGTERM');
    const timer = setTimeout(() => child.kill('SIGKILL'), EXIT_MS);
    await exit;
    clearTimeout(timer);
  }
  if (child.exitCode === 0) return;
  throw new Error(`cluster-lab up left with ${child.exitCode ?? child.signalCode}\n${errors()}`);
}

/** A screen of the tests' own, so that no window opens on anybody's desk and every picture has the same size. */
import { spawn } from 'node:child_process';
import type { Readable } from 'node:stream';

export interface Display {
  /** Value for DISPLAY; undefined where windows need none. */
  name: string | undefined;
  close(): void;
}

const START_MS = 10_000;

export function openDisplay(size = '1920x1200'): Promise<Display> {
  if (process.platform !== 'linux') return Promise.resolve({ name: undefined, close: () => undefined });
  const args = ['-displayfd', '3', '-screen', '0', `${size}x24`, '-nolisten', 'tcp'];
  const server = spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => fail(new Error('Xvfb did not start')), START_MS);
    const fail = (error: Error): void => {
      clearTimeout(timer);
      server.kill();
      reject(error);
    };
    server.once('error', fail);
    server.once('exit', () => fail(new Error('Xvfb ended')));
    (server.stdio[3] as Readable).once('data', (number) => {
      clearTimeout(timer);
      resolve({ name: `:${String(number).trim()}`, close: () => void server.kill() });
    });
  });
}

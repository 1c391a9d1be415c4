/** Whether the process that has left something is still there, though its number may be another's by now. */
import { readFileSync } from 'node:fs';

/** Number and, where the system tells, start of a process. */
export interface ProcessMark {
  pid: number;
  started: string;
}

export function ownMark(): ProcessMark {
  return { pid: process.pid, started: startOf(process.pid) };
}

export function isAlive({ pid, started }: ProcessMark): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // It is there, and somebody else's.
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  const now = startOf(pid);
  return now === '' || started === '' || now === started;
}

/** Field 22 of /proc/PID/stat, counted behind the program's name; empty where there is no /proc. */
function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    // A process that has ended and that nobody has waited for runs no more.
    return fields[0] === 'Z' ? 'over' : (fields[19] ?? '');
  } catch {
    return '';
  }
}

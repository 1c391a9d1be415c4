/** What the machines of the lab did in a run, read from its trace. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ScenarioRun } from '#core/lab/scenario-runner.js';
import { fieldOf } from '#core/shared/scenario/match.js';
import type { TraceRow } from '#core/shared/trace/trace-schema.js';
import { failureText, playFile } from './play-file.js';

export interface MachineEvents {
  /** Ids of the transitions that were taken. */
  edges: string[];
  /** `MACHINE STATE EVENT` of what no transition took. */
  refused: string[];
  /** `lab.error` events: bugs. */
  errors: string[];
  /** Why the scenario failed; empty when it passed. */
  failure: string;
}

/**
 * Plays a scenario in memory and keeps what its machines did.
 * @param file relative to the repository
 */
export async function playWatched(file: string): Promise<{ run: ScenarioRun; machines: MachineEvents }> {
  const folder = mkdtempSync(path.join(tmpdir(), 'edges-'));
  try {
    const traceFile = path.join(folder, 'trace.jsonl');
    const run = await playFile(file, { transport: 'memory', traceFile });
    return { run, machines: { ...gathered(readFileSync(traceFile, 'utf8')), failure: failureText(run) } };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function gathered(trace: string): Omit<MachineEvents, 'failure'> {
  const events = { edges: new Set<string>(), refused: new Set<string>(), errors: new Set<string>() };
  for (const line of trace.split('\n')) {
    // Parsing every line would take longer than playing them.
    if (!/"(?:machine\.(?:transition|refused)|lab\.error)"/.test(line)) continue;
    const row = JSON.parse(line) as TraceRow;
    const field = (name: string): string => String(fieldOf(row, name));
    if (row[4] === 'machine.transition') events.edges.add(field('edge'));
    if (row[4] === 'machine.refused') {
      events.refused.add(`${field('machine')} ${field('state')} ${field('event')}`);
    }
    if (row[4] === 'lab.error') events.errors.add(line);
  }
  return { edges: [...events.edges], refused: [...events.refused], errors: [...events.errors] };
}

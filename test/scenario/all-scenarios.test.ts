import { afterAll, describe, expect, it } from 'vitest';
// First of all that leads to core/.
import { earlyTrap as trap } from '../support/early-trap.js';
import { judgeMachines } from './edge-coverage.js';
import { playWatched, type MachineEvents } from './machine-events.js';
import { failureText, playFile, scenarioFiles } from './play-file.js';

const files = scenarioFiles();
const played = new Map<string, MachineEvents>();

describe.concurrent('every scenario passes, and leaves the same trace on sockets as in memory', () => {
  afterAll(async () => {
    trap.lift();
    // No timer, clock or chance but the lab's own, in anything that any scenario does.
    expect(await trap.offences()).toEqual([]);
    expect(trap.heard).toBeGreaterThan(0);
  });
  it.each(files)('%s', async (file) => {
    const { run: memory, machines } = await playWatched(file);
    played.set(file, machines);
    expect(failureText(memory)).toBe('');
    const loopback = await playFile(file, { transport: 'loopback' });
    expect(failureText(loopback)).toBe('');
    expect(loopback.traceHash).toBe(memory.traceHash);
    expect(loopback.events).toBe(memory.events);
  });
});

judgeMachines(played, files);

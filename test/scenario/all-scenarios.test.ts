import { describe, expect, it } from 'vitest';
import { failureText, playFile, scenarioFiles } from './play-file.js';

describe.concurrent('every scenario passes, and leaves the same trace on sockets as in memory', () => {
  it.each(scenarioFiles())('%s', async (file) => {
    const memory = await playFile(file, { transport: 'memory' });
    expect(failureText(memory)).toBe('');
    const loopback = await playFile(file, { transport: 'loopback' });
    expect(failureText(loopback)).toBe('');
    expect(loopback.traceHash).toBe(memory.traceHash);
    expect(loopback.events).toBe(memory.events);
  });
});

import { describe, expect, it } from 'vitest';
import { ConnectionSupervisor } from '#core/server/connection-manager/connection-supervisor.js';
import { ServerHarness } from '#test/support/server-harness.js';

describe('elements in a stanza', () => {
  it('are a thousand, for the cluster a hundred thousand, or what the property says', () => {
    const limit = (properties: string, role: 'c2s' | 'ext' | 'cl-comp'): number =>
      new ConnectionSupervisor(new ServerHarness({ properties }).context, role, role).xmlLimits.maxElements;
    expect([limit('', 'c2s'), limit('', 'ext'), limit('', 'cl-comp')]).toEqual([1000, 1000, 100_000]);
    expect(limit('--elements-number-limit = 7', 'cl-comp')).toBe(7);
    expect(limit('--elements-number-limit = many', 'ext')).toBe(1000);
  });
});

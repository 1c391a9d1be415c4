import { describe, expect, it } from 'vitest';
import { scenarioJsonSchema } from '#core/shared/scenario/json-schema.js';

describe('scenarioJsonSchema', () => {
  const text = JSON.stringify(scenarioJsonSchema());

  it('knows every step, and nothing that a scenario may not do', () => {
    for (const name of ['wait', 'expect', 'never', 'client.add', 'fault.healAll', 'node.restart']) {
      expect(text).toContain(`"${name}"`);
    }
    for (const name of ['topology.open', 'clock.resume', 'trace.query', 'client.list']) {
      expect(text).not.toContain(`"${name}"`);
    }
  });

  it('allows no unknown key anywhere', () => {
    expect(scenarioJsonSchema()).toMatchObject({
      type: 'object',
      required: ['scenario', 'steps'],
      additionalProperties: false,
    });
  });
});

import { describe, expect, it } from 'vitest';
import { faultKindViews } from '#core/lab/faults/kinds.js';
import { hasText } from '#core/shared/text/render.js';

const wanted = faultKindViews().flatMap(({ kind, options }) => [
  `fault.${kind}`,
  `fault.${kind}.why`,
  ...Object.entries(options).flatMap(([name, spec]) => [
    `fault.option.${name}`,
    ...(spec.type === 'choice' ? spec.choices.map((value) => `fault.choice.${kind}.${value}`) : []),
  ]),
]);

describe('texts of faults', () => {
  // That both languages have the same keys is render.test.ts's.
  it('has a name and an explanation of every kind, and names of its options and choices', () => {
    expect(wanted.length).toBeGreaterThan(20);
    expect(wanted.filter((key) => !hasText(key))).toEqual([]);
  });
});

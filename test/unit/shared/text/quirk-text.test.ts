import { expect, it } from 'vitest';
import { QUIRKS } from '#core/shared/quirks.js';
import { hasText } from '#core/shared/text/render.js';

it('has a sentence for every quirk', () => {
  expect(QUIRKS.map(({ name }) => name).filter((name) => !hasText(`quirk.${name}`))).toEqual([]);
});

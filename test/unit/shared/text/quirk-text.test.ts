import { expect, it } from 'vitest';
import { QUIRKS } from '#core/shared/quirks.js';
import { hasText, renderText } from '#core/shared/text/render.js';
import type { TextKey } from '#core/shared/text/en.js';

it('has a sentence for every quirk', () => {
  expect(QUIRKS.map(({ name }) => name).filter((name) => !hasText(`quirk.${name}`))).toEqual([]);
});

it('tells the source of every quirk: in English as the host API does, in Chinese in Chinese', () => {
  for (const { name, source } of QUIRKS) {
    const key: TextKey = `quirk.${name}.source`;
    expect(renderText('en', key)).toBe(source);
    expect(renderText('zh-CN', key)).toMatch(/\p{Script=Han}/u);
  }
});

/** Why a branch of a journey goes no further, in words. */
import type { TextKey } from '#core/shared/text/en.js';
import { hasText, type TextParams } from '#core/shared/text/render.js';

type Text = (key: TextKey, params?: TextParams) => string;

/** Reasons that name something, and what they name. */
const NAMING: readonly (readonly [RegExp, string])[] = [
  [/^no component for (.+)$/, 'no-component-for'],
  [/^(?:in|out) queue overflow$/, 'queue-overflow'],
];

/** A sentence for the reason of a `frame.dropped` or `packet.dropped`; the reason itself when there is none. */
export function lossWords(reason: string, t: Text): string {
  for (const [pattern, name] of NAMING) {
    const match = pattern.exec(reason);
    if (match) return t(`ui.follow.why.${name}` as TextKey, { name: match[1] ?? '' });
  }
  const key = `ui.follow.why.${reason.replace(/[\s_]+/g, '-').toLowerCase()}`;
  return hasText(key) ? t(key as TextKey) : t('ui.follow.why.other', { reason });
}

/** A stanza pattern in words. */
import type { StanzaPattern } from '#core/shared/api/stanza-pattern.js';
import type { useText } from '#renderer/ui/use-text.js';

type Text = ReturnType<typeof useText>;

export function patternWords(pattern: StanzaPattern, link: string | undefined, text: Text): string {
  const attrs = Object.entries(pattern.attrs ?? {}).map(([name, value]) => `${name}="${value}"`);
  const element = [pattern.name, ...attrs].filter(Boolean).join(' ');
  const parts = [
    element && `<${pattern.name ? element : `… ${element}`}>`,
    pattern.child && text('ui.run.breakpoint.says-child', { name: pattern.child }),
    pattern.contains && text('ui.run.breakpoint.says-contains', { text: pattern.contains }),
  ].filter(Boolean);
  if (parts.length === 0) parts.push(text('ui.run.breakpoint.every'));
  if (link) parts.push(text('ui.run.breakpoint.says-link', { link }));
  return parts.join(' ');
}

/** The pattern that `breakpoint.list` describes as JSON; undefined when it is something else. */
export function patternOf(description: string): StanzaPattern | undefined {
  try {
    const value: unknown = JSON.parse(description);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

/** What the window makes of the state of a client’s machine. */
import type { TextKey } from '#core/shared/text/en.js';
import { hasText } from '#core/shared/text/render.js';

/** States that a client does not leave any more. */
const OVER: ReadonlySet<string> = new Set([
  'offline',
  'refused',
  'authFailed',
  'bindFailed',
  'conflict',
  'streamError',
  'connectionLost',
]);

/** Whether a client has no session and will get none by itself. */
export function isOver(state: string): boolean {
  return OVER.has(state);
}

export function toneOf(state: string): 'ok' | 'error' | 'wait' {
  if (state === 'online') return 'ok';
  return isOver(state) ? 'error' : 'wait';
}

/** A state without a word of its own shows its name in the machine. */
export function stateText(t: (key: TextKey) => string, state: string): string {
  const key = `ui.clients.state.${state}`;
  return hasText(key) ? t(key as TextKey) : state;
}

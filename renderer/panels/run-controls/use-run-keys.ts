import { useEffect } from 'react';

export interface RunKeys {
  toggle: () => void;
  step: () => void;
}

/** Where a key already means something else: typing, pressing a focused button, moving in a menu. */
const TYPING = 'input, textarea, select, [contenteditable="true"], [role="dialog"], [role="menu"]';
const PRESSABLE =
  'button, a, summary, [role="button"], [role="tab"], [role="checkbox"], [role="switch"], [role="group"]';
/** What the arrows move in by themselves: separators, charts, lists. */
const OWN_ARROWS = '[tabindex]';

/** Space runs and pauses, S and → step, wherever the focus has no use of its own for them. */
export function useRunKeys({ toggle, step }: RunKeys): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const action = actionOf(event);
      if (!action) return;
      event.preventDefault();
      if (action === 'toggle') toggle();
      else step();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [toggle, step]);
}

function actionOf(event: KeyboardEvent): keyof RunKeys | undefined {
  const { key, target } = event;
  if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey)
    return undefined;
  const at = target instanceof Element ? target : document.body;
  if (at.closest(TYPING)) return undefined;
  if (key === 's' || key === 'S') return 'step';
  if (at.closest(PRESSABLE)) return undefined;
  if (key === ' ') return event.repeat ? undefined : 'toggle';
  return key === 'ArrowRight' && !at.closest(OWN_ARROWS) ? 'step' : undefined;
}

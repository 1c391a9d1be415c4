import { useEffect } from 'react';
import type { Step } from './StepMenu.js';

export interface RunKeys {
  toggle: () => void;
  step: (args: Step) => void;
}

/** Where a key already means something else: typing, pressing a focused button, moving in a menu. */
const TYPING = 'input, textarea, select, [contenteditable="true"], [role="dialog"], [role="menu"]';
const PRESSABLE =
  'button, a, summary, [role="button"], [role="tab"], [role="checkbox"], [role="switch"], [role="group"]';
/** What the arrows move in by themselves: separators, charts, lists. */
const OWN_ARROWS = '[tabindex]';

/** F8 runs and pauses, F10 steps over, F11 into, Shift+F11 out; Space and S or → do as F8 and F10, wherever the focus has no use of its own for them. */
export function useRunKeys({ toggle, step }: RunKeys): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const action = functionKey(event) ?? actionOf(event);
      if (!action) return;
      event.preventDefault();
      if (action === 'toggle') toggle();
      else step(action);
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [toggle, step]);
}

/** As in debuggers, wherever the focus is but in a dialog. */
function functionKey({
  key,
  shiftKey,
  ctrlKey,
  altKey,
  metaKey,
  repeat,
  target,
}: KeyboardEvent): Action | undefined {
  if (ctrlKey || altKey || metaKey) return undefined;
  if (target instanceof Element && target.closest('[role="dialog"]')) return undefined;
  if (key === 'F11') return { kind: shiftKey ? 'out' : 'into' };
  if (shiftKey) return undefined;
  if (key === 'F8') return repeat ? undefined : 'toggle';
  return key === 'F10' ? { kind: 'over' } : undefined;
}

type Action = 'toggle' | Step;

function actionOf(event: KeyboardEvent): Action | undefined {
  const { key, target } = event;
  if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey)
    return undefined;
  const at = target instanceof Element ? target : document.body;
  if (at.closest(TYPING)) return undefined;
  if (key === 's' || key === 'S') return { kind: 'over' };
  if (at.closest(PRESSABLE)) return undefined;
  if (key === ' ') return event.repeat ? undefined : 'toggle';
  return key === 'ArrowRight' && !at.closest(OWN_ARROWS) ? { kind: 'over' } : undefined;
}

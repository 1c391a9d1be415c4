import { useEffect } from 'react';
import type { Step } from './StepMenu.js';

export interface RunKeys {
  toggle: () => void;
  step: (args: Step) => void;
  /** Looks one step back. */
  back: () => void;
}

/** Where a key already means something else: typing, pressing a focused button, moving in a menu. */
const TYPING = 'input, textarea, select, [contenteditable="true"], [role="dialog"], [role="menu"]';
const PRESSABLE =
  'button, a, summary, [role="button"], [role="tab"], [role="checkbox"], [role="switch"], [role="group"]';
/** What the arrows move in by themselves: separators, charts, lists. */
const OWN_ARROWS = '[tabindex]';

/**
 * F8 runs and pauses, F9 looks one step back, F10 steps over, F11 into, Shift+F11 out; Space, B or ←, and S or → do as F8,
 * F9 and F10, wherever the focus has no use of its own for them.
 */
export function useRunKeys({ toggle, step, back }: RunKeys): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const action = functionKey(event) ?? actionOf(event);
      if (!action) return;
      event.preventDefault();
      if (action === 'toggle') toggle();
      else if (action === 'back') back();
      else step(action);
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [toggle, step, back]);
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
  if (key === 'F9') return 'back';
  return key === 'F10' ? { kind: 'over' } : undefined;
}

type Action = 'toggle' | 'back' | Step;

function actionOf(event: KeyboardEvent): Action | undefined {
  const { key, target } = event;
  if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey)
    return undefined;
  const at = target instanceof Element ? target : document.body;
  if (at.closest(TYPING)) return undefined;
  if (key === 's' || key === 'S') return { kind: 'over' };
  if (key === 'b' || key === 'B') return 'back';
  if (at.closest(PRESSABLE)) return undefined;
  if (key === ' ') return event.repeat ? undefined : 'toggle';
  if (at.closest(OWN_ARROWS)) return undefined;
  if (key === 'ArrowLeft') return 'back';
  return key === 'ArrowRight' ? { kind: 'over' } : undefined;
}

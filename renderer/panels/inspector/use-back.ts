import { useEffect, useState } from 'react';
import { labStore, select, type Selection } from '#renderer/store/lab-store.js';

/** How far one can go back. */
const KEPT = 30;

/** What was selected before, kept while the window is open. */
let before: Selection[] = [];
let going = false;

/** Goes back to what was selected before; undefined: there was nothing. */
export function useBack(): (() => void) | undefined {
  const [depth, setDepth] = useState(before.length);
  useEffect(
    () =>
      labStore.subscribe((state, old) => {
        if (state.plan !== old.plan) before = [];
        else if (state.selection === old.selection) return;
        else if (!going && old.selection) before = [...before, old.selection].slice(-KEPT);
        setDepth(before.length);
      }),
    [],
  );
  if (depth === 0) return undefined;
  return () => {
    const last = before.at(-1);
    before = before.slice(0, -1);
    going = true;
    select(last);
    going = false;
    setDepth(before.length);
  };
}

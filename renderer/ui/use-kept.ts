import { useState } from 'react';

const PREFIX = 'cluster-lab.';

/** A state that is remembered for the next window. What was kept is read as it is: guard it where it may be stale. */
export function useKept<Value>(key: string, initial: Value): [Value, (value: Value) => void] {
  const [value, setValue] = useState<Value>(() => readKept(key, initial));
  return [
    value,
    (next) => {
      setValue(next);
      keep(key, next);
    },
  ];
}

export function readKept<Value>(key: string, initial: Value): Value {
  try {
    const text = localStorage.getItem(PREFIX + key);
    return text === null ? initial : (JSON.parse(text) as Value);
  } catch {
    return initial;
  }
}

export function keep(key: string, value: unknown): void {
  try {
    localStorage.setItem(PREFIX + key, JSON.stringify(value));
  } catch {
    // Full or forbidden: it is forgotten with the window.
  }
}

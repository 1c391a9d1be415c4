/** What is asked again with every keystroke and has not changed since. */
import { isSame } from './same-data.js';

/**
 * The same function, which keeps with each object what it said of it last, and says that again as long as the rest of what it
 * is given is the same data. The object itself is known by identity: it must never change, nor what is said of it.
 */
export function remembering<Subject extends object, Rest extends readonly unknown[], Said>(
  say: (subject: Subject, ...rest: Rest) => Said,
): (subject: Subject, ...rest: Rest) => Said {
  const known = new WeakMap<Subject, { rest: Rest; said: Said }>();
  return (subject, ...rest) => {
    const before = known.get(subject);
    if (before && isSame(before.rest, rest)) return before.said;
    const said = say(subject, ...rest);
    known.set(subject, { rest, said });
    return said;
  };
}

/** What an editor has been through: undo and redo of texts, as plain data that nobody changes. */

export interface EditHistory<State> {
  /** The newest last. */
  readonly past: readonly State[];
  readonly present: State;
  /** The next one first. */
  readonly future: readonly State[];
}

/** Steps that are kept. */
export const MOST_STEPS = 500;

export function historyOf<State>(present: State): EditHistory<State> {
  return { past: [], present, future: [] };
}

/**
 * What comes next; what was undone before is forgotten. The same state once more is no step.
 * @param joined with what came before into one step: a letter more of a word
 */
export function edited<State>(
  history: EditHistory<State>,
  present: State,
  { joined = false }: { joined?: boolean } = {},
): EditHistory<State> {
  if (present === history.present) return history;
  const past = joined && history.past.length > 0 ? history.past : [...history.past, history.present];
  return { past: past.slice(-MOST_STEPS), present, future: [] };
}

/** The step before; the same when there is none. */
export function undone<State>(history: EditHistory<State>): EditHistory<State> {
  const { past, present, future } = history;
  const [last] = past.slice(-1);
  return last === undefined
    ? history
    : { past: past.slice(0, -1), present: last, future: [present, ...future] };
}

/** The step that was undone last; the same when there is none. */
export function redone<State>(history: EditHistory<State>): EditHistory<State> {
  const { past, present, future } = history;
  const [next, ...rest] = future;
  return next === undefined ? history : { past: [...past, present], present: next, future: rest };
}

/** What somebody has made of the files so far, step by step: plain data and pure functions. */

/** A file as it is being edited. */
export interface Draft {
  /** Path inside the topology's folder. */
  name: string;
  /** As findings name it. */
  path: string;
  /** Process that it describes; absent: `lab.yaml`. */
  process?: string;
  text: string;
}

export interface DraftHistory {
  now: readonly Draft[];
  past: readonly (readonly Draft[])[];
  future: readonly (readonly Draft[])[];
  /** What the newest step is: keystrokes in one file that follow each other are one step. */
  newest: { typed: string; at: number } | undefined;
}

/** Real time between two keystrokes of one step at most, in ms. */
const ONE_STEP_MS = 900;
const MOST_STEPS = 200;

export function historyOf(now: readonly Draft[]): DraftHistory {
  return { now, past: [], future: [], newest: undefined };
}

/** A keystroke in one file. `at` is real time in ms. */
export function typed(history: DraftHistory, name: string, text: string, at: number): DraftHistory {
  const now = history.now.map((draft) => (draft.name === name ? { ...draft, text } : draft));
  const { newest } = history;
  const sameStep = newest?.typed === name && at - newest.at < ONE_STEP_MS;
  const step = sameStep ? { ...history, now, future: [] } : changed(history, now);
  return { ...step, newest: { typed: name, at } };
}

/** A step that may touch several files, such as a quick fix or a new process. */
export function changed(history: DraftHistory, now: readonly Draft[]): DraftHistory {
  const past = [...history.past, history.now].slice(-MOST_STEPS);
  return { now, past, future: [], newest: undefined };
}

export function undone(history: DraftHistory): DraftHistory {
  const now = history.past.at(-1);
  if (now === undefined) return history;
  const future = [history.now, ...history.future];
  return { now, past: history.past.slice(0, -1), future, newest: undefined };
}

export function redone(history: DraftHistory): DraftHistory {
  const [now, ...future] = history.future;
  if (now === undefined) return history;
  return { now, past: [...history.past, history.now], future, newest: undefined };
}

/**
 * The running texts are others now: a file that nobody was editing follows, one that somebody was editing stays as it is.
 * Steps back from here lead to drafts of before, which is right: they can be applied again.
 */
export function rebased(
  history: DraftHistory,
  before: readonly Draft[],
  running: readonly Draft[],
): DraftHistory {
  const drafts = new Map(history.now.map((draft) => [draft.name, draft]));
  const old = new Map(before.map((draft) => [draft.name, draft]));
  const kept = running.flatMap((file) => {
    const draft = drafts.get(file.name);
    if (draft === undefined) return old.has(file.name) ? [] : [file];
    return draft.text === old.get(file.name)?.text ? [file] : [draft];
  });
  const added = history.now.filter(
    ({ name }) => !old.has(name) && !running.some((file) => file.name === name),
  );
  return { ...history, now: [...kept, ...added], newest: undefined };
}

export function sameDrafts(some: readonly Draft[], others: readonly Draft[]): boolean {
  if (some.length !== others.length) return false;
  const texts = new Map(others.map(({ name, text }) => [name, text]));
  return some.every(({ name, text }) => texts.get(name) === text);
}

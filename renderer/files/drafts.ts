/** The files of the window's editor as they are being edited: plain data and pure functions. */
import type { TopologyFile } from '#core/shared/config/edit-topology/topology-file.js';
import { edited, historyOf, type EditHistory } from '#core/shared/config/edit-topology/edit-history.js';

export interface Draft extends TopologyFile {
  /** As findings name it. */
  path: string;
}

export interface Drafts extends EditHistory<readonly Draft[]> {
  /** The newest step when it was typed: keystrokes in one file that follow each other are one step. */
  typed?: { name: string; at: number };
}

/** Real time between two keystrokes of one step at most, in ms. */
const ONE_STEP_MS = 900;

export function draftsOf(files: readonly Draft[]): Drafts {
  return historyOf(files);
}

/** A keystroke in one file. `at` is real time in ms. */
export function typed(drafts: Drafts, name: string, text: string, at: number): Drafts {
  const now = drafts.present.map((draft) => (draft.name === name ? { ...draft, text } : draft));
  const before = drafts.typed;
  const joined = before?.name === name && at - before.at < ONE_STEP_MS;
  return { ...edited(drafts, now, { joined }), typed: { name, at } };
}

/**
 * The running texts are others now: a file that nobody was editing follows, one that somebody was editing stays as it is.
 * Steps back from here lead to drafts of before, which is right: they can be applied again. One that would change nothing is
 * none.
 */
export function rebased(drafts: Drafts, before: readonly Draft[], running: readonly Draft[]): Drafts {
  const { past, present, future } = drafts;
  const own = new Map(present.map((draft) => [draft.name, draft]));
  const old = new Map(before.map((draft) => [draft.name, draft]));
  const kept = running.flatMap((file) => {
    const draft = own.get(file.name);
    if (draft === undefined) return old.has(file.name) ? [] : [file];
    return draft.text === old.get(file.name)?.text ? [file] : [draft];
  });
  const added = present.filter(({ name }) => !old.has(name) && !running.some((file) => file.name === name));
  const now = [...kept, ...added];
  return {
    past: withoutLast(past, now),
    present: now,
    future: withoutLast(future.toReversed(), now).toReversed(),
  };
}

/** Without the steps at the end that lead to what is there already. */
function withoutLast(steps: readonly (readonly Draft[])[], now: readonly Draft[]): (readonly Draft[])[] {
  return steps.slice(0, steps.findLastIndex((step) => !sameDrafts(step, now)) + 1);
}

export function sameDrafts(some: readonly Draft[], others: readonly Draft[]): boolean {
  if (some.length !== others.length) return false;
  const texts = new Map(others.map(({ name, text }) => [name, text]));
  return some.every(({ name, text }) => texts.get(name) === text);
}

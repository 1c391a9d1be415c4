/** The files of the open topology in the window: what runs, what is being edited, and what that would change. */
import { createStore } from 'zustand/vanilla';
import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import type { TopologyFileView } from '#core/shared/api/results.js';
import type { TopologyPreview } from '#core/shared/config/preview/preview-topology.js';
import { previewer } from '#core/shared/config/preview/previewer.js';
import type { Fix } from '#core/shared/config/lint/finding.js';
import type { SourceRange } from '#core/shared/config/source-range.js';
import type { TopologyPlan } from '#core/shared/config/topology-plan.js';
import { sourcesOf } from '#core/shared/config/edit-topology/topology-file.js';
import { edited, redone, undone } from '#core/shared/config/edit-topology/edit-history.js';
import { afterPaint } from './after-paint.js';
import { differenceOf, type Difference } from './difference.js';
import { draftsOf, rebased, sameDrafts, typed, type Draft, type Drafts } from './drafts.js';
import { applyFix } from './apply-fix.js';

export interface FilesState {
  /** As they run. */
  running: readonly TopologyFileView[];
  plan: TopologyPlan | undefined;
  /** Which topology that is, of those that this window has opened. */
  opened: number;
  folder: string | undefined;
  profile: '5.2' | '7.1';
  history: Drafts;
  /** Name of the file that is shown. */
  selected: string | undefined;
  /** What the drafts say; undefined: no topology is open. */
  preview: TopologyPreview | undefined;
  /** Whether they are other texts than those that run. */
  isEdited: boolean;
  /** What applying them would change, a frame behind what is typed; undefined: they are what runs. */
  difference: Difference | undefined;
  /** Where the editor should go next; undefined: it has arrived. */
  goTo: { name: string; line: number; column: number } | undefined;
}

/** A check that takes longer waits for the typing to pause. */
const AT_ONCE_MS = 25;
const LONGEST_PAUSE_MS = 400;

const EMPTY: FilesState = {
  running: [],
  plan: undefined,
  opened: 0,
  folder: undefined,
  profile: '5.2',
  history: draftsOf([]),
  selected: undefined,
  preview: undefined,
  isEdited: false,
  difference: undefined,
  goTo: undefined,
};

export const filesStore = createStore<FilesState>(() => EMPTY);

export function useFiles<Part>(select: (state: FilesState) => Part): Part {
  return useStore(filesStore, useShallow(select));
}

/**
 * Takes up what the host says of the files that run: of the same topology as before, edits and steps stay.
 * @param opened as in the store of the lab
 */
export function takeUpFiles(
  plan: TopologyPlan,
  profile: '5.2' | '7.1',
  { files, folder, opened }: { files: readonly TopologyFileView[]; folder?: string; opened: number },
): void {
  const before = filesStore.getState();
  const sameTopology = before.plan !== undefined && before.opened === opened;
  const history = sameTopology ? rebased(before.history, before.running, files) : draftsOf([...files]);
  const isThere = history.present.some(({ name }) => name === before.selected);
  const selected = isThere ? before.selected : history.present[0]?.name;
  filesStore.setState({ running: files, plan, opened, folder, profile, history, selected });
  check();
}

export function selectFile(name: string): void {
  filesStore.setState({ selected: name });
}

/** Opens a file at a place. */
export function goToPlace(name: string, line: number, column: number): void {
  filesStore.setState({ selected: name, goTo: { name, line, column } });
}

/** The editor is there. */
export function arrived(): void {
  filesStore.setState({ goTo: undefined });
}

/** Opens the file of a place by its path, as findings have it. */
export function goToRange({ file, line, column }: SourceRange): void {
  const draft = filesStore.getState().history.present.find(({ path }) => path === file);
  if (draft) goToPlace(draft.name, line, column);
}

export function type(name: string, text: string): void {
  step((history) => typed(history, name, text, performance.now()));
}

export function changeDrafts(change: (drafts: readonly Draft[]) => readonly Draft[]): void {
  step((history) => edited(history, change(history.present)));
}

export function undo(): void {
  step(undone);
}

export function redo(): void {
  step(redone);
}

export function fix(cure: Fix): void {
  changeDrafts((drafts) => applyFix(drafts, cure));
}

/** Back to what runs, for good or until the next undo. */
export function discard(): void {
  const { running } = filesStore.getState();
  changeDrafts(() => running);
}

function step(change: (history: Drafts) => Drafts): void {
  const { history, selected } = filesStore.getState();
  const next = change(history);
  const isThere = next.present.some(({ name }) => name === selected);
  filesStore.setState({ history: next, selected: isThere ? selected : next.present[0]?.name });
  checkSoon();
}

/** The last two checks, in ms: a single slow one, such as the first after something else, says nothing of the next. */
let lastTook: readonly number[] = [];
let waiting: ReturnType<typeof setTimeout> | undefined;

/** At once while that is quick: findings stand beside the key that made them. */
function checkSoon(): void {
  clearTimeout(waiting);
  const willTake = lastTook.length < 2 ? 0 : Math.min(...lastTook);
  if (willTake <= AT_ONCE_MS) timedCheck();
  else waiting = setTimeout(timedCheck, Math.min(willTake, LONGEST_PAUSE_MS));
}

function timedCheck(): void {
  const started = performance.now();
  check();
  lastTook = [...lastTook.slice(-1), performance.now() - started];
}

const previewAgain = previewer();

/** Findings first; what they would change on the map is drawn a frame later. */
function check(): void {
  const { plan, profile, running, history } = filesStore.getState();
  if (!plan) return;
  const isEdited = !sameDrafts(history.present, running);
  filesStore.setState({
    preview: previewOf(plan, history.present, profile),
    isEdited,
    ...(isEdited ? {} : { difference: undefined }),
  });
  if (isEdited) compareLater();
}

const compareLater = afterPaint(() => {
  filesStore.setState((state) => {
    const { plan, profile, preview: drafted, isEdited, difference } = state;
    return plan && drafted && isEdited
      ? { difference: differenceOf(plan, drafted.plan, profile, difference) }
      : state;
  });
});

function previewOf(plan: TopologyPlan, drafts: readonly Draft[], profile: '5.2' | '7.1'): TopologyPreview {
  return previewAgain({ name: plan.name, ...sourcesOf(drafts) }, profile, plan);
}

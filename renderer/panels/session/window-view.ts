/** What is found again with a session: which panels are open, what is selected and looked back at, how the diagrams stand. */
import type { LookBack } from '#renderer/store/look-back.js';
import { labStore, select, type Selection } from '#renderer/store/lab-store.js';
import { SIDES, sidesStore } from '#renderer/ui/panel-sides.js';
import { keptNow, setKept } from '#renderer/ui/use-kept.js';
import { diagramView, restoreDiagramView, setDiagramView, USUAL_VIEW } from '../diagram/diagram-view.js';

/** Tabs and choices by the keys under which `useKept` has them. */
const CHOICES = ['tab.tools', 'tab.logs', 'canvas-view'] as const;

type Fields = Readonly<Record<string, unknown>>;

/** As it is kept: plain JSON. */
export function viewNow(): Record<string, unknown> {
  const { selection, past } = labStore.getState();
  const { folded } = sidesStore.getState();
  return {
    selection: selection ?? null,
    past: past?.seq ?? null,
    choices: Object.fromEntries(CHOICES.map((key) => [key, keptNow<unknown>(key, '')])),
    folded: SIDES.filter((side) => folded[side]),
    diagram: diagramView.getState(),
  };
}

/** Shows what was kept, as far as it can be read: it is another window's word, of another version perhaps. */
export async function showView(view: unknown, lookBack: Pick<LookBack, 'to'>): Promise<void> {
  const fields = fieldsOf(view);
  if (!fields) return;
  const choices = fieldsOf(fields['choices']) ?? {};
  for (const key of CHOICES) if (typeof choices[key] === 'string' && choices[key]) setKept(key, choices[key]);
  const { folded } = fields;
  if (Array.isArray(folded)) {
    const isFolded = (side: string): boolean => folded.includes(side);
    const [left, bottom, right] = [isFolded('left'), isFolded('bottom'), isFolded('right')];
    sidesStore.setState({ wanted: { left, bottom, right } });
  }
  setDiagramView(USUAL_VIEW);
  restoreDiagramView(fields['diagram']);
  const selection = selectionOf(fieldsOf(fields['selection']));
  if (selection) select(selection);
  const { past } = fields;
  if (isSeq(past)) await lookBack.to(past);
}

function selectionOf(fields: Fields | undefined): Selection {
  if (!fields) return undefined;
  const { kind, node, link, instance, seq } = fields;
  if (kind === 'node' && typeof node === 'string') return { kind, node };
  if (kind === 'link' && typeof link === 'string') return { kind, link };
  if (kind === 'machine' && typeof instance === 'string') return { kind, instance };
  if (kind === 'event' && isSeq(seq)) return { kind, seq };
  return undefined;
}

function isSeq(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) > 0;
}

function fieldsOf(value: unknown): Fields | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : undefined;
}

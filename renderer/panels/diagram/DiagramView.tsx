import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Arrangement } from '#core/shared/trace/diagram/arrangement.js';
import type { DiagramFilter, DiagramItem } from '#core/shared/trace/diagram/diagram.js';
import { laneFor, layOut, type DiagramMode } from '#core/shared/trace/diagram/diagram-layout.js';
import { useFeed } from '#renderer/store/feed-context.js';
import { labStore, select } from '#renderer/store/lab-store.js';
import { useLab } from '#renderer/store/use-lab.js';
import { DiagramCanvas } from './DiagramCanvas.js';
import { DiagramTools } from './DiagramTools.js';
import { setDiagramView, useDiagramView } from './diagram-view.js';
import { useDiagram } from './use-diagram.js';
import styles from './DiagramView.module.css';

/** A page cannot be higher than this in every browser. */
const HIGHEST = 15_000_000;
/** Descendants that are lit. */
const FAMILY = 2000;

/** The run as a sequence diagram, or with lab time running down the page. */
export function DiagramView({ mode }: { mode: DiagramMode }) {
  const { sorts, hidden, contains, order, opened, clientsAsOne, scale } = useDiagramView();
  const filter = useMemo<DiagramFilter>(
    () => ({ sorts: new Set(sorts), hidden: new Set(hidden), contains }),
    [sorts, hidden, contains],
  );
  const arrangement = useMemo<Arrangement>(
    () => ({ order, opened: new Set(opened), clientsAsOne }),
    [order, opened, clientsAsOne],
  );
  const [width, setWidth] = useState(0);
  const [around] = useState(lookedAt);
  const { diagram, progress } = useDiagram(filter, arrangement, around);
  const layout = useMemo(() => {
    const span = (diagram.items.at(-1)?.time ?? 0) - (diagram.items[0]?.time ?? 0);
    const msHeight = Math.min(scale, HIGHEST / Math.max(1, span));
    return layOut(diagram, mode, { msHeight, lane: laneFor(width, diagram.lifelines.length) });
  }, [diagram, mode, scale, width]);
  const selection = useLab((state) => state.selection);
  const now = useLab((state) => state.past?.seq);
  const selected = selection?.kind === 'event' ? selection.seq : undefined;
  const family = useFamily(selected);
  const shown = useRef(diagram);
  useEffect(() => void (shown.current = diagram), [diagram]);
  const asShown = useCallback(() => shown.current, []);
  const hide = useCallback((name: string) => setDiagramView({ hidden: [...hidden, name] }), [hidden]);
  return (
    <div className={styles.view}>
      <DiagramTools
        {...{ mode, filter, arrangement, scale }}
        diagram={asShown}
        onFilter={keepFilter}
        onArrange={keepArrangement}
      />
      <DiagramCanvas
        {...{ diagram, layout, selected, family, now, mode, arrangement, around, progress }}
        onArrange={keepArrangement}
        onHide={hide}
        onWidth={setWidth}
        onSelect={selectItem}
      />
    </div>
  );
}

/** The event that the window shows elsewhere; undefined: the newest will do. */
function lookedAt(): number | undefined {
  const { past, selection } = labStore.getState();
  return past?.seq ?? (selection?.kind === 'event' ? selection.seq : undefined);
}

function keepFilter({ sorts, hidden, contains }: DiagramFilter): void {
  setDiagramView({ sorts: [...sorts], hidden: [...hidden], contains });
}

function keepArrangement({ order, opened, clientsAsOne }: Arrangement): void {
  setDiagramView({ order: [...order], opened: [...opened], clientsAsOne });
}

function selectItem({ seq }: DiagramItem): void {
  select({ kind: 'event', seq });
}

/** Everything that an event has led to; undefined: none is selected. */
function useFamily(seq: number | undefined): ReadonlySet<number> | undefined {
  const { host } = useFeed();
  const [family, setFamily] = useState<{ of: number; all: ReadonlySet<number> }>();
  useEffect(() => {
    if (seq === undefined) return;
    let over = false;
    host.call('trace.query', { from: seq, filter: { causedBy: seq }, limit: FAMILY }).then(
      ({ events }) => {
        if (!over) setFamily({ of: seq, all: new Set(events.map((event) => event.seq)) });
      },
      // Another run was opened meanwhile.
      () => undefined,
    );
    return () => {
      over = true;
    };
  }, [seq, host]);
  return seq !== undefined && family?.of === seq ? family.all : undefined;
}

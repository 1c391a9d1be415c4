import { useEffect, useMemo, useState } from 'react';
import { AS_IT_COMES, type Arrangement } from '#core/shared/trace/diagram/arrangement.js';
import { ALL_SORTS, type DiagramFilter, type DiagramItem } from '#core/shared/trace/diagram/diagram.js';
import { laneFor, layOut, type DiagramMode } from '#core/shared/trace/diagram/diagram-layout.js';
import { useFeed } from '#renderer/store/feed-context.js';
import { select } from '#renderer/store/lab-store.js';
import { useLab } from '#renderer/store/use-lab.js';
import { DiagramCanvas } from './DiagramCanvas.js';
import { DiagramTools } from './DiagramTools.js';
import { useDiagram } from './use-diagram.js';
import styles from './DiagramView.module.css';

/** Height of a millisecond at first: a second fills a screen. */
const FIRST_SCALE = 1;
/** A page cannot be higher than this in every browser. */
const HIGHEST = 15_000_000;
/** Descendants that are lit. */
const FAMILY = 2000;

/** The run as a sequence diagram, or with lab time running down the page. */
export function DiagramView({ mode }: { mode: DiagramMode }) {
  const [filter, setFilter] = useState<DiagramFilter>({
    sorts: new Set(ALL_SORTS.filter((sort) => sort !== 'timer' && sort !== 'state')),
    hidden: new Set<string>(),
    contains: '',
  });
  const [arrangement, setArrangement] = useState<Arrangement>(AS_IT_COMES);
  const [scale, setScale] = useState(FIRST_SCALE);
  const [width, setWidth] = useState(0);
  const diagram = useDiagram(filter, arrangement);
  const layout = useMemo(() => {
    const span = (diagram.items.at(-1)?.time ?? 0) - (diagram.items[0]?.time ?? 0);
    const msHeight = Math.min(scale, HIGHEST / Math.max(1, span));
    return layOut(diagram, mode, { msHeight, lane: laneFor(width, diagram.lifelines.length) });
  }, [diagram, mode, scale, width]);
  const selection = useLab((state) => state.selection);
  const now = useLab((state) => state.past?.seq);
  const selected = selection?.kind === 'event' ? selection.seq : undefined;
  const family = useFamily(selected);
  return (
    <div className={styles.view}>
      <DiagramTools
        {...{ mode, filter, arrangement, scale, diagram }}
        onFilter={setFilter}
        onArrange={setArrangement}
        onScale={setScale}
      />
      <DiagramCanvas
        {...{ diagram, layout, selected, family, now, mode, arrangement }}
        onArrange={setArrangement}
        onHide={(name) => setFilter({ ...filter, hidden: new Set(filter.hidden).add(name) })}
        onWidth={setWidth}
        onSelect={(item: DiagramItem) => select({ kind: 'event', seq: item.seq })}
      />
    </div>
  );
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

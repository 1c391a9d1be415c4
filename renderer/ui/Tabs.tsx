import { useEffect, useRef, type ReactNode, type WheelEvent } from 'react';
import { Tabs as Radix } from 'radix-ui';
import { useKept } from './use-kept.js';
import styles from './Tabs.module.css';

export interface Tab {
  id: string;
  title: string;
  /** Shown behind the title when it is not zero. */
  count?: number;
  content: ReactNode;
}

interface Props {
  /** Name for screen readers. */
  label: string;
  /** Under which the chosen tab is remembered. */
  id: string;
  tabs: readonly Tab[];
  /** Keeps what stands in hidden tabs, such as half-written stanzas. */
  keep?: boolean;
  /** Stands at the right end of the row. */
  end?: ReactNode;
  /** Brings a tab to the front each time `times` has grown. */
  reveal?: { id: string; times: number };
}

/** A row of tabs and the chosen one's content, which scrolls by itself. */
export function Tabs({ label, id, tabs, keep = false, end, reveal }: Props) {
  const [kept, setChosen] = useKept(`tab.${id}`, tabs[0]?.id ?? '');
  const revealed = useRef(reveal?.times);
  useEffect(() => {
    // Only when it grows: choosing another tab afterwards is the user's right.
    if (!reveal || reveal.times === revealed.current) return;
    revealed.current = reveal.times;
    setChosen(reveal.id);
  }, [reveal?.times]);
  const chosen = tabs.some((tab) => tab.id === kept) ? kept : (tabs[0]?.id ?? '');
  return (
    <Radix.Root className={styles.root} value={chosen} onValueChange={setChosen}>
      <div className={styles.row}>
        <Radix.List className={styles.list} aria-label={label} onWheel={scrollSideways}>
          {tabs.map((tab) => (
            <Radix.Trigger key={tab.id} value={tab.id} className={styles.tab}>
              {tab.title}
              {tab.count ? <span className={styles.count}>{tab.count}</span> : null}
            </Radix.Trigger>
          ))}
        </Radix.List>
        {end}
      </div>
      {tabs.map((tab) => (
        <Radix.Content
          key={tab.id}
          value={tab.id}
          className={styles.content}
          {...(keep ? { forceMount: true as const } : {})}
        >
          {tab.content}
        </Radix.Content>
      ))}
    </Radix.Root>
  );
}

/** More tabs than fit are reached by an upright wheel as well: the row shows no scroll bar. */
function scrollSideways({ currentTarget, deltaX, deltaY }: WheelEvent): void {
  if (deltaX === 0) currentTarget.scrollLeft += deltaY;
}

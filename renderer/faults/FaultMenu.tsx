import { ChevronRight, HeartPulse } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { useEffect, type CSSProperties } from 'react';
import type { FaultKindView } from '#core/shared/faults/fault-kind-view.js';
import { useFeed } from '../store/feed-context.js';
import { useLab } from '../store/use-lab.js';
import { useText } from '../ui/use-text.js';
import { FaultIcon } from './FaultIcon.js';
import styles from './FaultMenu.module.css';
import { groundsOf, rootOf, type FaultPlace } from './fault-place.js';
import { faultSentence, kindName, kindWhy } from './fault-words.js';
import { quickFaults, quickRequest } from './quick-faults.js';
import { closeFaultMenu, giveFocusBack, loadKinds, openFaultForm, useShelf } from './shelf-store.js';
import { useFaultsAt } from './use-faults-at.js';

/** The menu of faults of whatever the user pointed at: the usual ones at once, all others with their settings. */
export function FaultMenu() {
  const feed = useFeed();
  const menu = useShelf((state) => state.menu);
  useEffect(() => void loadKinds(feed), [feed]);
  if (!menu) return null;
  const place = { '--x': `${menu.x}px`, '--y': `${menu.y}px` } as CSSProperties;
  return (
    <DropdownMenu.Root open modal={false} onOpenChange={(open) => !open && closeFaultMenu()}>
      <DropdownMenu.Trigger className={styles.anchor} style={place} tabIndex={-1} aria-hidden />
      <DropdownMenu.Portal container={landmark()}>
        <DropdownMenu.Content
          className={styles.menu}
          align="start"
          collisionPadding={8}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            giveFocusBack();
          }}
        >
          <Items place={menu.place} />
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

/** Screen readers find what stands in a landmark. */
function landmark(): HTMLElement {
  return document.querySelector('main') ?? document.body;
}

function Items({ place }: { place: FaultPlace }) {
  const text = useText();
  const kinds = useShelf((state) => state.kinds);
  const grounds = groundsOf(place);
  const fitting = grounds.flatMap((ground) => kinds.filter(({ on }) => on === ground));
  const groups = [...new Set(fitting.map(({ group }) => group))];
  return (
    <>
      <DropdownMenu.Label className={styles.label}>
        {text('ui.faults.menu', { place: place.title })}
      </DropdownMenu.Label>
      {quickFaults(place, kinds).map((kind) => (
        <Quick key={kind.kind} place={place} kind={kind} />
      ))}
      <DropdownMenu.Separator className={styles.separator} />
      <DropdownMenu.Label className={styles.label}>{text('ui.faults.menu.settings')}</DropdownMenu.Label>
      {groups.map((group) => (
        <DropdownMenu.Sub key={group}>
          <DropdownMenu.SubTrigger className={styles.item}>
            {text(`ui.faults.group.${group}`)}
            <ChevronRight aria-hidden className={styles.more} />
          </DropdownMenu.SubTrigger>
          <DropdownMenu.Portal container={landmark()}>
            <DropdownMenu.SubContent className={styles.menu} sideOffset={2} collisionPadding={8}>
              {fitting
                .filter((kind) => kind.group === group)
                .map((kind) => (
                  <Detailed key={kind.kind} place={place} kind={kind} />
                ))}
            </DropdownMenu.SubContent>
          </DropdownMenu.Portal>
        </DropdownMenu.Sub>
      ))}
      <Heals place={place} />
    </>
  );
}

function Quick({ place, kind }: { place: FaultPlace; kind: FaultKindView }) {
  const text = useText();
  const feed = useFeed();
  const request = quickRequest(place, kind);
  if (!request) return null;
  return (
    <DropdownMenu.Item
      className={styles.item}
      title={kindWhy(kind.kind, text)}
      onSelect={() => void feed.act('fault.apply', request)}
    >
      <FaultIcon kind={kind.kind} group={kind.group} />
      {kindName(kind.kind, text)}
    </DropdownMenu.Item>
  );
}

function Detailed({ place, kind }: { place: FaultPlace; kind: FaultKindView }) {
  const text = useText();
  return (
    <DropdownMenu.Item className={styles.detailed} onSelect={() => openFaultForm(place, kind.kind)}>
      <FaultIcon kind={kind.kind} group={kind.group} />
      <span>
        <strong>{kindName(kind.kind, text)}…</strong>
        <small>{kindWhy(kind.kind, text)}</small>
      </span>
    </DropdownMenu.Item>
  );
}

function Heals({ place }: { place: FaultPlace }) {
  const text = useText();
  const feed = useFeed();
  const kinds = useShelf((state) => state.kinds);
  const all = useLab((state) => state.faults);
  const faults = [...new Set(useFaultsAt(place).map((fault) => rootOf(fault, all)))];
  if (faults.length === 0) return null;
  return (
    <>
      <DropdownMenu.Separator className={styles.separator} />
      {faults.map((fault) => (
        <DropdownMenu.Item
          key={fault.id}
          className={styles.item}
          title={faultSentence(
            fault,
            kinds.find(({ kind }) => kind === fault.kind),
            text,
          )}
          onSelect={() => void feed.act('fault.heal', { fault: fault.id })}
        >
          <HeartPulse aria-hidden className={styles.heal} />
          {text('ui.faults.heal', { fault: kindName(fault.kind, text) })}
        </DropdownMenu.Item>
      ))}
    </>
  );
}
